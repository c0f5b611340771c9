/** 一つの表を、編集の画面に要る物ごと読む: 指される表の行と、編集の理由の下書き。 */
import { cellsOf } from "#app/domain/rulebook/row-cells.ts";
import { type ReferenceRows, referencedTables } from "#app/domain/rulebook/table-choices.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { draftTable, editsOf } from "#db/queries/draft-editions.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type EditionTable, openEditionTable } from "./open-edition-table.server.ts";

export type TableEditor = EditionTable & {
  readonly references: ReferenceRows;
  /** この人がこの版で最後に書いた理由。まだ書いていなければ、版を作った理由。 */
  readonly reason: string;
};

const EDITS_SEARCHED = 100;

export async function openTableEditor(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly table: TableName },
): Promise<Result<TableEditor, Refusal>> {
  const opened = await openEditionTable(context, input);
  if (!opened.ok) return opened;
  const references = await Promise.all(
    referencedTables(input.table).map(async (table) => {
      const rows = await draftTable(context.database, input.editionId, table);
      return [table, rows.map(({ row }) => cellsOf(table, row))] as const;
    }),
  );
  const { id } = actorStamp(context.actor);
  const edits = await editsOf(context.database, input.editionId, EDITS_SEARCHED);
  const mine = edits.find(({ editedBy, undoes }) => editedBy === id && undoes === null);
  return ok({
    ...opened.value,
    references: Object.fromEntries(references),
    reason: mine?.reason ?? opened.value.edition.statusReason,
  });
}
