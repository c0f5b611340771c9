/**
 * 版を、取込みと同じ形のファイルの一式に書き出す。行の順も欄の順も決まっているので、
 * 同じ版からはいつも同じ文字列になり、二つの書き出しをそのまま見比べられる。
 */
import { editionFile } from "./parse-files.ts";
import { cellsOf, columnsOf } from "./row-cells.ts";
import { editionOf } from "./stored-edition.ts";
import { rulebookTables, type RulebookTableRows, type TableName, tableNames } from "./tables.ts";

/** @returns ファイル名から中身へ（UTF-8、改行は LF） */
export function rulebookFiles(
  heading: { readonly label: string; readonly effectiveFrom: string },
  tables: RulebookTableRows,
): ReadonlyMap<string, string> {
  return new Map([
    [editionFile, `${JSON.stringify(editionOf(heading, tables), null, 2)}\n`],
    ...tableNames.map((table): [string, string] => [rulebookTables[table].file, csvOf(table, tables)]),
  ]);
}

/** 一つの表の CSV。 */
export function csvOf(table: TableName, tables: RulebookTableRows): string {
  const columns = columnsOf(table);
  const rows = tables[table].map((row) => {
    const cells = cellsOf(table, row);
    return columns.map((column) => quoted(cells[column] ?? ""));
  });
  return [columns, ...rows].map((cells) => `${cells.join(",")}\n`).join("");
}

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
