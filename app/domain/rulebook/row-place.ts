/** 順番のある表で、行を何番目に置くか。 */
import type { Place } from "./draft-table.ts";
import type { FactCells } from "./row-cells.ts";
import { groupOfOrder } from "./row-order.ts";
import type { RowOf, TableName } from "./tables.ts";

type PlacedRow = { readonly factId: string; readonly cells: FactCells };

/** 欄から見た、順番を付ける組。組を決める欄はどれも文字列なので、行と同じ答えになる。 */
export const groupOfCells = (table: TableName, cells: FactCells): string =>
  groupOfOrder(table, cells as unknown as RowOf<TableName>);

/** その行と同じ組の行。表の順。 */
export function groupMembers<R extends PlacedRow>(
  table: TableName,
  rows: readonly R[],
  factId: string,
): readonly R[] {
  const row = rows.find((one) => one.factId === factId);
  if (row === undefined) return [];
  const group = groupOfCells(table, row.cells);
  return rows.filter(({ cells }) => groupOfCells(table, cells) === group);
}

/**
 * 組の中で、その行を number 番目（1 から）に置く置き場所。
 *
 * @returns 行がなければ null。組の端を越える番号は、端に置く
 */
export function placeAt(
  table: TableName,
  rows: readonly PlacedRow[],
  factId: string,
  number: number,
): Place | null {
  const members = groupMembers(table, rows, factId);
  if (members.length === 0) return null;
  const others = members.filter((row) => row.factId !== factId);
  const before = others[Math.min(number, members.length) - 2];
  return number <= 1 || before === undefined ? "first" : { after: before.factId };
}

/** 組の中で何番目か（1 から）。 */
export const positionIn = (table: TableName, rows: readonly PlacedRow[], factId: string): number =>
  groupMembers(table, rows, factId).findIndex((row) => row.factId === factId) + 1;
