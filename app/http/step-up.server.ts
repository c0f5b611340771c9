/** 取り返しのつかない送信の前に、最近の認証を求める。送られた欄は預かり、ログインし直した後に続けられる。 */
import { redirect } from "@remix-run/node";
import type { Action } from "#app/domain/access/actions.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { asksFreshLogin, isFreshLogin } from "#app/domain/access/step-up.ts";
import { keepForm } from "#app/usecases/accounts/kept-forms.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { ToolBox } from "#app/usecases/tools.ts";
import { readCookie, setCookie } from "./session-cookie.server.ts";

type Sent = {
  readonly request: Request;
  readonly actor: Actor;
  readonly tools: ToolBox;
  readonly useCase: UseCaseContext;
};

/**
 * 画面を開くだけ（GET）なら何もしない。ログインしたことのないブラウザは、いつものログインへ任せる。
 *
 * @param action 行おうとしている操作
 * @param kind どちらのログインか
 * @throws 認証が古いとき、ログインし直す画面への移動（Response）
 */
export async function demandFreshLogin(
  { request, actor, tools, useCase }: Sent,
  action: Action,
  kind: "applicant" | "staff",
): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD" || !asksFreshLogin(action)) return;
  if (isFreshLogin(actor, useCase.clock.now(), tools.stepUpMinutes)) return;
  const session = readCookie(request, tools.origin, "session");
  if (session === null) return;
  const url = new URL(request.url);
  const kept = await keepForm(useCase, {
    path: `${url.pathname.replace(/\.data$/u, "")}${url.search}`,
    action,
    kind,
    fields: await textFields(request),
    browser: readCookie(request, tools.origin, "kept"),
    session,
  });
  if (kept === null) throw redirect(`/login/again?for=${kind}`);
  throw redirect(`/login/again?kept=${kept.id}`, {
    headers: { "Set-Cookie": setCookie(tools.origin, "kept", kept.browser) },
  });
}

async function textFields(request: Request): Promise<readonly (readonly [string, string])[]> {
  const form = await request
    .clone()
    .formData()
    .catch(() => new FormData());
  return [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}
