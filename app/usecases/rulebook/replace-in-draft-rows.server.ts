import { replaceInColumn } from "#app/domain/rulebook/read-cells.ts";
import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyDraftEdits, type DraftEdited, type DraftTarget } from "./apply-draft-edits.server.ts";

export type Replacement = DraftTarget & {
  /** 選んだ行と、画面が読んだその欄。 */
  readonly rows: readonly { readonly factId: string; readonly version: number; readonly cells: FactCells }[];
  readonly column: string;
  readonly find: string;
  readonly replacement: string;
};

/** 選んだ行の一つの欄の中の言葉を置き換える。一つの編集として残り、一度に取り消せる。 */
export async function replaceInDraftRows(
  context: UseCaseContext,
  input: Replacement,
): Promise<Result<DraftEdited, Refusal>> {
  if (input.find === "")
    return refuse({ kind: "invalid", errors: { find: ["置き換える言葉を入力してください。"] } });
  const replaced = replaceInColumn(input.rows, input.column, input.find, input.replacement);
  if (replaced.length === 0)
    return refuse({ kind: "invalid", errors: { find: ["選んだ行に、この言葉はありません。"] } });
  return applyDraftEdits(
    context,
    { ...input, kind: "bulk" },
    replaced.map(({ row: { factId, version }, value }) => ({
      kind: "change",
      factId,
      version,
      cells: { [input.column]: value },
    })),
  );
}
