/** 発行者から戻ってきたログインを確かめ、セッションを始める。 */
import type { IdentityFault } from "#app/usecases/tools.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { deviceOf } from "#app/domain/access/device.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { readCookie, setCookie } from "#app/http/session-cookie.server.ts";
import { takeAttempt } from "#app/usecases/accounts/login-attempts.server.ts";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import { signOut } from "#app/usecases/accounts/sign-out.server.ts";
import { requestCompanyFacts } from "#app/usecases/companies/fetch-company-facts.server.ts";
import { staffHome } from "./landing.ts";

type Outcome = { readonly to: string; readonly cookies: readonly string[] };

export async function completeLogin({
  request,
  url,
  tools,
  useCase,
  requestId,
}: Guarded<Actor>): Promise<Outcome> {
  const attemptToken = readCookie(request, tools.origin, "login");
  const attempt = attemptToken === null ? null : await takeAttempt(useCase, attemptToken);
  const forget = setCookie(tools.origin, "login", null);
  if (attempt === null) return { to: "/login?problem=again", cookies: [forget] };

  const completed = await tools.identity[attempt.issuerKind].complete({ callbackUrl: url, attempt });
  if (!completed.ok) {
    const { kind, detail } = completed.error;
    tools.log.warn({ fault: kind, detail, requestId }, "ログインの失敗");
    const page = attempt.issuerKind === "staff" ? "/login/staff" : "/login";
    const query = new URLSearchParams({ problem: problemOf(completed.error) });
    if (attempt.returnTo !== "") query.set("returnTo", attempt.returnTo);
    return { to: `${page}?${query.toString()}`, cookies: [forget] };
  }
  // ログインし直したら、前のセッションは使えなくする（番号の使い回しを防ぐ）。
  const previous = readCookie(request, tools.origin, "session");
  if (previous !== null) await signOut(tools.database, previous);
  const entered = await signIn(useCase, completed.value, deviceOf(request.headers.get("User-Agent")));
  if (!entered.ok) {
    const { kind } = entered.error;
    tools.log.warn({ fault: kind, requestId }, "断ったログイン");
    return {
      to: `${attempt.issuerKind === "staff" ? "/login/staff" : "/login"}?problem=${kind}`,
      cookies: [forget, setCookie(tools.origin, "session", null)],
    };
  }
  const signedIn = entered.value;
  if (signedIn.companyKey !== null) {
    await requestCompanyFacts(useCase, tools, signedIn.companyKey);
    tools.wakeWorker();
  }
  const cookies = [forget, setCookie(tools.origin, "session", signedIn.token)];
  if (attempt.returnTo !== "") return { to: attempt.returnTo, cookies };
  if (signedIn.companyKey !== null) return { to: `/c/${signedIn.companyKey}`, cookies };
  const { actor } = await resolveSession(tools, signedIn.token);
  return { to: actor.kind === "staff" ? staffHome(actor) : "/", cookies };
}

function problemOf(fault: IdentityFault): string {
  switch (fault.kind) {
    case "accessDenied":
      return "cancelled";
    case "stateMismatch":
    case "codeExpired":
      return "again";
    case "providerDown":
      return "down";
    case "claimsIncomplete":
    case "claimsInvalid":
      return "claims";
    case "tokenInvalid":
    case "userInfoRefused":
    case "subjectMismatch":
    case "configuration":
      return "failed";
  }
}
