/** 表の中の行を指す。表の画面が、その欄の値で絞り込んで開く。 */
import { cellsOf, type FactCells } from "./row-cells.ts";
import { rulebookTables, type RowOf, type RulebookTableRows, type TableName, tableNames } from "./tables.ts";

/** filters が空なら、表の全部を指す。 */
export type RowLink = { readonly table: TableName; readonly filters: FactCells };

const guided = ["guideline", "id"] as const;

/** 表ごとの、行の鍵になる欄。 */
const keyColumns: { readonly [T in TableName]: readonly (keyof RowOf<T> & string)[] } = {
  industryRevisions: ["revision"],
  industries13: ["code"],
  industries14: ["code"],
  industryChanges: ["change", "code13", "code14"],
  prefectures: ["code"],
  ministries: ["name"],
  officeFamilies: ["id"],
  offices: ["code"],
  jurisdictions: ["family", "office"],
  municipalJurisdictions: ["family", "prefecture", "municipality"],
  officeHeads: ["office", "validFrom"],
  documentNumbering: ["office"],
  routingRules: ["revision", "prefix"],
  guidelines: ["id"],
  guidelineSections: guided,
  guidelineItems: guided,
  indicators: guided,
  growthFloors: ["guideline", "indicator", "months"],
  sizeClasses: guided,
  itemCounts: ["guideline", "sizeClass", "order"],
  equipmentTypes: ["type"],
  equipmentKinds: ["id"],
  priceFloors: ["type", "kind", "validFrom"],
  salesStartWindows: ["type", "kind"],
  equipmentThresholds: ["type", "measure", "months", "validFrom"],
  legalArticles: ["subject", "validFrom"],
  periodChoices: ["months"],
  processing: ["condition"],
  letters: ["kind", "ministry", "office"],
  letterParagraphs: ["letter", "ministry", "office", "order"],
  letterItems: ["letter", "ministry", "office", "order"],
  holidays: ["date"],
  successionKinds: ["id"],
  attachmentKinds: ["id"],
  industryReadings: ["name"],
  industryWords: ["word", "revision"],
};

/** その行への道。空の欄では絞り込めないので、鍵に空の欄のある行では、近い行も一緒に出る。 */
export function linkToRow<T extends TableName>(table: T, row: RowOf<T>): RowLink {
  const cells = cellsOf(table, row);
  const filters = keyColumns[table].flatMap((column): (readonly [string, string])[] => {
    const value = cells[column] ?? "";
    return value === "" ? [] : [[column, value]];
  });
  return { table, filters: Object.fromEntries(filters) };
}

/** ファイルの行への道。行のない誤りは、表の全部を指す。 */
export function linkToLine(tables: RulebookTableRows, file: string, line: number): readonly RowLink[] {
  const table = tableNames.find((name) => rulebookTables[name].file === file);
  if (table === undefined) return [];
  const row = tables[table][indexOfLine(line)];
  return [row === undefined ? { table, filters: {} } : linkToRow(table, row)];
}

/** CSV は一行一事実で、見出しが 1 行目。 */
const indexOfLine = (line: number): number => line - 2;
