/** ファイルの一式の一つの表を、編集中の版の同じ表に置き換える。鍵の同じ行は同じ事実として番号を引き継ぐ。 */
import type { DraftRow, EditedTable, RowChange, RowState } from "./draft-table.ts";
import { cellsOf, columnsOf, type FactCells, keyOfRow } from "./row-cells.ts";
import type { RowOf, TableName } from "./tables.ts";

/**
 * @param before 編集中の版の行
 * @param rows 検査の済んだファイルの行。置き換えた後の中身と並びになる
 * @param revision この取込みの通し番号。変わった行の新しい版になる
 * @param newFactId 足す行の番号を作る
 * @returns 置き換えた表と、変わった行。並びが変われば、戻せるように全部の行を変わったものに数える
 */
export function importTable<T extends TableName>(
  table: T,
  before: readonly DraftRow<T>[],
  rows: readonly RowOf<T>[],
  revision: number,
  newFactId: () => string,
): EditedTable<T> {
  const known = new Map(before.map((entry) => [keyOfRow(table, entry.row), entry]));
  const kept = new Set(rows.map((row) => known.get(keyOfRow(table, row))?.factId));
  const stay = before.filter(({ factId }) => kept.has(factId)).map(({ factId }) => factId);
  const arriving = rows.flatMap((row) => known.get(keyOfRow(table, row))?.factId ?? []);
  const reordered = stay.some((factId, position) => factId !== arriving[position]);
  const after = rows.map((row): DraftRow<T> => {
    const earlier = known.get(keyOfRow(table, row));
    if (earlier === undefined) return { factId: newFactId(), version: revision, row };
    const same = !reordered && sameCells(table, cellsOf(table, earlier.row), cellsOf(table, row));
    return same ? earlier : { factId: earlier.factId, version: revision, row };
  });
  return { rows: after, changes: changesOf(table, before, after) };
}

const sameCells = (table: TableName, a: FactCells, b: FactCells): boolean =>
  columnsOf(table).every((column) => a[column] === b[column]);

function changesOf<T extends TableName>(
  table: T,
  before: readonly DraftRow<T>[],
  after: readonly DraftRow<T>[],
): readonly RowChange[] {
  const fresh = new Map(after.map((entry, at) => [entry.factId, { entry, at }]));
  const old = new Set(before.map(({ factId }) => factId));
  const state = (rows: readonly DraftRow<T>[], entry: DraftRow<T>, at: number): RowState => ({
    cells: cellsOf(table, entry.row),
    after: rows[at - 1]?.factId ?? null,
  });
  return [
    ...before.flatMap((entry, at): readonly RowChange[] => {
      const now = fresh.get(entry.factId);
      if (now?.entry === entry) return [];
      const to = now === undefined ? null : state(after, now.entry, now.at);
      return [{ factId: entry.factId, before: state(before, entry, at), after: to }];
    }),
    ...after.flatMap((entry, at): readonly RowChange[] =>
      old.has(entry.factId) ? [] : [{ factId: entry.factId, before: null, after: state(after, entry, at) }],
    ),
  ];
}
