import type { Place } from "#app/domain/rulebook/draft-table.ts";
import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import type { UseCaseContext } from "../context.ts";
import { applyDraftEdits, type DraftTarget } from "./apply-draft-edits.server.ts";

/**
 * 編集中の表に一行を足す。順番（order）の欄は置き場所から付く。
 *
 * @param input.place 置き場所。省けば同じ組の末尾
 * @returns 欄の誤りと、鍵の重なりは draftRows（invalid）で断る
 */
export const addDraftRow = (
  context: UseCaseContext,
  input: DraftTarget & { readonly cells: FactCells; readonly place?: Place },
) =>
  applyDraftEdits(context, { ...input, kind: "add" }, [
    { kind: "add", factId: context.newId(), cells: input.cells, place: input.place ?? "last" },
  ]);
