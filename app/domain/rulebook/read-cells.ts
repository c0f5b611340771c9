/** 画面で打たれた欄を、CSV と同じ書き方の文字列にそろえる。 */
import { parseCivilDate } from "../calendar/civil-date.ts";
import type { ColumnDescriptor } from "./descriptors/column-input.ts";
import type { FactCells } from "./row-cells.ts";
import { tableWords } from "./table-descriptors.ts";
import type { TableName } from "./tables.ts";

/**
 * @param typed 同じ名前の欄から送られた値。複数を選ぶ欄は選んだ数だけある
 * @returns 読めない日付や数は打たれたまま返す（欄の検査が理由を言う）
 */
export function readCell(column: ColumnDescriptor, typed: readonly string[]): string {
  const { input } = column;
  const [first = ""] = typed;
  const line = first.replaceAll(/\s*\r?\n\s*/gu, " ").trim();
  switch (input.kind) {
    case "references":
      return [...new Set(typed.filter((value) => value !== ""))].join(input.separator);
    case "date": {
      const parsed = parseCivilDate(line);
      return parsed.ok ? parsed.value : line;
    }
    case "number":
      return line.normalize("NFKC").replaceAll(",", "").trim();
    case "identifier":
      return line.normalize("NFKC").toLowerCase();
    case "list":
      return typed
        .flatMap((one) => one.split(/[|｜]/u))
        .map((one) => one.trim())
        .filter((one) => one !== "")
        .join("|");
    case "text":
    case "longText":
    case "choice":
    case "reference":
    case "order":
      return line;
  }
}

/** 識別子を自動で付けてよい表（指針の中の行）なら、空の識別子を、まだ使われていない物で埋める。 */
export function withIdentifier(
  table: TableName,
  cells: FactCells,
  rows: readonly { readonly cells: FactCells }[],
): FactCells {
  const { columns } = tableWords(table);
  const scope = cells["guideline"] ?? "";
  if (columns["id"]?.input.kind !== "identifier" || cells["id"] !== "" || scope === "") return cells;
  const used = new Set(rows.map((row) => row.cells["id"]));
  let number = rows.filter((row) => row.cells["guideline"] === scope).length + 1;
  while (used.has(`${scope}-n${number}`)) number += 1;
  return { ...cells, id: `${scope}-n${number}` };
}

/**
 * 一つの欄の中の言葉を置き換える。
 *
 * @returns 値が変わる行だけ
 */
export const replaceInColumn = <R extends { readonly cells: FactCells }>(
  rows: readonly R[],
  column: string,
  find: string,
  replacement: string,
): readonly { readonly row: R; readonly value: string }[] =>
  find === ""
    ? []
    : rows.flatMap((row) => {
        const before = row.cells[column] ?? "";
        const value = before.replaceAll(find, () => replacement);
        return value === before ? [] : [{ row, value }];
      });
