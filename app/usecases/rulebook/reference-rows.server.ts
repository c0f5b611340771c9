/** ほかの表を指す値の、呼び名のある行を読む。 */
import { cellsOf, type FactCells } from "#app/domain/rulebook/row-cells.ts";
import { type ReferenceRows, referencedTables } from "#app/domain/rulebook/table-choices.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { draftTable } from "#db/queries/draft-editions.ts";
import type { UseCaseContext } from "../context.ts";

/**
 * @param editionIds 読む版。後の版の呼び名が勝つ
 * @param tables 指す側の表
 * @param earlier もう版にない行。呼び名がほかになければ使う
 */
export async function readReferenceRows(
  context: UseCaseContext,
  editionIds: readonly string[],
  tables: readonly TableName[],
  earlier: (table: TableName) => readonly FactCells[] = () => [],
): Promise<ReferenceRows> {
  const targets = [...new Set(tables.flatMap(referencedTables))];
  const references = await Promise.all(
    targets.map(async (table) => {
      const rows: FactCells[] = [...earlier(table)];
      for (const editionId of editionIds)
        for (const { row } of await draftTable(context.database, editionId, table))
          rows.push(cellsOf(table, row));
      return [table, rows] as const;
    }),
  );
  return Object.fromEntries(references);
}
