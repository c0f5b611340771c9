import { data, redirect } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { safeReturnPath } from "#app/http/return-path.ts";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { keepAttempt } from "#app/usecases/accounts/login-attempts.server.ts";

/**
 * 発行者へ移る。控えはデータベースに、その鍵だけをクッキーに置く。
 *
 * @param again 認証のし直しを求めるとき、終えてから戻る場所
 */
export async function beginLogin(
  { request, tools, useCase, requestId }: Guarded<Actor>,
  kind: "applicant" | "staff",
  again?: { readonly returnTo: string },
) {
  const form = await request.formData();
  const wanted = again?.returnTo ?? form.get("returnTo");
  const returnTo = safeReturnPath(typeof wanted === "string" ? wanted : null) ?? "";
  const begun = await tools.identity[kind].begin({
    returnTo,
    ...(again === undefined ? {} : { prompt: "login" as const }),
  });
  if (!begun.ok) {
    tools.log.error({ fault: begun.error, requestId }, "ログインを始められない");
    return data({ problem: "down" }, { status: 503 });
  }
  const token = await keepAttempt(useCase, begun.value.attempt);
  throw redirect(begun.value.redirectTo, {
    headers: { "Set-Cookie": setCookie(tools.origin, "login", token) },
  });
}
