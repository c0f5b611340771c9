/** 届いた分だけのファイルを、版の今の中身で補って、一式にする。 */
import type { Edition } from "./edition.ts";
import { lineOfRow } from "./fault-list.ts";
import type { RecordFile, RulebookFiles } from "./parse-files.ts";
import { cellsOf, columnsOf } from "./row-cells.ts";
import { rulebookTables, type RulebookTableRows, type TableName, tableNames } from "./tables.ts";

/** 届いた分だけの一式。edition は edition.json の文字列、届いていなければ null。 */
export type GivenFiles = {
  readonly edition: string | null;
  readonly tables: RulebookFiles["tables"];
};

/**
 * 届かなかった表は今のまま、届かなかった edition.json は今の見出しと、そろえた行の数から作る。
 * 届いた edition.json の行数は直さない（抜け落ちた行を見つけるため）。
 */
export function completeFiles(
  given: GivenFiles,
  heading: Pick<Edition, "label" | "effectiveFrom">,
  tables: RulebookTableRows,
): RulebookFiles {
  const complete: Record<string, RecordFile> = { ...given.tables };
  for (const table of tableNames) complete[rulebookTables[table].file] ??= recordsOf(table, tables);
  return { edition: given.edition ?? headingOf(heading, complete), tables: complete };
}

const recordsOf = (table: TableName, tables: RulebookTableRows): RecordFile => ({
  header: columnsOf(table),
  records: tables[table].map((row, index) => ({ line: lineOfRow(index), cells: cellsOf(table, row) })),
});

function headingOf(
  { label, effectiveFrom }: Pick<Edition, "label" | "effectiveFrom">,
  files: RulebookFiles["tables"],
): string {
  const records = (table: TableName) => files[rulebookTables[table].file]?.records ?? [];
  const classes = (table: TableName) =>
    records(table).filter(({ cells }) => cells["level"] === "class").length;
  const edition: Edition = {
    label,
    effectiveFrom,
    classes: { 13: classes("industries13"), 14: classes("industries14") },
    rows: Object.fromEntries(tableNames.map((table) => [table, records(table).length])) as Edition["rows"],
  };
  return JSON.stringify(edition);
}
