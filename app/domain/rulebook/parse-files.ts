/**
 * 規則集のファイルの中身を検査して、型のついた行にする。IO はしない。
 * CSV を欄に分けるのは adapters/rulebook-files、データベースから読むのは db/queries の仕事で、
 * どちらもここに同じ形（RulebookFiles）で渡す。一つでも誤りがあれば何も受け付けない。
 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { editionSchema, type Edition } from "./edition.ts";
import { lineOfRow } from "./fault-list.ts";
import type { RulebookFault } from "./fault.ts";
import { columnsOf, japaneseMessage, type FactCells } from "./row-cells.ts";
import { rulebookTables, tableNames, type RulebookTableRows, type TableName } from "./tables.ts";

/** 欄に分けた一つのファイル。line は 1 から数え、見出しが 1 行目。 */
export type RecordFile = {
  readonly header: readonly string[];
  readonly records: readonly { readonly line: number; readonly cells: FactCells }[];
};

export type RulebookFiles = {
  /** edition.json の文字列。 */
  readonly edition: string;
  /** 鍵はファイル名（例: offices.csv）。 */
  readonly tables: Readonly<Record<string, RecordFile>>;
};

export type ParsedRulebook = { readonly edition: Edition; readonly tables: RulebookTableRows };

export const editionFile = "edition.json";

/**
 * 全ファイルを検査する。
 *
 * @returns 版の見出しと全表、又はファイル・行・理由のついたすべての誤り
 */
export function parseRulebookFiles(files: RulebookFiles): Result<ParsedRulebook, readonly RulebookFault[]> {
  const faults: RulebookFault[] = [];
  const edition = parseEdition(files.edition, faults);
  const known = new Set<string>(tableNames.map((name) => rulebookTables[name].file));
  for (const file of Object.keys(files.tables)) {
    if (!known.has(file)) faults.push({ file, line: 1, message: "規則集の表にないファイルです" });
  }
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, parseTable(name, files.tables[rulebookTables[name].file], faults)]),
  ) as unknown as RulebookTableRows;
  return edition === undefined || faults.length > 0 ? refuse(faults) : ok({ edition, tables });
}

function parseEdition(json: string, faults: RulebookFault[]): Edition | undefined {
  const fault = (message: string): undefined => {
    faults.push({ file: editionFile, line: 1, message });
    return undefined;
  };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fault("JSON として読めません");
  }
  const parsed = editionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    fault(`${issue.path.join(".") || "全体"}: ${japaneseMessage(issue.message)}`);
  return undefined;
}

function parseTable(name: TableName, content: RecordFile | undefined, faults: RulebookFault[]): unknown[] {
  const { file, schema } = rulebookTables[name];
  if (content === undefined) {
    faults.push({ file, line: 1, message: "ファイルがありません" });
    return [];
  }
  const columns = columnsOf(name);
  const missing = columns.filter((column) => !content.header.includes(column));
  const extra = content.header.filter((column) => !columns.includes(column));
  for (const column of missing) faults.push({ file, line: 1, message: `見出し「${column}」がありません` });
  for (const column of extra) faults.push({ file, line: 1, message: `見出し「${column}」は使いません` });
  if (new Set(content.header).size !== content.header.length) {
    faults.push({ file, line: 1, message: "同じ見出しが二つあります" });
  }
  if (missing.length > 0 || extra.length > 0) return [];
  const rows: unknown[] = [];
  content.records.forEach(({ line, cells }, index) => {
    if (line !== lineOfRow(index)) {
      faults.push({ file, line, message: "一行に一つの事実を書きます（空行や欄の中の改行は使えません）" });
      return;
    }
    const parsed = schema.safeParse(cells);
    if (parsed.success) rows.push(parsed.data);
    else {
      for (const issue of parsed.error.issues) {
        const column = String(issue.path[0] ?? "");
        const value = cells[column] ?? "";
        faults.push({
          file,
          line,
          column,
          message: `${column}「${value}」: ${japaneseMessage(issue.message)}`,
        });
      }
    }
  });
  return rows;
}
