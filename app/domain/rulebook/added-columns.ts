/** 欄を足す前に書き出したファイルを、足した欄の既定の値で補って読む。 */
import type { RecordFile } from "./parse-files.ts";
import type { FactCells } from "./row-cells.ts";
import { columnLabel, shownValue, tableWords } from "./table-descriptors.ts";
import { rulebookTables, type TableName, tableNames } from "./tables.ts";

/**
 * @param header ファイルの見出し（欄の名前）
 * @returns 補う欄と値。一緒に足した欄の一部だけが無いのは、足す前のファイルでなく書き落としなので、補わない
 */
export const columnsToAdd = (table: TableName, header: readonly string[]): FactCells =>
  Object.assign(
    {},
    ...(tableWords(table).addedLater ?? []).filter((group) =>
      Object.keys(group).every((column) => !header.includes(column)),
    ),
  ) as FactCells;

/**
 * @param where ファイル名など、読んだ所
 * @returns 補ったことの知らせ。補っていなければ空
 */
export function addedNote(table: TableName, where: string, added: FactCells): readonly string[] {
  const columns = Object.entries(added);
  if (columns.length === 0) return [];
  const names = columns.map(([column]) => `「${columnLabel(table, column)}」`).join("");
  const values = columns
    .map(([column, value]) => {
      const words = tableWords(table).columns[column];
      const shown = words === undefined ? value : shownValue(words, value);
      return `${columnLabel(table, column)}は${shown === "" ? "空欄" : `「${shown}」`}`;
    })
    .join("、");
  return [`${where} には、後から足した欄${names}が無いので、どの行も${values}として読みました。`];
}

/**
 * @param file CSV のファイルの名前。規則集の表でなければ、何も補わない
 * @returns 補った中身と、補ったことの知らせ
 */
export function withAddedColumns(
  file: string,
  content: RecordFile,
): { readonly content: RecordFile; readonly notes: readonly string[] } {
  const table = tableNames.find((name) => rulebookTables[name].file === file);
  const added = table === undefined ? {} : columnsToAdd(table, content.header);
  if (table === undefined || Object.keys(added).length === 0) return { content, notes: [] };
  return {
    content: {
      header: [...content.header, ...Object.keys(added)],
      records: content.records.map(({ line, cells }) => ({ line, cells: { ...added, ...cells } })),
    },
    notes: addedNote(table, file, added),
  };
}
