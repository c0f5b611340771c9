/** 職員の役割の対応、求め、外した役割、招きの読み出し。 */
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import {
  accessChanges,
  accounts,
  staffAssignments,
  staffGroups,
  staffInvitations,
  withheldRoles,
} from "../schema/index.ts";
import type { AccountRow, AssignmentRow } from "./accounts.ts";

export type StaffGroupRow = typeof staffGroups.$inferSelect;
export type AccessChangeRow = typeof accessChanges.$inferSelect;
export type WithheldRoleRow = typeof withheldRoles.$inferSelect;
export type InvitationRow = typeof staffInvitations.$inferSelect;

export const staffGroupTable = (reader: Connection): readonly StaffGroupRow[] =>
  reader.select().from(staffGroups).orderBy(asc(staffGroups.groupName)).all();

/** その名前のグループの対応。 */
export const staffGroupsNamed = (reader: Connection, names: readonly string[]): readonly StaffGroupRow[] =>
  names.length === 0
    ? []
    : reader
        .select()
        .from(staffGroups)
        .where(inArray(staffGroups.groupName, [...names]))
        .all();

/** 外した役割。accountId を省けば全員の物。 */
export const withheldRolesOf = (reader: Connection, accountId?: string): readonly WithheldRoleRow[] =>
  reader
    .select()
    .from(withheldRoles)
    .where(accountId === undefined ? undefined : eq(withheldRoles.accountId, accountId))
    .all();

/** 新しい順の求め。 */
export const accessChangeList = (database: Database, limit: number): readonly AccessChangeRow[] =>
  database.reader.select().from(accessChanges).orderBy(desc(accessChanges.askedAt)).limit(limit).all();

export const accessChangeById = (database: Database, id: string): AccessChangeRow | undefined =>
  database.reader.select().from(accessChanges).where(eq(accessChanges.id, id)).get();

/** 職員の全員。名前の順。 */
export const staffAccounts = (reader: Connection): readonly AccountRow[] =>
  reader.select().from(accounts).where(eq(accounts.kind, "staff")).orderBy(asc(accounts.displayName)).all();

export const allAssignments = (reader: Connection): readonly AssignmentRow[] =>
  reader.select().from(staffAssignments).all();

/** まだ使われていない招き。email を省けば全部。 */
export const openInvitations = (database: Database, email?: string): readonly InvitationRow[] =>
  database.reader
    .select()
    .from(staffInvitations)
    .where(
      and(
        isNull(staffInvitations.accountId),
        email === undefined ? undefined : eq(staffInvitations.email, email),
      ),
    )
    .orderBy(desc(staffInvitations.invitedAt))
    .all();
