/**
 * XLSX（ECMA-376）。一枚の表だけを、行を受け取るそばから圧縮して出す。
 * 値はすべて文字の欄にするので、式として動くことはない。
 */
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { SheetRow } from "./spreadsheet-port.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** 表のほかの、決まった部品。 */
const parts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="一覧" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** XML 1.0 に書けない文字。 */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (value: string): string =>
  value
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? "");

const cellXml = (value: string): string =>
  value === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
const rowXml = (row: SheetRow): string => `<row>${row.map(cellXml).join("")}</row>`;

/** 一覧の書出しには、強い圧縮より速さを選ぶ。 */
const LEVEL = 1;

export async function* writeXlsx(rows: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  const taken = (): Uint8Array[] => ready.splice(0);
  for (const [name, xml] of Object.entries(parts)) {
    const file = new ZipDeflate(name, { level: LEVEL });
    zip.add(file);
    file.push(strToU8(XML + xml), true);
  }
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: LEVEL });
  zip.add(sheet);
  sheet.push(strToU8(`${XML}<worksheet xmlns="${SHEET}"><sheetData>`));
  yield* taken();
  for await (const chunk of rows) {
    sheet.push(strToU8(chunk.map(rowXml).join("")));
    yield* taken();
  }
  sheet.push(strToU8("</sheetData></worksheet>"), true);
  zip.end();
  yield* taken();
}
