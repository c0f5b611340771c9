/** 表計算のブック（XLSX）の一枚の表と、規則集の一つの表との行き来。見出しは日本語の欄の名前で、選ぶ欄は言葉で書く。 */
import type { RulebookFault } from "./fault.ts";
import type { RecordFile } from "./parse-files.ts";
import { addedNote, columnsToAdd } from "./added-columns.ts";
import { cellsOf, columnsOf } from "./row-cells.ts";
import { sheetText, type SheetValue, sheetWords } from "./sheet-cell.ts";
import { columnLabel, tableWords } from "./table-descriptors.ts";
import { rulebookTables, type RulebookTableRows, type TableName, tableNames } from "./tables.ts";

/** 読んだ一枚の表。line は 1 から。cells の鍵は列の記号（例: D）で、空の欄は入っていない。 */
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, SheetValue> }[];
};

/** 表の出どころ。誤りをセルの番地で言うための、欄の名前から列の記号へ。 */
export type SheetOrigin = { readonly file: string; readonly letters: Readonly<Record<string, string>> };

export type SheetTable = {
  readonly table: TableName;
  readonly records: RecordFile;
  readonly origin: SheetOrigin;
  readonly notes: readonly string[];
  readonly faults: readonly RulebookFault[];
};

/** 省庁とやり取りする表。ブックには、この順に入れる。 */
const workbookTables: readonly TableName[] = [
  "routingRules",
  "guidelines",
  "guidelineSections",
  "guidelineItems",
  "ministries",
  "officeFamilies",
  "offices",
  "jurisdictions",
  "municipalJurisdictions",
];

/** ブックに入れる表。一行目は見出し。 */
export const workbookSheets = (
  tables: RulebookTableRows,
): readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[] =>
  workbookTables.map((table) => {
    const columns = columnsOf(table);
    const rows = tables[table].map((row) => {
      const cells = cellsOf(table, row);
      return columns.map((column) => sheetWords(table, column, cells[column] ?? ""));
    });
    return {
      name: tableWords(table).title,
      rows: [columns.map((column) => columnLabel(table, column)), ...rows],
    };
  });

/** 表の題か、CSV のファイルの名前（拡張子なし）のシート。 */
const tableOfSheet = (name: string): TableName | undefined =>
  tableNames.find(
    (table) => tableWords(table).title === name.trim() || rulebookTables[table].file === `${name.trim()}.csv`,
  );

/**
 * @param file ブックのファイル名
 * @returns 表の名前でないシートと、見出しの違うシートは、直す所だけを返す（table は null）
 */
export function readSheetTable(
  file: string,
  sheet: ReadSheet,
): SheetTable | { readonly table: null; readonly faults: readonly RulebookFault[] } {
  const where = `${file}「${sheet.name}」`;
  const table = tableOfSheet(sheet.name);
  if (table === undefined) {
    const message = "規則集の表の名前でないシートです。シートの名前を確かめてください";
    return { table: null, faults: [{ file: where, line: 1, message }] };
  }
  const { faults: headingFaults, letters, added } = readHeading(table, where, sheet);
  if (headingFaults.length > 0) return { table: null, faults: headingFaults };
  const columns = columnsOf(table);
  const columnAt = new Map(columns.map((column) => [letters[column] ?? "", column]));
  const faults: RulebookFault[] = [];
  const notes = [...addedNote(table, where, added)];
  const records = sheet.rows
    .filter(({ line }) => line > 1)
    .map(({ line, cells }) => {
      const texts: Record<string, string> = Object.fromEntries(
        columns.map((column) => [column, added[column] ?? ""]),
      );
      for (const [letter, value] of cells) {
        const column = columnAt.get(letter);
        const cell = `${letter}${line}`;
        if (column === undefined) {
          faults.push({ file: where, line, cell, message: "見出しのない列に、値があります" });
          continue;
        }
        const text = sheetText(table, column, value);
        if (!text.ok) faults.push({ file: where, line, cell, column, message: text.error });
        else {
          texts[column] = text.value.text;
          if (text.value.repaired)
            notes.push(`${where} ${cell} は、先頭の 0 を補って「${text.value.text}」と読みました。`);
        }
      }
      return { line, cells: texts };
    });
  return { table, records: { header: columns, records }, origin: { file: where, letters }, notes, faults };
}

function readHeading(table: TableName, file: string, sheet: ReadSheet) {
  const columns = columnsOf(table);
  const faults: RulebookFault[] = [];
  const letters: Record<string, string> = {};
  const heading = sheet.rows.find(({ line }) => line === 1);
  for (const [letter, value] of heading?.cells ?? []) {
    const words = value.kind === "text" ? value.text.trim() : "";
    const column = columns.find((one) => one === words || columnLabel(table, one) === words);
    const cell = `${letter}1`;
    if (column === undefined)
      faults.push({ file, line: 1, cell, message: `見出し「${words}」は、この表の欄の名前ではありません` });
    else if (letters[column] !== undefined)
      faults.push({ file, line: 1, cell, message: `見出し「${words}」が二つあります` });
    else letters[column] = letter;
  }
  const added = columnsToAdd(table, Object.keys(letters));
  for (const column of columns.filter((one) => letters[one] === undefined && added[one] === undefined))
    faults.push({ file, line: 1, message: `見出し「${columnLabel(table, column)}」がありません` });
  return { faults, letters, added };
}

/** 表のファイルの誤りを、ブックから来た表なら、シートとセルの番地に直す。 */
export function locateFault(
  fault: RulebookFault,
  sheets: Readonly<Record<string, SheetOrigin>>,
): RulebookFault {
  const origin = sheets[fault.file];
  if (origin === undefined) return fault;
  const letter = fault.column === undefined ? undefined : origin.letters[fault.column];
  return { ...fault, file: origin.file, ...(letter !== undefined && { cell: `${letter}${fault.line}` }) };
}
