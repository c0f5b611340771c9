/** 版の中の一つの表を、画面の欄の形で読む。 */
import { cellsOf, columnsOf, type FactCells } from "#app/domain/rulebook/row-cells.ts";
import { isOrdered } from "#app/domain/rulebook/row-order.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { draftTable } from "#db/queries/draft-editions.ts";
import type { EditionRow } from "#db/queries/rulebook-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type EditionTable = {
  readonly edition: EditionRow;
  readonly table: TableName;
  readonly columns: readonly string[];
  /** 並べ替えられる表か。order の欄は並びから付く。 */
  readonly ordered: boolean;
  readonly rows: readonly {
    readonly factId: string;
    readonly version: number;
    readonly cells: FactCells;
  }[];
};

export async function openEditionTable(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly table: TableName },
): Promise<Result<EditionTable, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const { table } = input;
  const rows = await draftTable(context.database, input.editionId, table);
  return ok({
    edition: loaded.value,
    table,
    columns: columnsOf(table),
    ordered: isOrdered(table),
    rows: rows.map(({ factId, version, row }) => ({ factId, version, cells: cellsOf(table, row) })),
  });
}
