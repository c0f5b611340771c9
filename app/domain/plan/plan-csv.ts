/**
 * 様式の木を CSV の行にする。一つの値に一行で、見出しと単位は木のものをそのまま使う。
 * 文字の囲みと改行は、書き出す側が付ける。
 */
import type { DocumentEntry, DocumentSection, PlanDocument } from "./document.ts";

export type PlanCsvRow = readonly [
  number: string,
  section: string,
  table: string,
  row: string,
  label: string,
  value: string,
  unit: string,
];

/** 表の合計の行の名前。 */
const TOTAL_ROW = "合計";

/**
 * @param document 様式の木。提出のときに凍結したものでもよい
 * @returns 見出しの行を含まない行。表は、行と列の順に一つずつ
 */
export const planCsvRows = (document: PlanDocument): readonly PlanCsvRow[] =>
  document.sections.flatMap((section) => section.entries.flatMap((entry) => rowsOf(section, entry)));

function rowsOf({ number, title }: DocumentSection, entry: DocumentEntry): readonly PlanCsvRow[] {
  if (entry.kind === "value") {
    const unit = entry.value === "" ? "" : (entry.unit ?? "");
    return [[number, title, "", "", entry.label, guarded(entry.value), unit]];
  }
  const lines = [
    ...entry.rows.map((row, index) => ({ name: String(index + 1), cells: row.cells })),
    ...(entry.totals === undefined ? [] : [{ name: TOTAL_ROW, cells: entry.totals }]),
  ];
  return lines.flatMap(({ name, cells }) =>
    entry.columns.map((column, at): PlanCsvRow => [
      number,
      title,
      entry.label,
      name,
      column.label,
      guarded(cells[at] ?? ""),
      "",
    ]),
  );
}

const FORMULA_START = /^[=+\-@\t\r]/u;
const NUMBER = /^-?[\d,]+(?:\.\d+)?%?$/u;

/** 表計算のソフトが式として動かさないよう、式に見える文字の頭に ' を付ける。負の数はそのまま。 */
const guarded = (value: string): string =>
  FORMULA_START.test(value) && !NUMBER.test(value) ? `'${value}` : value;
