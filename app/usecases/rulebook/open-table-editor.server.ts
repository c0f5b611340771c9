/** 一つの表を、編集の画面に要る物ごと読む: 指される表の行と、編集の理由の下書き。 */
import type { ReferenceRows } from "#app/domain/rulebook/table-choices.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { editsOf } from "#db/queries/draft-editions.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type EditionTable, openEditionTable } from "./open-edition-table.server.ts";
import { readReferenceRows } from "./reference-rows.server.ts";

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
  const references = await readReferenceRows(context, [input.editionId], [input.table]);
  const { id } = actorStamp(context.actor);
  const edits = await editsOf(context.database, input.editionId, EDITS_SEARCHED);
  const mine = edits.find(({ editedBy, undoes }) => editedBy === id && undoes === null);
  return ok({
    ...opened.value,
    references,
    reason: mine?.reason ?? opened.value.edition.statusReason,
  });
}
