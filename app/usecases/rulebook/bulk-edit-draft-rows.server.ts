import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyDraftEdits, type DraftEdited, type DraftTarget } from "./apply-draft-edits.server.ts";

export type BulkEdit = DraftTarget & {
  /** 選んだ行と、画面が読んだその版。 */
  readonly rows: readonly { readonly factId: string; readonly version: number }[];
  /** 同じ欄に同じ値を書く、又は全部を消す。 */
  readonly change: { readonly kind: "set"; readonly cells: FactCells } | { readonly kind: "remove" };
};

/** 選んだ行をまとめて変える。一つの編集として残り、一度に取り消せる。一行でも断られれば何も変えない。 */
export async function bulkEditDraftRows(
  context: UseCaseContext,
  input: BulkEdit,
): Promise<Result<DraftEdited, Refusal>> {
  const { rows, change } = input;
  if (rows.length === 0) return refuse({ kind: "invalid", errors: { rows: ["変える行を選んでください。"] } });
  return applyDraftEdits(
    context,
    { ...input, kind: "bulk" },
    rows.map(({ factId, version }) =>
      change.kind === "set"
        ? { kind: "change", factId, version, cells: change.cells }
        : { kind: "remove", factId, version },
    ),
  );
}
