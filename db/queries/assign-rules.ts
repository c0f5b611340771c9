/** 局の担当の決まりの読み出し。 */
import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../client.ts";
import { assignRules } from "../schema/index.ts";

export type AssignRuleRow = typeof assignRules.$inferSelect;

/** その局々の決まり。先に作った順。 */
export async function assignRulesOf(
  database: Database,
  offices: readonly string[],
): Promise<readonly AssignRuleRow[]> {
  return database.reader
    .select()
    .from(assignRules)
    .where(inArray(assignRules.officeCode, [...offices]))
    .orderBy(asc(assignRules.updatedAt), asc(assignRules.id))
    .all();
}

export async function assignRule(database: Database, id: string): Promise<AssignRuleRow | undefined> {
  return database.reader.select().from(assignRules).where(eq(assignRules.id, id)).get();
}
