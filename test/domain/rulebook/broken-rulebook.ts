/** 第一版を一か所だけ壊した規則集を作り、見つかった誤りを返す。 */
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import { parseRulebookFiles, type RulebookFiles } from "#app/domain/rulebook/parse-files.ts";
import { compileRulebook } from "#app/domain/rulebook/rulebook.ts";
import { files } from "./first-edition.ts";

/** 検査から組立てまでを通し、見つかった誤りを返す。受け付けたら空。 */
export function faultsOf(broken: RulebookFiles): readonly RulebookFault[] {
  const parsed = parseRulebookFiles(broken);
  if (!parsed.ok) return parsed.error;
  const compiled = compileRulebook(parsed.value.edition, parsed.value.tables);
  return compiled.ok ? [] : compiled.error;
}

export const fileOf = (name: string) => {
  const file = files.tables[name];
  if (file === undefined) throw new Error(name);
  return file;
};

/** 一つの表の line 行目の欄を書き換える。 */
export function withCell(name: string, line: number, cells: Record<string, string>): RulebookFiles {
  const file = fileOf(name);
  const records = file.records.map((record) =>
    record.line === line ? { line, cells: { ...record.cells, ...cells } } : record,
  );
  return { ...files, tables: { ...files.tables, [name]: { ...file, records } } };
}

/** 最後に一行足し、edition.json の行数も合わせる。 */
export function withRow(name: string, table: string, cells: Record<string, string>): RulebookFiles {
  const file = fileOf(name);
  const last = file.records.at(-1);
  const records = [...file.records, { line: file.records.length + 2, cells: { ...last?.cells, ...cells } }];
  const edition = JSON.parse(files.edition) as { rows: Record<string, number> };
  edition.rows[table] = records.length;
  return { edition: JSON.stringify(edition), tables: { ...files.tables, [name]: { ...file, records } } };
}

export const lineWhere = (name: string, column: string, value: string): number => {
  const found = fileOf(name).records.find((record) => record.cells[column] === value);
  if (found === undefined) throw new Error(`${name} ${column}=${value}`);
  return found.line;
};
