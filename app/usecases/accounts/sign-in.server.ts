/** 確かめ終えた本人からセッションを作る。属性はログインのたびに新しくし、会社の値も GビズID の値にする。 */
import { createHash, randomBytes } from "node:crypto";
import type { VerifiedIdentity } from "#app/adapters/identity/identity-port.ts";
import type { ActorStamp, PlannedRows } from "#db/write-plan.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { accountBySubject, type AccountRow } from "#db/queries/accounts.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { sweepSessions } from "#db/repositories/sessions.ts";
import { currentCompanyKey, type InvitationRow, openInvitations } from "#db/queries/staff-access.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import { assignedTo } from "./assign-roles.server.ts";

/** 使わないまま切れるまでと、使っていても切れるまで。 */
export const SESSION_IDLE_MINUTES = 30;
const SESSION_ABSOLUTE_HOURS = 8;

export type SignedIn = {
  /** クッキーに入れる値。データベースにはハッシュだけを置く。 */
  readonly token: string;
  readonly kind: "applicant" | "staff";
  readonly companyKey: string | null;
};

/** ログインを断る理由。 */
type SignInRefusal = "notInvited" | "stopped" | "replaced";

export const sessionHash = (token: string): string => createHash("sha256").update(token).digest("hex");

export const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/**
 * @param identity 確かめ終えた本人
 * @param device 端末のおおよその種類（`deviceOf` の答え）
 * @returns 招かれていない職員は notInvited、止められた利用者は stopped、新しいアカウントに引き継がれた利用者は replaced。
 *   断ったときは、利用者もセッションも書かない
 */
export async function signIn(
  context: UseCaseContext,
  identity: VerifiedIdentity,
  device = "",
): Promise<Result<SignedIn, { readonly kind: SignInRefusal }>> {
  const { claims } = identity;
  const known = await accountBySubject(context.database, identity.issuer, identity.subject);
  const { allowed, invitation } = entranceOf(context, claims, known !== undefined);
  const refused = !allowed
    ? "notInvited"
    : known === undefined || known.active
      ? null
      : known.successorId === null
        ? "stopped"
        : "replaced";
  if (refused !== null) {
    await recordSignInRefusal(context, refused, {
      issuer: identity.issuer,
      accountId: refused === "notInvited" ? null : (known?.id ?? null),
    });
    return refuse({ kind: refused });
  }
  const accountId = known?.id ?? context.newId();
  const companyKey =
    claims.kind === "applicant" ? currentCompanyKey(context.database, claims.companyKey) : null;
  const at = context.clock.now();
  const token = randomBytes(32).toString("base64url");
  const name = claims.kind === "applicant" ? claims.userName : claims.name;
  const actor: ActorStamp = { id: accountId, name, role: claims.kind };
  const account = {
    id: accountId,
    kind: claims.kind,
    issuer: identity.issuer,
    subject: identity.subject,
    displayName: name,
    email: claims.email,
    createdAt: at,
    updatedAt: at,
  };
  const session = {
    tokenHash: sessionHash(token),
    accountId,
    createdAt: at,
    lastSeenAt: at,
    authenticatedAt: identity.authenticatedAt,
    idleUntil: later(at, SESSION_IDLE_MINUTES),
    absoluteUntil: later(at, SESSION_ABSOLUTE_HOURS * 60),
    device,
  };
  const audit = {
    action: "session.start",
    subjectKind: "account",
    subjectId: accountId,
    details: { kind: claims.kind, issuer: identity.issuer, ...changedSince(known, claims, companyKey) },
  };
  const shared = { result: null, sessions: [session], audit: [audit] };
  const rows: PlannedRows<null> =
    claims.kind === "applicant"
      ? {
          ...shared,
          accounts: [
            {
              ...account,
              accountType: claims.accountType,
              companyKey,
              parentSubject: claims.parentSubject,
              claims: { ...claims.raw },
            },
          ],
          companies: [
            {
              key: claims.companyKey,
              corporationType: claims.corporationType,
              name: claims.companyName,
              representative: claims.representativeName,
              prefecture: claims.prefectureCode,
              address: `${prefectureName(context, claims.prefectureCode)}${claims.address}`,
              source: "GビズID",
              sourcedAt: at,
              updatedAt: at,
            },
          ],
        }
      : {
          ...shared,
          accounts: [
            {
              ...account,
              accountType: null,
              companyKey: null,
              parentSubject: null,
              claims: { groups: claims.groups },
            },
          ],
          assignments: [assignedTo(context, accountId, claims.groups)],
          usedInvitations: invitation === null ? [] : [{ id: invitation.id, accountId }],
        };
  await sweepSessions(context.database, at);
  await applyWritePlan(context.database, { actor, at, requestId: context.requestId, rows: () => rows });
  return ok({ token, kind: claims.kind, companyKey });
}

const prefectureName = (context: UseCaseContext, code: string): string =>
  currentRulebook(context).rulebook.prefectures.get(code)?.name ?? "";

/** 前のログインから変わった、GビズID の種別・会社・親のプライム。 */
function changedSince(
  known: AccountRow | undefined,
  claims: VerifiedIdentity["claims"],
  companyKey: string | null,
): Readonly<Record<string, unknown>> {
  if (known === undefined || claims.kind === "staff") return {};
  const pairs = {
    accountType: [known.accountType, claims.accountType],
    companyKey: [known.companyKey, companyKey],
    parentSubject: [known.parentSubject, claims.parentSubject],
  } as const;
  const changed = Object.entries(pairs).flatMap(([name, [from, to]]) =>
    from === to ? [] : [[name, { from, to }] as const],
  );
  return changed.length === 0 ? {} : { changed: Object.fromEntries(changed) };
}

type Entrance = { readonly allowed: boolean; readonly invitation: InvitationRow | null };

/** 初めての職員は、招かれたか、最初の管理者のグループにいるか、招きの要らない運用のときだけ入れる。 */
function entranceOf(context: UseCaseContext, claims: VerifiedIdentity["claims"], known: boolean): Entrance {
  if (claims.kind === "applicant" || known) return { allowed: true, invitation: null };
  const [invitation = null] = openInvitations(context.database, claims.email.toLowerCase());
  const { openJoining, administratorGroup } = context.staffAccess;
  const first = administratorGroup !== null && claims.groups.includes(administratorGroup);
  return { allowed: openJoining || first || invitation !== null, invitation };
}

/** ログインを断ったこと。登録していない人は、だれかは残さず、発行者だけを残す。 */
async function recordSignInRefusal(
  context: UseCaseContext,
  reason: SignInRefusal,
  { issuer, accountId }: { readonly issuer: string; readonly accountId: string | null },
): Promise<void> {
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      audit: [
        {
          action: "session.refused",
          subjectKind: accountId === null ? "issuer" : "account",
          subjectId: accountId ?? issuer,
          details: { reason },
        },
      ],
    }),
  });
}
