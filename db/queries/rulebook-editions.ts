/** 規則集の版の一覧と、確かさごとの事実の数。 */
import { desc, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { rulebookEditions, rulebookFacts } from "../schema/index.ts";

export type EditionRow = typeof rulebookEditions.$inferSelect;

export type EditionWithCounts = EditionRow & {
  /** 確かさ → 事実の数。無い確かさは載らない。 */
  readonly facts: ReadonlyMap<string, number>;
};

/** 施行日の新しい順。 */
export async function editionsWithCounts(database: Database): Promise<readonly EditionWithCounts[]> {
  const editions = database.reader
    .select()
    .from(rulebookEditions)
    .orderBy(desc(rulebookEditions.effectiveFrom), desc(rulebookEditions.createdAt))
    .all();
  const counts = database.reader
    .select({
      editionId: rulebookFacts.editionId,
      certainty: rulebookFacts.certainty,
      total: sql<number>`count(*)`,
    })
    .from(rulebookFacts)
    .groupBy(rulebookFacts.editionId, rulebookFacts.certainty)
    .all();
  return editions.map((edition) => ({
    ...edition,
    facts: new Map(
      counts
        .filter((count) => count.editionId === edition.id)
        .map(({ certainty, total }) => [certainty, total]),
    ),
  }));
}
