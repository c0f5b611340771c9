/** 試験に出てくる人。デモのアカウントの属性を本物の読み取りに通し、本物のセッションから行為者を得る。 */
import { readApplicantClaims } from "#app/adapters/identity/gbizid-claims.ts";
import { demoApplicants } from "#app/adapters/identity/embedded/demo-applicants.ts";
import { demoStaff } from "#app/adapters/identity/embedded/demo-staff.ts";
import type { VerifiedIdentity } from "#app/adapters/identity/identity-port.ts";
import { readStaffClaims } from "#app/adapters/identity/staff-claims.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { TestServices } from "./portal-services.ts";

/** 人の入るポータル。 */
export type Portal = Pick<TestServices, "services" | "context">;

/**
 * @param loginId デモのアカウントのログイン ID（例 "takahashi@aoba.example.jp"、"tohoku-reviewer"）
 * @returns その人として use case を呼ぶ道具
 */
export function logIn(portal: Portal, loginId: string): Promise<UseCaseContext> {
  const applicant = demoApplicants.find((account) => account.loginId === loginId);
  if (applicant !== undefined) {
    const claims = readApplicantClaims(applicant.userInfo);
    if (!claims.ok) throw new Error(JSON.stringify(claims.error));
    return enter(portal, {
      issuer: portal.services.identity.applicant.issuer,
      subject: applicant.subject,
      claims: claims.value,
    });
  }
  const staff = demoStaff.find((account) => account.loginId === loginId);
  if (staff === undefined) throw new Error(`デモのアカウント ${loginId} がありません。`);
  return logInStaff(portal, staff.subject, staff.userInfo);
}

/**
 * デモの申請者の属性を変えて、ログインの戻りから入る。
 *
 * @param changes 変える属性。`subject` を渡せば、別の sub の人になる
 * @returns 断られることもある、ログインの答え
 */
export async function arrive(
  { services, context }: Portal,
  loginId: string,
  { subject, ...changes }: Readonly<Record<string, unknown>> & { readonly subject?: string } = {},
) {
  const account = demoApplicants.find((one) => one.loginId === loginId);
  if (account === undefined) throw new Error(`デモのアカウント ${loginId} がありません。`);
  const claims = readApplicantClaims({ ...account.userInfo, ...changes });
  if (!claims.ok) throw new Error(JSON.stringify(claims.error));
  return signIn(context({ kind: "visitor" }), {
    issuer: services.identity.applicant.issuer,
    subject: subject ?? account.subject,
    authenticatedAt: services.clock.now(),
    claims: claims.value,
  });
}

/** デモにいない職員。 */
export function logInStaff(portal: Portal, subject: string, userInfo: unknown): Promise<UseCaseContext> {
  const claims = readStaffClaims(userInfo);
  if (!claims.ok) throw new Error(JSON.stringify(claims.error));
  return enter(portal, { issuer: portal.services.identity.staff.issuer, subject, claims: claims.value });
}

async function enter(
  { services, context }: Portal,
  identity: Omit<VerifiedIdentity, "authenticatedAt">,
): Promise<UseCaseContext> {
  const entered = await signIn(context({ kind: "visitor" }), {
    ...identity,
    authenticatedAt: services.clock.now(),
  });
  if (!entered.ok) throw new Error(`ログインを断られました: ${entered.error.kind}`);
  const { token } = entered.value;
  const { actor } = await resolveSession(services, token);
  return context(actor);
}

/** 行為者の利用者番号。 */
export const accountIdOf = (actor: Actor): string =>
  actor.kind === "applicant" || actor.kind === "staff" ? actor.accountId : "";
