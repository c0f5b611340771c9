import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import type { UseCaseContext } from "../context.ts";
import { applyDraftEdits, type DraftTarget } from "./apply-draft-edits.server.ts";

/**
 * 編集中の一行を書き換える。
 *
 * @param input.version 画面が読んだ行の版
 * @param input.cells 変える欄だけ。CSV と同じ書き方の文字列
 * @returns 欄の誤りは draftRows（invalid）、先に書かれていれば draftRows（conflict、両方の値つき）で断る
 */
export const editDraftRow = (
  context: UseCaseContext,
  input: DraftTarget & {
    readonly factId: string;
    readonly version: number;
    readonly cells: FactCells;
  },
) =>
  applyDraftEdits(context, { ...input, kind: "change" }, [
    { kind: "change", factId: input.factId, version: input.version, cells: input.cells },
  ]);
