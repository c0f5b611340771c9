/** 職員の一覧、招き、役割を外すこと。外した役割は次の要求から効かず、戻すには二人の管理者が要る。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { accountById, assignmentsOf } from "#db/queries/accounts.ts";
import {
  allAssignments,
  type InvitationRow,
  openInvitations,
  staffAccounts,
  type WithheldRoleRow,
  withheldRolesOf,
} from "#db/queries/staff-access.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type StaffPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly roles: readonly { readonly role: string; readonly officeCode: string }[];
  readonly withheld: readonly WithheldRoleRow[];
};

/** @returns 職員の全員と、まだ使われていない招き。管理者でない人は forbidden */
export async function openStaff(
  context: UseCaseContext,
): Promise<
  Result<{ readonly people: readonly StaffPerson[]; readonly invitations: readonly InvitationRow[] }, Refusal>
> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const { reader } = context.database;
  const roles = Map.groupBy(allAssignments(reader), ({ accountId }) => accountId);
  const withheld = Map.groupBy(withheldRolesOf(reader), ({ accountId }) => accountId);
  return ok({
    people: staffAccounts(reader).map(({ id, displayName, email, active }) => ({
      id,
      name: displayName,
      email: email ?? "",
      active,
      roles: (roles.get(id) ?? []).map(({ role, officeCode }) => ({ role, officeCode })),
      withheld: withheld.get(id) ?? [],
    })),
    invitations: openInvitations(context.database),
  });
}

/**
 * 職員の役割を外す。生きているログインにも、次の要求から及ぶ。
 *
 * @returns その役割の無い職員は notFound、自分の役割と理由の無いものは invalid
 */
export async function withholdRole(
  context: UseCaseContext,
  input: {
    readonly accountId: string;
    readonly role: string;
    readonly officeCode: string;
    readonly reason: string;
  },
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const { accountId, role, officeCode } = input;
  const reason = input.reason.trim();
  const account = await accountById(context.database, accountId);
  const rows = await assignmentsOf(context.database, accountId);
  const rest = rows.filter((row) => row.role !== role || row.officeCode !== officeCode);
  if (account?.kind !== "staff" || rest.length === rows.length) return refuse({ kind: "notFound" });
  const actor = actorStamp(context.actor);
  const errors = {
    ...(accountId === actor.id ? { role: ["自分の役割は外せません。別の管理者に頼んでください。"] } : {}),
    ...(reason === "" || reason.length > 500 ? { reason: ["理由を500文字までで書いてください。"] } : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const place = { accountId, role, officeCode, reason };
  await write(context, "access.withholdRole", accountId, place, {
    withheldRoles: [{ ...place, withheldByName: actor.name, withheldAt: context.clock.now() }],
    assignments: [{ accountId, rows: rest }],
  });
  return ok(null);
}

/**
 * 職員を招く。役割は付かない（グループの対応で決まる）。
 *
 * @param email 発行者がその人について返すメールアドレス
 */
export async function inviteStaff(context: UseCaseContext, email: string): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const address = email.trim().toLowerCase();
  if (!/^[^\s@]{1,64}@[^\s@]{1,190}$/u.test(address))
    return refuse({ kind: "invalid", errors: { email: ["メールアドレスを正しく入力してください。"] } });
  const { name: invitedByName } = actorStamp(context.actor);
  const row = { id: context.newId(), email: address, invitedByName, invitedAt: context.clock.now() };
  await write(context, "access.invite", row.id, { email: address }, { invitations: [row] });
  return ok(null);
}

async function write(
  context: UseCaseContext,
  action: string,
  subjectId: string,
  details: Readonly<Record<string, unknown>>,
  rows: Partial<PlannedRows<null>>,
): Promise<void> {
  await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      ...rows,
      result: null,
      audit: [{ action, subjectKind: "account", subjectId, details }],
    }),
  });
}
