/** 模擬の発行者を通る、本物のログイン。JavaScript のないブラウザーと同じ道を進む。 */
import { type Answer, type Client, textOf } from "./http-client.ts";

type Cookie = { readonly name: string; readonly value: string; readonly path: string };

const MAX_HOPS = 12;

/**
 * @param entrance `/login` か `/login/staff`
 * @param loginId デモのログインID
 * @returns ログインした後に送る Cookie の値
 */
export async function logIn(client: Client, entrance: string, loginId: string): Promise<string> {
  const jar = new Map<string, Cookie>();
  const asked = await follow(client, jar, entrance, "returnTo=");
  const action = /<form[^>]*\saction="([^"]*\/login)"/u.exec(textOf(asked.answer))?.[1];
  if (action === undefined)
    throw new Error(`${entrance} から発行者のログイン画面に着きません（${asked.path}）。`);
  const landed = await follow(client, jar, action, `account=${encodeURIComponent(loginId)}`);
  const session = jar.get("session /");
  if (landed.answer.status !== 200 || session === undefined)
    throw new Error(`${loginId} でログインできません（${landed.path} が ${landed.answer.status}）。`);
  return `session=${session.value}`;
}

async function follow(
  client: Client,
  jar: Map<string, Cookie>,
  start: string,
  form: string,
): Promise<{ readonly answer: Answer; readonly path: string }> {
  let path = start;
  let body: string | undefined = form;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const { pathname } = new URL(path, client.origin);
    const cookie = cookiesFor(jar, pathname);
    const answer = await client.ask({
      path,
      ...(cookie === "" ? {} : { cookie }),
      ...(body === undefined ? {} : { method: "POST", form: body }),
    });
    for (const line of answer.headers["set-cookie"] ?? []) keep(jar, line, pathname);
    const { location } = answer.headers;
    if (location === undefined) return { answer, path };
    const next = new URL(location, `${client.origin}${path}`);
    if (next.origin !== client.origin) throw new Error(`ログインが外（${next.origin}）へ出ました。`);
    path = `${next.pathname}${next.search}`;
    body = undefined;
  }
  throw new Error("ログインの移動が終わりません。");
}

const cookiesFor = (jar: ReadonlyMap<string, Cookie>, pathname: string): string =>
  [...jar.values()]
    .filter(({ path }) => `${pathname}/`.startsWith(path.endsWith("/") ? path : `${path}/`))
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");

function keep(jar: Map<string, Cookie>, line: string, pathname: string): void {
  const [pair = "", ...attributes] = line.split(/;\s*/u);
  const at = pair.indexOf("=");
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  const path = attributes.find((one) => one.toLowerCase().startsWith("path="))?.slice(5) ?? pathname;
  const key = `${name} ${path}`;
  if (value === "") jar.delete(key);
  else jar.set(key, { name, value, path });
}
