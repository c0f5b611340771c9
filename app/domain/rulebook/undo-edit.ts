/** 編集の取消し。記録の逆の編集を作る。取消しの取消し（やり直し）も同じ道を通る。 */
import type { FactCells } from "./row-cells.ts";
import type { Place, RowChange, RowEdit } from "./draft-table.ts";

/** 記録された編集を元に戻す編集。version は、その編集の通し番号（後から変わっていれば断られる）。 */
export const undoEdits = (changes: readonly RowChange[], revision: number): readonly RowEdit[] => [
  // 消した行を、前の行から順に戻してから、ほかを戻す。置き場所の行がいつもあるように。
  ...changes.flatMap(({ factId, before, after }): readonly RowEdit[] =>
    after === null && before !== null
      ? [{ kind: "add", factId, cells: before.cells, place: placeAfter(before.after) }]
      : [],
  ),
  ...changes.toReversed().flatMap((change) => undoChange(change, revision)),
  // 並びは、中身を戻した後に、前の行から順に置き直す。
  ...(changes.some(moved) ? changes.flatMap((change) => undoMove(change, revision)) : []),
];

const moved = ({ before, after }: RowChange): boolean =>
  before !== null && after !== null && before.after !== after.after;

const undoMove = ({ factId, before }: RowChange, version: number): readonly RowEdit[] =>
  before === null ? [] : [{ kind: "move", factId, version, place: placeAfter(before.after) }];

function undoChange({ factId, before, after }: RowChange, version: number): readonly RowEdit[] {
  if (after === null) return [];
  if (before === null) return [{ kind: "remove", factId, version }];
  const cells = differingCells(before.cells, after.cells);
  return Object.keys(cells).length === 0 ? [] : [{ kind: "change", factId, version, cells }];
}

const placeAfter = (factId: string | null): Place => (factId === null ? "first" : { after: factId });

/** 順番は並びから付くので、戻す欄に数えない。 */
const differingCells = (before: FactCells, after: FactCells): FactCells =>
  Object.fromEntries(
    Object.entries(before).filter(([column, value]) => column !== "order" && after[column] !== value),
  );
