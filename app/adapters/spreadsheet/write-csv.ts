/** CSV（RFC 4180）。表計算のソフトが文字を取り違えないよう UTF-8 の印（BOM）を付け、行は CRLF で終える。 */
import type { SheetRow } from "./spreadsheet-port.ts";

const NEEDS_QUOTES = /[",\r\n]/u;
const FORMULA_START = /^[=+\-@\t\r]/u;
const NUMBER = /^-?[\d,]+(?:\.\d+)?%?$/u;

/** 式に見える文字の頭に ' を付け、区切りや改行を含む値を引用符で囲む。 */
function csvCell(value: string): string {
  const safe = FORMULA_START.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export async function* writeCsv(rows: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield new Uint8Array([0xef, 0xbb, 0xbf]);
  for await (const chunk of rows)
    yield encoder.encode(chunk.map((row) => `${row.map(csvCell).join(",")}\r\n`).join(""));
}
