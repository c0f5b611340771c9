/** 職員のグループから割当てを計算する。ログインのときと、権限の変更が効くときに使う。 */
import { assignmentsFromGroups, type GroupRow, type RolePlace } from "#app/domain/access/staff-groups.ts";
import { staffAccounts, staffGroupsNamed, withheldRolesOf } from "#db/queries/staff-access.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";

type Assigned = NonNullable<PlannedRows<unknown>["assignments"]>[number];

/** 局の符号から省庁名を引く。 */
export const ministryOf =
  (context: UseCaseContext) =>
  (officeCode: string): string | undefined =>
    currentRulebook(context).rulebook.offices.get(officeCode)?.ministry;

/** 一人の、いまの対応での割当て。 */
export const assignedTo = (
  context: UseCaseContext,
  accountId: string,
  groups: readonly string[],
  table: readonly GroupRow[] = staffGroupsNamed(context.database.reader, groups),
  withheld: readonly RolePlace[] = withheldRolesOf(context.database.reader, accountId),
): Assigned => ({
  accountId,
  rows: assignmentsFromGroups(groups, {
    access: context.staffAccess,
    table,
    withheld,
    ministryOf: ministryOf(context),
  }).map(({ role, officeCode, ministry }) => ({
    accountId,
    role,
    officeCode: officeCode ?? "",
    ministry: ministry ?? "",
    createdAt: context.clock.now(),
  })),
});

/**
 * 対応の表が変わった後の、全部の職員の割当て。書込みの取引の中から呼ぶ（ほかの変更が割り込まない）。
 *
 * @param table 変わった後の対応
 */
export function reassignEveryone(context: UseCaseContext, table: readonly GroupRow[]): readonly Assigned[] {
  const { reader } = context.database;
  const withheld = withheldRolesOf(reader);
  return staffAccounts(reader).map(({ id, claims }) =>
    assignedTo(
      context,
      id,
      groupsIn(claims),
      table,
      withheld.filter(({ accountId }) => accountId === id),
    ),
  );
}

/** 直近のログインで受け取ったグループ名。 */
export const groupsIn = (claims: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(claims["groups"])
    ? claims["groups"].filter((group): group is string => typeof group === "string")
    : [];
