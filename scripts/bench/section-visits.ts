/** 申請者の区画の画面を開き、保存する。保存は画面の form をそのまま送り返すので、欄が変わっても本物の送信になる。 */
import { CommandRefusal } from "../command.ts";
import { type Answer, type Client, textOf } from "./http-client.ts";
import type { Visit } from "./load.ts";
import { people } from "./prepared-data.ts";

/** 開いて回る区画。 */
const sections = ["company", "industry", "period", "present-state", "indicators", "measures", "equipment"];
/** 保存する区画と、書き換える欄。 */
const saved = { section: "present-state", field: "management" } as const;

const pathOf = (draft: string, section: string): string =>
  `/c/${people.applicant.companyKey}/applications/${draft}/sections/${section}`;

const expectStatus = (answer: Answer, status: number, path: string): void => {
  if (answer.status !== status)
    throw new CommandRefusal(`${path} が ${answer.status} と答えました（${status} のはず）。`);
};

export const sectionPath = (draft: string): string => pathOf(draft, saved.section);

export function openSections(client: Client, cookie: string, drafts: readonly string[]): Visit {
  let turn = 0;
  return async () => {
    const path = pathOf(
      drafts[turn % drafts.length] ?? "",
      sections[Math.floor(turn / drafts.length) % sections.length] ?? "",
    );
    turn += 1;
    expectStatus(await client.ask({ path, cookie }), 200, path);
  };
}

type Draft = { readonly path: string; readonly fields: URLSearchParams; version: number };

/** 一つの申請には、前の保存の答えが返るまで次を送らない（同じ人の二重の送信は計るものではない）。 */
export async function saveSections(
  client: Client,
  cookie: string,
  drafts: readonly string[],
): Promise<Visit> {
  const free: Draft[] = [];
  const waiting: ((draft: Draft) => void)[] = [];
  for (const id of drafts) free.push(await readForm(client, cookie, pathOf(id, saved.section)));
  let turn = 0;
  return async () => {
    const draft = free.shift() ?? (await new Promise<Draft>((resolve) => waiting.push(resolve)));
    turn += 1;
    draft.fields.set("version", String(draft.version));
    draft.fields.set(saved.field, `売上高は前期から横ばいである。${turn} 回目の保存で書き直した。`);
    expectStatus(
      await client.ask({ method: "POST", path: draft.path, cookie, form: draft.fields.toString() }),
      302,
      draft.path,
    );
    draft.version += 1;
    const next = waiting.shift();
    if (next === undefined) free.push(draft);
    else next(draft);
  };
}

async function readForm(client: Client, cookie: string, path: string): Promise<Draft> {
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
  return { path, fields, version: Number(fields.get("version")) };
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
