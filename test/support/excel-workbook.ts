/** 表計算のソフト（Excel）が書くとおりの XLSX。文字は共有の表に置き、ふりがなと書式の切れ目を持ち、空の欄は書かない。 */
import { strToU8, zipSync } from "fflate";

const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** 欄の XML（`<c …>…</c>`）を、値から作る。文字列は共有の表に入る。 */
export type ExcelCell = string | number | { readonly xml: string } | null;

export type ExcelSheet = {
  readonly name: string;
  readonly rows: readonly (readonly ExcelCell[])[];
  /** sheetData の後に置く XML。 */
  readonly after?: string;
};

/** 共有の文字列の一つ。書式の切れ目とふりがなの付いたものは、そのままの XML で渡す。 */
export const rich = (xml: string) => ({ xml: `<shared>${xml}</shared>` });

const letterOf = (position: number): string => String.fromCharCode(65 + position);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @param replaced 中のファイルの差替え（壊れたブックを作るため）。null なら除く */
export function excelWorkbook(
  sheets: readonly ExcelSheet[],
  replaced: Readonly<Record<string, string | null>> = {},
): Uint8Array {
  const strings: string[] = [];
  const shared = (xml: string): string => `<v>${strings.push(xml) - 1}</v>`;
  const cellOf = (cell: ExcelCell, address: string): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
    if (typeof cell === "string")
      return `<c r="${address}" t="s">${shared(`<t xml:space="preserve">${escaped(cell)}</t><phoneticPr fontId="1"/>`)}</c>`;
    const inner = /^<shared>(.*)<\/shared>$/su.exec(cell.xml)?.[1];
    return inner === undefined
      ? cell.xml.replace("<c", `<c r="${address}"`)
      : `<c r="${address}" t="s">${shared(inner)}</c>`;
  };
  const bodies = sheets.map(({ rows, after = "" }) => {
    const lines = rows.map(
      (cells, line) =>
        `<row r="${line + 1}" spans="1:20" x14ac:dyDescent="0.4">${cells.map((cell, at) => cellOf(cell, `${letterOf(at)}${line + 1}`)).join("")}</row>`,
    );
    return `${HEAD}<worksheet xmlns="${SHEET}" xmlns:x14ac="x"><dimension ref="A1"/><sheetData>${lines.join("")}</sheetData>${after}<phoneticPr fontId="1"/></worksheet>`;
  });
  const files: Record<string, string | null> = {
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${RELATIONS}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${SHEET}"><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${SHEET}">${strings.map((xml) => `<si>${xml}</si>`).join("")}</sst>`,
    ...Object.fromEntries(bodies.map((body, at) => [`xl/worksheets/sheet${at + 1}.xml`, body])),
    ...replaced,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, strToU8(text)]])),
    ),
  );
}
