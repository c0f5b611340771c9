import { renumberItems } from "#app/domain/rulebook/item-numbers.ts";
import { cellsOf, type FactCells } from "#app/domain/rulebook/row-cells.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { draftTable } from "#db/queries/draft-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyDraftEdits, type DraftEdited } from "./apply-draft-edits.server.ts";
import { loadEdition } from "./edition-access.server.ts";

export type ItemNumbering = {
  readonly editionId: string;
  readonly reason: string;
  /** 一つの区分又は指針の項目と、画面が読んだその版。公表順。 */
  readonly rows: readonly { readonly factId: string; readonly version: number; readonly cells: FactCells }[];
};

/**
 * 項目の記号を、公表順に 1 から付け直す。一つの編集として残り、一度に取り消せる。
 *
 * @returns もう順のとおりなら invalid、開いた後に動いた行は draftRows（conflict）で断る
 */
export async function renumberDraftItems(
  context: UseCaseContext,
  { editionId, reason, rows }: ItemNumbering,
): Promise<Result<DraftEdited, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.edit", editionId);
  if (!loaded.ok) return loaded;
  const sections = await draftTable(context.database, editionId, "guidelineSections");
  const codes = new Map(sections.map(({ row }) => [row.id, cellsOf("guidelineSections", row)["code"] ?? ""]));
  const renumbered = renumberItems(rows, codes);
  if (renumbered.length === 0)
    return refuse({
      kind: "invalid",
      errors: { rows: ["番号は、もう順のとおりです。何も変えていません。"] },
    });
  return applyDraftEdits(
    context,
    { editionId, table: "guidelineItems", reason, kind: "bulk" },
    renumbered.map(({ row: { factId, version }, cells }) => ({ kind: "change", factId, version, cells })),
  );
}
