/** 代決の読み出し。 */
import { and, desc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Connection, Database, Transaction } from "../client.ts";
import { accounts, staffAssignments, substitutions } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type SubstitutionRow = typeof substitutions.$inferSelect;

const managerRole = alias(staffAssignments, "manager_role");
const ownRole = alias(staffAssignments, "own_role");

/**
 * その職員がその日に代わっている決裁。任せた人が決裁者でなくなった物と、任された人が局を離れた物は入らない。
 *
 * @param today 東京の今日
 */
export async function standingInFor(
  database: Database,
  accountId: string,
  today: string,
): Promise<readonly SubstitutionRow[]> {
  const rows = standingIn(database.reader).all({ accountId, today });
  return [...new Map(rows.map(({ substitution }) => [substitution.id, substitution])).values()];
}

const standingIn = preparedOnce((reader: Connection) =>
  reader
    .select({ substitution: substitutions })
    .from(substitutions)
    .innerJoin(
      managerRole,
      and(
        eq(managerRole.accountId, substitutions.managerId),
        eq(managerRole.role, "officeManager"),
        eq(managerRole.officeCode, substitutions.officeCode),
      ),
    )
    .innerJoin(
      ownRole,
      and(
        eq(ownRole.accountId, substitutions.substituteId),
        inArray(ownRole.role, ["reviewer", "officeManager"]),
        eq(ownRole.officeCode, substitutions.officeCode),
      ),
    )
    .innerJoin(accounts, and(eq(accounts.id, substitutions.managerId), eq(accounts.active, true)))
    .where(
      and(
        eq(substitutions.substituteId, sql.placeholder("accountId")),
        gte(substitutions.toDay, sql.placeholder("today")),
        lte(substitutions.fromDay, sql.placeholder("today")),
        isNull(substitutions.endedAt),
      ),
    )
    .prepare(),
);

/** その局々の代決。新しい順に limit 件まで。 */
export async function officeSubstitutions(
  database: Database,
  offices: readonly string[],
  limit: number,
): Promise<readonly SubstitutionRow[]> {
  return database.reader
    .select()
    .from(substitutions)
    .where(inArray(substitutions.officeCode, [...offices]))
    .orderBy(desc(substitutions.fromDay), desc(substitutions.createdAt))
    .limit(limit)
    .all();
}

export async function substitution(database: Database, id: string): Promise<SubstitutionRow | undefined> {
  return database.reader.select().from(substitutions).where(eq(substitutions.id, id)).get();
}

/** その二人のどちらかが関わり、その期間に重なる、終えていない代決。 */
export function substitutionsAbout(
  connection: Connection | Transaction,
  people: readonly string[],
  period: { readonly fromDay: string; readonly toDay: string },
): readonly SubstitutionRow[] {
  return connection
    .select()
    .from(substitutions)
    .where(
      and(
        or(inArray(substitutions.managerId, [...people]), inArray(substitutions.substituteId, [...people])),
        isNull(substitutions.endedAt),
        lte(substitutions.fromDay, period.toDay),
        gte(substitutions.toDay, period.fromDay),
      ),
    )
    .all();
}
