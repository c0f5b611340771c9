/** 規則集の版の書込み: 写し、状態の変わり目、編集中の一つの表。 */
import { and, eq, sql } from "drizzle-orm";
import type { DraftRow } from "#app/domain/rulebook/draft-table.ts";
import { keyOfRow } from "#app/domain/rulebook/row-cells.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { Transaction } from "../client.ts";
import { rulebookEditions, rulebookEdits, rulebookFacts } from "../schema/index.ts";
import type { PlannedRows, TableSave } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

export function writeEditionRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const { row, from } of rows.editionCopies ?? []) {
    tx.insert(rulebookEditions).values(row).run();
    tx.run(sql`
      insert into rulebook_facts (edition_id, fact_id, table_name, key, position, body, certainty, source, version)
      select ${row.id}, fact_id, table_name, key, position, body, certainty, source, 0
      from rulebook_facts where edition_id = ${from}`);
  }
  for (const { id, expectedRevision, set } of rows.editionChanges ?? []) {
    const written = tx
      .update(rulebookEditions)
      .set(set)
      .where(and(eq(rulebookEditions.id, id), eq(rulebookEditions.revision, expectedRevision)))
      .run();
    if (written.changes !== 1) throw new StaleVersion("edition", id);
  }
  for (const save of rows.tables ?? []) saveTable(tx, save);
  for (const row of rows.rulebookEdits ?? []) tx.insert(rulebookEdits).values(row).run();
}

/** 前の行と比べて、変わったところだけを書く。 */
function saveTable<T extends TableName>(tx: Transaction, { editionId, table, before, after }: TableSave<T>) {
  const known = new Map(before.map((row, position) => [row.factId, { row, position }]));
  const kept = new Set(after.map(({ factId }) => factId));
  const fact = (factId: string) =>
    and(eq(rulebookFacts.editionId, editionId), eq(rulebookFacts.factId, factId));
  for (const factId of known.keys())
    if (!kept.has(factId)) tx.delete(rulebookFacts).where(fact(factId)).run();
  after.forEach((row, position) => {
    const earlier = known.get(row.factId);
    if (earlier === undefined)
      tx.insert(rulebookFacts)
        .values({ editionId, ...factValues(table, row, position) })
        .run();
    else if (earlier.row !== row)
      tx.update(rulebookFacts)
        .set(factValues(table, row, position))
        .where(fact(row.factId))
        .run();
    else if (earlier.position !== position)
      tx.update(rulebookFacts).set({ position }).where(fact(row.factId)).run();
  });
}

/** 一行を、置き場所の欄に分ける。 */
export function factValues<T extends TableName>(
  table: T,
  { factId, version, row }: DraftRow<T>,
  position: number,
) {
  const { certainty, source, ...body } = row;
  return { factId, tableName: table, key: keyOfRow(table, row), position, body, certainty, source, version };
}
