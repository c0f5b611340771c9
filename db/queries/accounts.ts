/** 利用者・会社・セッションの読み出し。 */
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import { accounts, companies, keptForms, sessions, staffAssignments } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type AccountRow = typeof accounts.$inferSelect;
export type CompanyRow = typeof companies.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
export type KeptFormRow = typeof keptForms.$inferSelect;
export type AssignmentRow = typeof staffAssignments.$inferSelect;

export async function accountBySubject(
  database: Database,
  issuer: string,
  subject: string,
): Promise<AccountRow | undefined> {
  return database.reader
    .select()
    .from(accounts)
    .where(and(eq(accounts.issuer, issuer), eq(accounts.subject, subject)))
    .get();
}

export async function accountById(database: Database, id: string): Promise<AccountRow | undefined> {
  return byId(database.reader).get({ id });
}

const byId = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("id")))
    .prepare(),
);

/** 会社の利用者の全員。名前の順。 */
export const accountsOfCompany = ({ reader }: Database, companyKey: string): readonly AccountRow[] =>
  reader
    .select()
    .from(accounts)
    .where(eq(accounts.companyKey, companyKey))
    .orderBy(asc(accounts.displayName))
    .all();

/** 利用者の id から名前。いない id は入らない。 */
export function accountNames(database: Database, ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== "");
  if (wanted.length === 0) return new Map();
  const rows = database.reader
    .select({ id: accounts.id, name: accounts.displayName })
    .from(accounts)
    .where(inArray(accounts.id, wanted))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function assignmentsOf(
  database: Database,
  accountId: string,
): Promise<readonly AssignmentRow[]> {
  return assignmentsOfAccount(database.reader).all({ accountId });
}

const assignmentsOfAccount = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(staffAssignments)
    .where(eq(staffAssignments.accountId, sql.placeholder("accountId")))
    .prepare(),
);

const companyBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(companies)
    .where(eq(companies.key, sql.placeholder("key")))
    .prepare(),
);

export async function companyByKey(database: Database, key: string): Promise<CompanyRow | undefined> {
  return companyBy(database.reader).get({ key });
}

export async function sessionByHash(database: Database, tokenHash: string): Promise<SessionRow | undefined> {
  return sessionOfHash(database.reader).get({ tokenHash });
}

const sessionOfHash = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, sql.placeholder("tokenHash")))
    .prepare(),
);

/** その人の、まだ使えるログイン。 */
export async function liveSessions(
  database: Database,
  accountId: string,
  now: string,
): Promise<readonly SessionRow[]> {
  return database.reader
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.accountId, accountId), gt(sessions.idleUntil, now), gt(sessions.absoluteUntil, now)),
    )
    .all();
}

/** 局の役割を持つ職員。新しい申請の知らせの宛先。 */
export async function officeStaff(
  database: Database,
  officeCode: string,
  role: string,
): Promise<readonly AccountRow[]> {
  return database.reader
    .select({ account: accounts })
    .from(staffAssignments)
    .innerJoin(accounts, eq(accounts.id, staffAssignments.accountId))
    .where(
      and(
        eq(staffAssignments.officeCode, officeCode),
        eq(staffAssignments.role, role),
        eq(accounts.active, true),
      ),
    )
    .all()
    .map((row) => row.account);
}

export async function keptFormById(database: Database, id: string): Promise<KeptFormRow | undefined> {
  return database.reader.select().from(keptForms).where(eq(keptForms.id, id)).get();
}
