/**
 * XLSX（ECMA-376）。行を受け取るそばから圧縮して出す。
 * 値はすべて文字の欄にするので、式として動くことはない。
 */
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Sheet, SheetRow, SheetWriter } from "./spreadsheet-port.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** XML 1.0 に書けない文字。 */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (value: string): string =>
  value
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? "");

/** 表のほかの部品。 */
const partsOf = (sheets: readonly Sheet[]): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join("")}</Types>`,
  "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${SHEET}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" numFmtId="${TEXT_FORMAT}" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/** 打ったとおりの文字として扱う書式（@）。先頭の 0 が消えない。 */
const TEXT_FORMAT = 49;
const TEXT_STYLE = 1;

/** 書けない字の書き方に見える字の並びは、読み戻せるように頭の下線を書き換える。 */
const written = (value: string): string => escaped(value.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_"));

const cellXml = (value: string, style: string): string =>
  value === ""
    ? `<c${style}/>`
    : `<c t="inlineStr"${style}><is><t xml:space="preserve">${written(value)}</t></is></c>`;

/** 直して送り返す表は、空の欄にも、これから足す行にも、文字の書式を付け、見出しを止めておく。 */
const sheetHead = ({ editable }: Sheet): string =>
  editable === undefined
    ? "<sheetData>"
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${editable.columns}" width="18" style="${TEXT_STYLE}" customWidth="1"/></cols><sheetData>`;

/** 一覧の書出しには、強い圧縮より速さを選ぶ。 */
const LEVEL = 1;
/** 作った日時を書かない（同じ中身を同じバイト列にするため）。zip に書ける最初の日。 */
const NO_TIME = new Date(1980, 0, 1);

/** 一枚の表のブック。 */
export const writeXlsx: SheetWriter = (rows) => writeWorkbook([{ name: "一覧", rows }]);

export async function* writeWorkbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  const taken = (): Uint8Array[] => ready.splice(0);
  const add = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = NO_TIME;
    zip.add(file);
    return file;
  };
  for (const [name, xml] of Object.entries(partsOf(sheets))) add(name).push(strToU8(XML + xml), true);
  for (const [at, sheet] of sheets.entries()) {
    const file = add(`xl/worksheets/sheet${at + 1}.xml`);
    const style = sheet.editable === undefined ? "" : ` s="${TEXT_STYLE}"`;
    const rowXml = (row: SheetRow): string =>
      `<row>${row.map((cell) => cellXml(cell, style)).join("")}</row>`;
    file.push(strToU8(`${XML}<worksheet xmlns="${SHEET}">${sheetHead(sheet)}`));
    yield* taken();
    for await (const chunk of sheet.rows) {
      file.push(strToU8(chunk.map(rowXml).join("")));
      yield* taken();
    }
    file.push(strToU8("</sheetData></worksheet>"), true);
  }
  zip.end();
  yield* taken();
}
