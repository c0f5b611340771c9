/** 一行を広げて見る・編集する欄の値。route が作り、RowPanel が描く。 */
import type { ColumnInput } from "#app/domain/rulebook/descriptors/column-input.ts";
import type { LetterPreview } from "./LetterSample.tsx";
import type { CellOption } from "#app/domain/rulebook/table-choices.ts";

export type CellField = {
  readonly column: string;
  readonly label: string;
  readonly help: string | null;
  readonly input: ColumnInput;
  /** 画面を開いた時の値。 */
  readonly was: string;
  /** 欄に入れておく値。日付は和暦。 */
  readonly value: string;
  /** 言葉にした今の値。 */
  readonly shown: string;
  readonly options: readonly CellOption[];
  readonly errors: readonly string[];
};

/** ほかの人が先に書いたとき、欄ごとの二つの値。 */
export type RowConflict = {
  readonly by: string;
  readonly at: string;
  /** 相手が行を消した。 */
  readonly removed: boolean;
  readonly columns: readonly {
    readonly column: string;
    readonly label: string;
    readonly mine: string;
    readonly mineShown: string;
    readonly theirs: string;
    readonly theirsShown: string;
  }[];
};

export type RowPanelValues = {
  readonly mode: "edit" | "add" | "view";
  /** 足すときは空。 */
  readonly factId: string;
  /** 足すときの置き場所: first、last、行の番号。 */
  readonly place: string;
  readonly title: string;
  readonly fields: readonly CellField[];
  /** 行の全体への誤り（鍵の重なりなど）。 */
  readonly errors: readonly string[];
  readonly reason: string;
  readonly reasonErrors: readonly string[];
  /** 画面を開いた時の、版の編集の通し番号。 */
  readonly revision: number;
  /** 順番のある表で、同じ組の中の何番目か。 */
  readonly position: { readonly number: number; readonly of: number } | null;
  /** 送り先。断片（#）を含まず、誤りの一覧に焦点が当たる。 */
  readonly action: string;
  readonly closeHref: string;
  readonly copyHref: string | null;
  readonly addBelowHref: string | null;
  readonly conflict: RowConflict | null;
  /** 通知書の文面の表で、この行の文面による見本。ほかの表では無い。 */
  readonly preview?: LetterPreview | undefined;
};
