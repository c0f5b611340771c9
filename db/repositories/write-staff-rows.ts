import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import {
  accessChanges,
  staffAssignments,
  staffGroups,
  staffInvitations,
  withheldRoles,
} from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 職員の役割の対応、求め、外した役割、招き、役割の付け直しを書く。もう決まった求めを決めようとしたら断る。 */
export function writeStaffRows(
  tx: Transaction,
  { actor, at }: Pick<WritePlan<unknown>, "actor" | "at">,
  rows: PlannedRows<unknown>,
): void {
  // 決まっていない同じ求めがあれば、最初の一つのまま。
  for (const row of rows.accessChanges ?? [])
    tx.insert(accessChanges).values(row).onConflictDoNothing().run();
  for (const { id, outcome } of rows.accessDecisions ?? []) {
    const decided = tx
      .update(accessChanges)
      .set({ outcome, decidedBy: actor.id, decidedByName: actor.name, decidedAt: at })
      .where(and(eq(accessChanges.id, id), isNull(accessChanges.outcome)))
      .run();
    if (decided.changes !== 1) throw new StaleVersion("accessChange", id);
  }
  for (const row of rows.staffGroups ?? []) tx.insert(staffGroups).values(row).onConflictDoNothing().run();
  for (const { groupName, role, officeCode } of rows.removedStaffGroups ?? [])
    tx.delete(staffGroups)
      .where(
        and(
          eq(staffGroups.groupName, groupName),
          eq(staffGroups.role, role),
          eq(staffGroups.officeCode, officeCode),
        ),
      )
      .run();
  for (const row of rows.withheldRoles ?? [])
    tx.insert(withheldRoles).values(row).onConflictDoNothing().run();
  for (const { accountId, role, officeCode } of rows.restoredRoles ?? [])
    tx.delete(withheldRoles)
      .where(
        and(
          eq(withheldRoles.accountId, accountId),
          eq(withheldRoles.role, role),
          eq(withheldRoles.officeCode, officeCode),
        ),
      )
      .run();
  for (const row of rows.invitations ?? [])
    tx.insert(staffInvitations).values(row).onConflictDoNothing().run();
  for (const { id, accountId } of rows.usedInvitations ?? [])
    tx.update(staffInvitations).set({ accountId, usedAt: at }).where(eq(staffInvitations.id, id)).run();
  for (const { accountId, rows: given } of rows.assignments ?? []) {
    tx.delete(staffAssignments).where(eq(staffAssignments.accountId, accountId)).run();
    for (const row of given) tx.insert(staffAssignments).values(row).run();
  }
}
