/** 画面の form を、そのまま送り返せる形に読む。欄が変わっても、本物の送信になる。 */
import { CommandRefusal } from "../command.ts";
import { type Answer, type Client, textOf } from "./http-client.ts";

/** @throws 約束の答えでないとき。計るのをやめる */
export const expectStatus = (answer: Answer, status: number, path: string): void => {
  if (answer.status !== status)
    throw new CommandRefusal(`${path} が ${answer.status} と答えました（${status} のはず）。`);
};

/** @returns 版（version）を添えて送る form の、いまの値 */
export async function readVersionedForm(
  client: Client,
  cookie: string,
  path: string,
): Promise<URLSearchParams> {
  const page = await client.ask({ path, cookie });
  expectStatus(page, 200, path);
  const html = textOf(page);
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/gu)]
    .map(([text]) => text)
    .find((text) => text.includes('name="version"'));
  if (form === undefined) throw new CommandRefusal(`${path} に、保存する form がありません。`);
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/gu)) {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
    const chosen = !["radio", "checkbox"].includes(type) || /\schecked\b/u.test(tag);
    if (name !== "" && type !== "submit" && chosen) fields.append(name, attribute(tag, "value"));
  }
  for (const [, tag = "", text = ""] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gu))
    fields.append(attribute(tag, "name"), unescape(text).replace(/^\n/u, ""));
  for (const [, tag = "", options = ""] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gu)) {
    const chosen = [...options.matchAll(/<option\b[^>]*>/gu)].find(([one]) => /\sselected\b/u.test(one));
    fields.append(attribute(tag, "name"), attribute(chosen?.[0] ?? "", "value"));
  }
  return fields;
}

const attribute = (tag: string, name: string): string =>
  unescape(new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "");

const unescape = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
