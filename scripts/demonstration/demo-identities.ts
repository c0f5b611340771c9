/** デモの利用者を、模擬の発行者の値でログインさせたのと同じに作る。 */
import { demoApplicants, demoStaff } from "../../app/adapters/identity/embedded/demo-accounts.ts";
import { readApplicantClaims } from "../../app/adapters/identity/gbizid-claims.ts";
import { readStaffClaims } from "../../app/adapters/identity/staff-claims.ts";
import type { Actor, ApplicantActor } from "../../app/domain/access/actor.ts";
import type { Services } from "../../app/services.server.ts";
import { resolveSession } from "../../app/usecases/accounts/resolve-session.server.ts";
import { signIn } from "../../app/usecases/accounts/sign-in.server.ts";
import { signOut } from "../../app/usecases/accounts/sign-out.server.ts";
import type { UseCaseContext } from "../../app/usecases/context.ts";

export type DemoIdentities = {
  /** 会社の番号 → その会社のプライム。 */
  readonly applicants: ReadonlyMap<string, ApplicantActor>;
  /** 局の符号 → 審査担当。 */
  readonly reviewers: ReadonlyMap<string, Actor>;
};

export async function demoIdentities(services: Services): Promise<DemoIdentities> {
  const applicants = new Map<string, ApplicantActor>();
  const reviewers = new Map<string, Actor>();
  for (const account of demoApplicants) {
    const claims = readApplicantClaims(account.userInfo);
    if (!claims.ok) throw new Error(`デモの利用者 ${account.loginId} の属性が正しくありません。`);
    const actor = await signedInOnce(
      services,
      services.identity.applicant.issuer,
      account.subject,
      claims.value,
    );
    if (actor.kind === "applicant" && actor.accountType === "prime" && !applicants.has(actor.companyKey))
      applicants.set(actor.companyKey, actor);
  }
  for (const account of demoStaff) {
    const claims = readStaffClaims(account.userInfo);
    if (!claims.ok) throw new Error(`デモの職員 ${account.loginId} の属性が正しくありません。`);
    const actor = await signedInOnce(services, services.identity.staff.issuer, account.subject, claims.value);
    if (actor.kind !== "staff") continue;
    for (const { role, officeCode } of actor.assignments)
      if (role === "reviewer" && officeCode !== null) reviewers.set(officeCode, actor);
  }
  return { applicants, reviewers };
}

type Claims = Parameters<typeof signIn>[1]["claims"];

/** 利用者の行を作るため一度ログインし、そのセッションはすぐ消す。 */
async function signedInOnce(
  services: Services,
  issuer: string,
  subject: string,
  claims: Claims,
): Promise<Actor> {
  const context: UseCaseContext = {
    ...services,
    actor: { kind: "system", job: "demonstration" },
    requestId: "demonstration",
  };
  const entered = await signIn(context, {
    issuer,
    subject,
    authenticatedAt: services.clock.now(),
    claims,
  });
  if (!entered.ok) throw new Error("デモの利用者がログインできません。");
  const { token } = entered.value;
  const { actor } = await resolveSession(services, token);
  await signOut(services.database, token);
  return actor;
}
