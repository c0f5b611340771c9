/**
 * 一行の事実と、CSV と同じ書き方の欄（文字列）との行き来。
 * 画面の編集、編集の記録、書き出し、版の差分はどれもこの欄で表す。
 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { rulebookTables, type RowOf, type TableName } from "./tables.ts";

/** 一行の欄。鍵は見出し。 */
export type FactCells = Readonly<Record<string, string>>;

/** 表の欄の名前。CSV の見出しはこの通りの順で書く。 */
export const columnsOf = (table: TableName): readonly string[] =>
  Object.keys(rulebookTables[table].schema.shape);

/** 空白で区切る一覧の欄。ほかの一覧は縦棒で区切る。 */
const spaced: ReadonlySet<string> = new Set(["jurisdictions.prefectures"]);

/** 一行を欄にする。読み戻すと同じ行になる。 */
export function cellsOf<T extends TableName>(table: T, row: RowOf<T>): FactCells {
  const values = row as Readonly<Record<string, CellValue>>;
  return Object.fromEntries(
    columnsOf(table).map((column) => [column, cellOf(`${table}.${column}`, values[column])]),
  );
}

type CellValue = string | number | boolean | readonly string[] | null;

function cellOf(name: string, value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.join(spaced.has(name) ? " " : "|");
  return String(value);
}

/** 欄ごとの理由。鍵は欄の名前。 */
export type CellFaults = Readonly<Record<string, readonly string[]>>;

/** 欄を検査して一行にする。欠けた欄は空とみなす。 */
export function parseCells<T extends TableName>(table: T, cells: FactCells): Result<RowOf<T>, CellFaults> {
  const complete = Object.fromEntries(columnsOf(table).map((column) => [column, cells[column] ?? ""]));
  const parsed = rulebookTables[table].schema.safeParse(complete);
  if (parsed.success) return ok(parsed.data as unknown as RowOf<T>);
  const faults: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const column = String(issue.path[0] ?? "");
    faults[column] = [...(faults[column] ?? []), japaneseMessage(issue.message)];
  }
  return refuse(faults);
}

/** zod の既定の英語の文は画面に出さない。 */
export const japaneseMessage = (message: string): string =>
  /[ぁ-んァ-ヶ一-龠]/u.test(message) ? message : "書き方が違います";

/** 一行の鍵。 */
export const keyOfRow = <T extends TableName>(table: T, row: RowOf<T>): string =>
  (rulebookTables[table].key as unknown as (row: RowOf<T>) => string)(row);
