/** 表の画面から送られた form を読む。 */
import { readCell } from "#app/domain/rulebook/read-cells.ts";
import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";

const stringsIn = (form: FormData, name: string): readonly string[] =>
  form.getAll(name).filter((value) => typeof value === "string");

export const stringIn = (form: FormData, name: string): string => stringsIn(form, name)[0] ?? "";

/** 送られた欄。 */
export function typedCells(table: TableName, form: FormData): FactCells {
  return Object.fromEntries(
    Object.entries(tableWords(table).columns)
      .filter(([column]) => form.has(`cell.${column}`) || form.has(`was.${column}`))
      .map(([column, descriptor]) => [column, readCell(descriptor, stringsIn(form, `cell.${column}`))]),
  );
}

/** 送られた欄のうち、画面を開いた時から変わったもの。 */
export const changedCells = (cells: FactCells, form: FormData): FactCells =>
  Object.fromEntries(
    Object.entries(cells).filter(([column, value]) => value !== stringIn(form, `was.${column}`)),
  );

/** 画面を開いた時の、欄の値。 */
export const cellsThen = (cells: FactCells, form: FormData): FactCells =>
  Object.fromEntries(Object.keys(cells).map((column) => [column, stringIn(form, `was.${column}`)]));

/** まとめて変える値。 */
export const typedValue = (table: TableName, column: string, form: FormData): string => {
  const descriptor = tableWords(table).columns[column];
  return descriptor === undefined ? "" : readCell(descriptor, stringsIn(form, "value"));
};

export const selectedIds = (form: FormData): readonly string[] => stringsIn(form, "row");

/**
 * 画面が読んだ行の版。画面を開いた後に書かれた行では、書込みが重なりとして断られる値になる。
 *
 * @param form revision は、画面を開いた時の版の編集の通し番号
 */
export function versionThen(editor: TableEditor, form: FormData, factId: string): number {
  const revision = Number(stringIn(form, "revision"));
  const version = editor.rows.find((row) => row.factId === factId)?.version ?? 0;
  return version <= revision ? version : revision;
}
