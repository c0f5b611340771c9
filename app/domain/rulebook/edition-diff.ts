/** 二つの版の差分。表ごとに、足した行、消した行、変わった行のすべての欄を前と後で示す。 */
import { cellsOf, columnsOf, type FactCells, keyOfRow } from "./row-cells.ts";
import { type CellReader, cellReader, referencedTables } from "./table-choices.ts";
import { columnLabel, rowTitle, tableWords } from "./table-descriptors.ts";
import { type RulebookTableRows, type TableName, tableNames } from "./tables.ts";

export type FieldDiff = {
  readonly column: string;
  /** 欄の名前。 */
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

export type RowDiff = {
  readonly kind: "added" | "removed" | "changed";
  readonly key: string;
  readonly title: string;
  /** added は後だけ、removed は前だけに値がある。 */
  readonly fields: readonly FieldDiff[];
};

export type TableDiff = {
  readonly table: TableName;
  readonly title: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** 後の版の行の順。消した行は末尾。 */
  readonly rows: readonly RowDiff[];
};

export type EditionDiff = {
  /** 変わった表だけ。 */
  readonly tables: readonly TableDiff[];
  readonly total: number;
};

/** 鍵で行を突き合わせる。鍵の変わった行は、消した行と足した行になる。 */
export function diffEditions(before: RulebookTableRows, after: RulebookTableRows): EditionDiff {
  const tables = tableNames.flatMap((table) => {
    const rows = diffTable(table, before, after);
    if (rows.length === 0) return [];
    const count = (kind: RowDiff["kind"]): number => rows.filter((row) => row.kind === kind).length;
    return [
      {
        table,
        title: tableWords(table).title,
        added: count("added"),
        removed: count("removed"),
        changed: count("changed"),
        rows,
      },
    ];
  });
  return { tables, total: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

function diffTable(
  table: TableName,
  before: RulebookTableRows,
  after: RulebookTableRows,
): readonly RowDiff[] {
  const cellsByKey = (rows: RulebookTableRows): ReadonlyMap<string, FactCells> =>
    new Map(rows[table].map((row) => [keyOfRow(table, row), cellsOf(table, row)]));
  const old = cellsByKey(before);
  const fresh = cellsByKey(after);
  const columns = columnsOf(table);
  let reader: CellReader | undefined;
  const read = (): CellReader => (reader ??= readerOf(table, before, after));
  const rowDiff = (key: string, from: FactCells | undefined, to: FactCells | undefined): RowDiff[] => {
    const fields = columns
      .filter((column) => from?.[column] !== to?.[column])
      .map((column) => ({
        column,
        label: columnLabel(table, column),
        before: from === undefined ? "" : read()(column, from) || NONE,
        after: to === undefined ? "" : read()(column, to) || NONE,
      }));
    const kind = from === undefined ? "added" : to === undefined ? "removed" : "changed";
    return fields.length === 0
      ? []
      : [{ kind, key, title: rowTitle(table, (column) => read()(column, to ?? from ?? {})), fields }];
  };
  return [
    ...[...fresh].flatMap(([key, cells]) => rowDiff(key, old.get(key), cells)),
    ...[...old].flatMap(([key, cells]) => (fresh.has(key) ? [] : rowDiff(key, cells, undefined))),
  ];
}

const NONE = "（なし）";

/** 変わった表だけ、呼び名を引けるようにする。後の版の呼び名が勝つ。 */
const readerOf = (table: TableName, before: RulebookTableRows, after: RulebookTableRows): CellReader =>
  cellReader(
    table,
    Object.fromEntries(
      referencedTables(table).map((one) => [
        one,
        [...before[one], ...after[one]].map((row) => cellsOf(one, row)),
      ]),
    ),
  );
