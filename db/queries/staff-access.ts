/** 職員の役割の対応、求め、外した役割、招きの読み出し。 */
import { and, asc, desc, eq, getTableColumns, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import {
  accessChanges,
  accounts,
  companies,
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

/** その利用者たちについての求め。まだ決まっていない物を先に、新しい順。 */
export const accessChangesAbout = (
  database: Database,
  accountIds: readonly string[],
): readonly AccessChangeRow[] =>
  database.reader
    .select()
    .from(accessChanges)
    .where(inArray(accessChanges.subject, [...accountIds]))
    .orderBy(sql`${accessChanges.outcome} is not null`, desc(accessChanges.askedAt))
    .all();

/** 事業者のアカウントについての、まだ決まっていない求め。新しい順。 */
export const openAccountChanges = ({ reader }: Database) =>
  reader
    .select({
      ...getTableColumns(accessChanges),
      companyKey: companies.key,
      companyName: companies.name,
    })
    .from(accessChanges)
    .innerJoin(accounts, eq(accounts.id, accessChanges.subject))
    .innerJoin(companies, eq(companies.key, accounts.companyKey))
    // 索引 access_changes_open の条件と同じ語で書くと、決まった求めを読まない。
    .where(
      sql`${accessChanges.outcome} is null and ${accessChanges.kind} in ('stopAccount', 'resumeAccount', 'relinkAccount')`,
    )
    .orderBy(desc(accessChanges.askedAt))
    .all();

/** 引き継がれて番号の変わった会社の、いまの鍵。変わっていなければそのまま。 */
export function currentCompanyKey(database: Database, companyKey: string): string {
  const moved = database.reader
    .select({ key: accessChanges.toCompany })
    .from(accessChanges)
    .where(
      and(
        eq(accessChanges.fromCompany, companyKey),
        ne(accessChanges.toCompany, companyKey),
        eq(accessChanges.outcome, "confirmed"),
      ),
    )
    .get();
  return typeof moved?.key === "string" ? currentCompanyKey(database, moved.key) : companyKey;
}

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
