import type { TableName } from "#app/domain/rulebook/tables.ts";
import { undoEdits } from "#app/domain/rulebook/undo-edit.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { findEdit, undoneBy } from "#db/queries/draft-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyDraftEdits, type DraftEdited } from "./apply-draft-edits.server.ts";
import { loadEdition } from "./edition-access.server.ts";

export type UndoInput = {
  readonly editionId: string;
  /** 取り消す編集の通し番号。 */
  readonly revision: number;
  readonly reason: string;
};

/**
 * 編集中の版への一つの編集を取り消す。取消しも編集として残り、取消しを取り消せばやり直しになる。
 *
 * @returns もう取り消した編集は invalid、後から同じ行が変わっていれば draftRows（conflict）で断る
 */
export async function undoDraftEdit(
  context: UseCaseContext,
  input: UndoInput,
): Promise<Result<DraftEdited, Refusal>> {
  const { editionId, revision } = input;
  const loaded = await loadEdition(context, "rulebook.edit", editionId);
  if (!loaded.ok) return loaded;
  const edit = await findEdit(context.database, editionId, revision);
  if (edit === undefined) return refuse({ kind: "notFound" });
  if ((await undoneBy(context.database, editionId, revision)) !== null)
    return refuse({ kind: "invalid", errors: { revision: ["この編集は、もう取り消しました。"] } });
  return applyDraftEdits(
    context,
    {
      editionId,
      table: edit.tableName as TableName,
      reason: input.reason,
      kind: "undo",
      undoes: revision,
    },
    undoEdits(edit.changes, revision),
  );
}
