/** 職員の権限を上げうる変更。一人が求め、別の管理者が確かめて初めて効く。効けば、次の要求から全員に及ぶ。 */
import { mayConfirmChange, type RoleChangeKind } from "#app/domain/access/account-changes.ts";
import { type GroupRow, groupRowFaults } from "#app/domain/access/staff-groups.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { accountNames } from "#db/queries/accounts.ts";
import {
  accessChangeList,
  type AccessChangeRow,
  type StaffGroupRow,
  staffGroupTable,
  withheldRolesOf,
} from "#db/queries/staff-access.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { ministryOf } from "./assign-roles.server.ts";

const MOST_SHOWN = 100;

export type ShownChange = AccessChangeRow & {
  /** グループの名前、又は変わる利用者の名前。 */
  readonly subjectName: string;
  /** 引き継ぐ相手の名前。 */
  readonly targetName: string | null;
  /** いまの人が確かめてよいか。決まった求めでは false。 */
  readonly mayConfirm: boolean;
};

/** @returns 対応の表と、新しい順の求め。管理者でない人は forbidden */
export async function openStaffGroups(
  context: UseCaseContext,
): Promise<
  Result<{ readonly rows: readonly StaffGroupRow[]; readonly changes: readonly ShownChange[] }, Refusal>
> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  return ok({
    rows: staffGroupTable(context.database.reader),
    changes: shownChanges(context, accessChangeList(context.database, MOST_SHOWN)),
  });
}

/** 求めに、名前と、いまの人が確かめてよいかを添える。 */
export function shownChanges<T extends AccessChangeRow>(
  context: UseCaseContext,
  changes: readonly T[],
): readonly (T & ShownChange)[] {
  const { id } = actorStamp(context.actor);
  const names = accountNames(
    context.database,
    changes.flatMap(({ subject, target }) => (target === null ? [subject] : [subject, target])),
  );
  return changes.map((change) => ({
    ...change,
    subjectName: names.get(change.subject) ?? change.subject,
    targetName: change.target === null ? null : (names.get(change.target) ?? change.target),
    mayConfirm: change.outcome === null && mayConfirmChange(change, id),
  }));
}

export type AskedChange = GroupRow & {
  readonly kind: RoleChangeKind;
  readonly reason: string;
};

/**
 * 変更を求める。まだ何も変わらない。
 *
 * @param input.groupName 役割を戻すときは、職員の利用者番号
 * @returns 受け取れない欄は invalid
 */
export async function askAccessChange(
  context: UseCaseContext,
  input: AskedChange,
): Promise<Result<null, Refusal>> {
  const allowed = authorise(context, "users.manage", {});
  if (!allowed.ok) return allowed;
  const { kind, role, officeCode } = input;
  const reason = input.reason.trim();
  const subject = input.groupName.trim();
  const errors = {
    ...(kind === "addGroup"
      ? groupRowFaults({ groupName: subject, role, officeCode }, ministryOf(context))
      : {}),
    ...(reason === "" || reason.length > 500 ? { reason: ["理由を500文字までで書いてください。"] } : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  if (!changesSomething(context, input, subject)) return refuse({ kind: "notFound" });
  await recordAsk(context, "access.askChange", { kind, subject, role, officeCode, reason });
  return ok(null);
}

/** 除く対応と戻す役割は、いまあるものに限る。 */
function changesSomething(
  { database }: UseCaseContext,
  { kind, role, officeCode }: AskedChange,
  subject: string,
): boolean {
  const here = (place: { readonly role: string; readonly officeCode: string }): boolean =>
    place.role === role && place.officeCode === officeCode;
  switch (kind) {
    case "addGroup":
      return true;
    case "removeGroup":
      return staffGroupTable(database.reader).some((row) => row.groupName === subject && here(row));
    case "restoreRole":
      return withheldRolesOf(database.reader, subject).some(here);
  }
}

/** 求めを書く。 */
export async function recordAsk(
  context: UseCaseContext,
  action: "access.askChange" | "accounts.askChange",
  asked: Pick<AccessChangeRow, "kind" | "subject" | "role" | "officeCode" | "reason"> &
    Partial<Pick<AccessChangeRow, "target" | "fromCompany" | "toCompany">>,
): Promise<void> {
  const actor = actorStamp(context.actor);
  const id = context.newId();
  const at = context.clock.now();
  const row = { ...asked, id, askedBy: actor.id, askedByName: actor.name, askedAt: at };
  await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      accessChanges: [row],
      audit: [{ action, subjectKind: "accessChange", subjectId: id, details: row }],
    }),
  });
}
