/** データベースに置いた版を、検査済みの表と規則集に戻す。別スレッドにもこの形のまま渡す。 */
import type { Result } from "#app/domain/result.ts";
import type { Edition } from "./edition.ts";
import type { RulebookFault } from "./fault.ts";
import { completeBody } from "./stored-row.ts";
import { compileRulebook, type Rulebook } from "./rulebook.ts";
import { type RulebookTableRows, type TableName, tableNames } from "./tables.ts";

/** facts は [表, 行, 確かさ, 出典] の並びの JSON。表の中の順は版の行の順。 */
export type StoredEdition = {
  readonly id: string;
  readonly label: string;
  readonly effectiveFrom: string;
  readonly facts: string;
};

type StoredFact = readonly [TableName, Readonly<Record<string, unknown>>, string, string];

/** 書くときに検査した行なので、形は表の定義どおり。 */
export function tablesOf(stored: StoredEdition): RulebookTableRows {
  const grouped = new Map<TableName, Record<string, unknown>[]>(tableNames.map((name) => [name, []]));
  for (const [table, body, certainty, source] of JSON.parse(stored.facts) as readonly StoredFact[])
    grouped.get(table)?.push({ ...completeBody(table, body), certainty, source });
  return Object.fromEntries(grouped) as unknown as RulebookTableRows;
}

/** 版の見出し。行数は中身から数える。 */
export const editionOf = (
  { label, effectiveFrom }: Pick<StoredEdition, "label" | "effectiveFrom">,
  tables: RulebookTableRows,
): Edition => ({
  label,
  effectiveFrom,
  classes: { 13: classCount(tables.industries13), 14: classCount(tables.industries14) },
  rows: Object.fromEntries(tableNames.map((name) => [name, tables[name].length])) as Edition["rows"],
});

export function compileStored(stored: StoredEdition): Result<Rulebook, readonly RulebookFault[]> {
  const tables = tablesOf(stored);
  return compileRulebook(editionOf(stored, tables), tables);
}

const classCount = (rows: readonly { readonly level: string }[]): number =>
  rows.filter((row) => row.level === "class").length;
