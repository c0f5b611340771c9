/** CSV の文字列を見出しと欄に分ける。欄の意味は見ない。 */
import { parse } from "csv-parse/sync";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { RecordFile } from "#app/domain/rulebook/parse-files.ts";

type ParsedLine = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** 産業分類の表の十倍。 */
const MAX_ROWS = 20_000;

/**
 * @param file 誤りに付けるファイル名
 * @param content UTF-8 の文字列。先頭の BOM は無視する
 * @returns 見出しと、行番号のついた欄。引用符の閉じ忘れや欄の数の違いは断る
 */
export function splitCsv(file: string, content: string): Result<RecordFile, readonly RulebookFault[]> {
  // 一行に一つの事実なので、分けなくても行の数が分かる。
  const rows = content.trimEnd().split("\n").length - 1;
  if (rows > MAX_ROWS) {
    const message = `行が ${rows} あります。一つの表は ${MAX_ROWS} 行までです`;
    return refuse([{ file, line: MAX_ROWS + 2, message }]);
  }
  let lines: readonly ParsedLine[];
  try {
    lines = parse(content, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as readonly ParsedLine[];
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    return refuse([{ file, line, message: "CSV として読めません（引用符を確かめてください）" }]);
  }
  const [head, ...body] = lines;
  if (head === undefined) return refuse([{ file, line: 1, message: "見出しの行がありません" }]);
  const header = head.record;
  const faults = body
    .filter(({ record }) => record.length !== header.length)
    .map(({ record, info }) => ({
      file,
      line: info.lines,
      message: `欄の数が ${record.length} です。見出しは ${header.length} です`,
    }));
  if (faults.length > 0) return refuse(faults);
  const formulas = body.flatMap(({ record, info }) =>
    record.flatMap((cell, position) => {
      const column = header[position] ?? "";
      const message = `${column}「${cell}」: 数式は使えません`;
      return /^[=@]/u.test(cell) ? [{ file, line: info.lines, column, message }] : [];
    }),
  );
  if (formulas.length > 0) return refuse(formulas);
  const records = body.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(header.map((column, position) => [column, record[position] ?? ""])),
  }));
  return ok({ header, records });
}
