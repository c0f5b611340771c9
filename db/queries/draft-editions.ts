/** 版の見出し、編集中の表、編集の記録を読む。 */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { DraftRow } from "#app/domain/rulebook/draft-table.ts";
import { completeBody } from "#app/domain/rulebook/stored-row.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { Database } from "../client.ts";
import { rulebookEditions, rulebookEdits, rulebookFacts } from "../schema/index.ts";
import type { EditionRow } from "./rulebook-editions.ts";

export type EditRow = typeof rulebookEdits.$inferSelect;

export async function findEdition(database: Database, id: string): Promise<EditionRow | undefined> {
  return database.reader.select().from(rulebookEditions).where(eq(rulebookEditions.id, id)).get();
}

/** 一つの表の行。版の中の順。 */
export async function draftTable<T extends TableName>(
  database: Database,
  editionId: string,
  table: T,
): Promise<readonly DraftRow<T>[]> {
  const facts = database.reader
    .select()
    .from(rulebookFacts)
    .where(and(eq(rulebookFacts.editionId, editionId), eq(rulebookFacts.tableName, table)))
    .orderBy(asc(rulebookFacts.position))
    .all();
  return facts.map(({ factId, version, body, certainty, source }) => ({
    factId,
    version,
    // 書くときに検査した行なので、形は表の定義どおり。
    row: { ...completeBody(table, body), certainty, source } as unknown as DraftRow<T>["row"],
  }));
}

/** 新しい順の編集の記録。 */
export async function editsOf(
  database: Database,
  editionId: string,
  limit: number,
): Promise<readonly EditRow[]> {
  return database.reader
    .select()
    .from(rulebookEdits)
    .where(eq(rulebookEdits.editionId, editionId))
    .orderBy(desc(rulebookEdits.revision))
    .limit(limit)
    .all();
}

export async function findEdit(
  database: Database,
  editionId: string,
  revision: number,
): Promise<EditRow | undefined> {
  return database.reader
    .select()
    .from(rulebookEdits)
    .where(and(eq(rulebookEdits.editionId, editionId), eq(rulebookEdits.revision, revision)))
    .get();
}

/** その編集を取り消した編集の通し番号。取り消していなければ null。 */
export async function undoneBy(
  database: Database,
  editionId: string,
  revision: number,
): Promise<number | null> {
  const row = database.reader
    .select({ revision: rulebookEdits.revision })
    .from(rulebookEdits)
    .where(and(eq(rulebookEdits.editionId, editionId), eq(rulebookEdits.undoes, revision)))
    .get();
  return row?.revision ?? null;
}

/** 表と確かさごとの、決まりの数。 */
export async function factCounts(
  database: Database,
  editionId: string,
): Promise<readonly { readonly tableName: string; readonly certainty: string; readonly total: number }[]> {
  return database.reader
    .select({
      tableName: rulebookFacts.tableName,
      certainty: rulebookFacts.certainty,
      total: sql<number>`count(*)`,
    })
    .from(rulebookFacts)
    .where(eq(rulebookFacts.editionId, editionId))
    .groupBy(rulebookFacts.tableName, rulebookFacts.certainty)
    .all();
}
