/** 書けなかったときに、表の画面へ返す物。 */
import { editionRefusalMessage } from "#app/domain/rulebook/edition-lifecycle.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { BulkValues } from "#app/ui/rulebook/listed-row.ts";
import type { RowPanelValues } from "#app/ui/rulebook/row-panel.ts";
import type { Refusal } from "#app/usecases/refusals.ts";

export type TableAnswer = {
  /** 画面の上に出す断り。 */
  readonly problem: string | null;
  readonly panel: RowPanelValues | null;
  readonly bulk: BulkValues | null;
  /** まとめて変える行として選んでいた行。 */
  readonly selected: readonly string[];
};

export const emptyAnswer: TableAnswer = { problem: null, panel: null, bulk: null, selected: [] };

/** 行にもまとめの欄にも結び付かない断りの文。ここで言えないものは誤りの画面にする。 */
export function problemOf(refusal: Refusal): string {
  switch (refusal.kind) {
    case "edition":
      return editionRefusalMessage(refusal.refusal);
    case "stale":
      return "ほかの管理者の編集と重なりました。何も変えていません。今の内容を確かめて、もう一度行ってください。";
    case "draftRows":
      return refusal.faults.some(({ kind }) => kind === "conflict")
        ? "画面を開いた後に、ほかの管理者がこの行を変えました。何も変えていません。今の内容を確かめて、もう一度行ってください。"
        : "この操作はできません。今の内容を確かめてください。";
    case "invalid":
      return Object.values(refusal.errors).flat().join("");
    case "notFound":
    case "forbidden":
    case "workflow":
    case "consultation":
    case "confirmation":
    case "report":
    case "notReady":
    case "noticeIncomplete":
    case "noticeUnprintable":
    case "planLife":
    case "planRequest":
    case "companyClosed":
      throw refusalResponse(refusal);
  }
}

/** 編集の取消しの断り。 */
export const undoRefused = (refusal: Refusal): string =>
  refusal.kind === "draftRows"
    ? "取り消せません。この編集の後に、同じ行が変わっています。後の編集から順に取り消してください。"
    : problemOf(refusal);
