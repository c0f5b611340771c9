/** 一枚の画面で回線を通る長さ。書体と画像は数えない。 */
import { CommandRefusal } from "../command.ts";
import { type Client, textOf } from "./http-client.ts";

const reference = /\/assets\/[\w.$~()-]+\.(?:js|css)/gu;
const staticImport = /(?:from|import)\s*"\.\/([\w.$~()-]+\.js)"/gu;

export type PageWeight = { readonly bytesFirstVisit: number; readonly bytesNextVisit: number };

/**
 * @param path 画面の道筋
 * @returns bytesFirstVisit: 画面と、その画面が読む script と style の全部。bytesNextVisit: 使い回せない物だけ
 */
export async function pageWeight(client: Client, cookie: string, path: string): Promise<PageWeight> {
  const page = await client.ask({ path, cookie });
  if (page.status !== 200) throw new CommandRefusal(`${path} が ${page.status} と答えました。`);
  let first = page.wireBytes;
  let next = page.wireBytes;
  const wanted = new Set(textOf(page).match(reference) ?? []);
  for (const asset of wanted) {
    const answer = await client.ask({ path: asset });
    if (answer.status !== 200) throw new CommandRefusal(`${asset} が ${answer.status} と答えました。`);
    first += answer.wireBytes;
    if (!/immutable|max-age=[1-9]/u.test(answer.headers["cache-control"] ?? "")) next += answer.wireBytes;
    // 走査の途中で増えた物も、この for が続けて回る。
    if (asset.endsWith(".js"))
      for (const [, name] of textOf(answer).matchAll(staticImport)) wanted.add(`/assets/${name}`);
  }
  return { bytesFirstVisit: first, bytesNextVisit: next };
}
