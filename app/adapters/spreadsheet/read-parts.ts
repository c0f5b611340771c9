/** ブックの、表のほかの部品: 表の並び、共有の文字列、書式。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { scanXml } from "./scan-xml.ts";

/** ブックの中のファイル。鍵は / で始まらない道筋。 */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>;

export type SheetPlace = { readonly name: string; readonly path: string };

/** 表の名前と、その中身の道筋。ブックの順。 */
export function readSheetPlaces(parts: WorkbookParts): Result<readonly SheetPlace[], string> {
  const book = parts.get("xl/workbook.xml");
  const links = parts.get("xl/_rels/workbook.xml.rels");
  if (book === undefined || links === undefined) return refuse("XLSX のブックではありません");
  const targets = new Map<string, string>();
  const linkFault = scanXml(links, {
    open(name, attributes) {
      const target = attributes.get("Target") ?? "";
      if (name === "Relationship")
        targets.set(attributes.get("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (linkFault !== null) return refuse(linkFault);
  const places: SheetPlace[] = [];
  const bookFault = scanXml(book, {
    open(name, attributes) {
      if (name !== "sheet") return;
      const id = [...attributes].find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      places.push({ name: attributes.get("name") ?? "", path: targets.get(id) ?? "" });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return bookFault === null ? ok(places) : refuse(bookFault);
}

/**
 * 文字列の中の字を集める。ふりがな（rPh）は値ではない。
 *
 * @returns 要素の始まりと字と終わりを渡す口と、集めた字を取り出す口
 */
export function collectText() {
  let pieces: string[] = [];
  let reading = false;
  let preserved = false;
  let ruby = 0;
  return {
    open(name: string, attributes: ReadonlyMap<string, string>): void {
      if (name === "rPh") ruby += 1;
      reading = name === "t" && ruby === 0;
      preserved = attributes.get("xml:space") === "preserve";
    },
    text(words: string): void {
      if (reading) pieces.push(preserved ? words : words.trim());
    },
    close(name: string): void {
      if (name === "rPh") ruby -= 1;
      if (name === "t") reading = false;
    },
    take(): string {
      const whole = pieces.join("");
      pieces = [];
      return unescaped(whole);
    },
  };
}

/** 書けない字の書き方（_x000D_ など）を字に戻す。 */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9a-f]{4})_/giu, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

export function readSharedStrings(parts: WorkbookParts): Result<readonly string[], string> {
  const part = parts.get("xl/sharedStrings.xml");
  if (part === undefined) return ok([]);
  const strings: string[] = [];
  const collected = collectText();
  const fault = scanXml(part, {
    ...collected,
    close(name) {
      collected.close(name);
      if (name === "si") strings.push(collected.take());
    },
  });
  return fault === null ? ok(strings) : refuse(fault);
}

/** 組込みの書式のうち、日付と時刻。 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** 引用した字と色の指定を除いて、年月日・時分秒か和暦の記号のある書式。 */
const isDateFormat = (code: string): boolean =>
  /[ymdhsge]/iu.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|General/giu, ""));

/** @returns 日付か時刻として見せる書式の番号（cellXfs の中の位置） */
export function readDateStyles(parts: WorkbookParts): Result<ReadonlySet<number>, string> {
  const part = parts.get("xl/styles.xml");
  const dates = new Set<number>();
  if (part === undefined) return ok(dates);
  const custom = new Set<number>();
  let inCells = false;
  let position = 0;
  const fault = scanXml(part, {
    open(name, attributes) {
      if (name === "numFmt" && isDateFormat(attributes.get("formatCode") ?? ""))
        custom.add(Number(attributes.get("numFmtId")));
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attributes.get("numFmtId") ?? 0);
      if (isBuiltInDate(id) || custom.has(id)) dates.add(position);
      position += 1;
    },
    text: () => undefined,
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return fault === null ? ok(dates) : refuse(fault);
}
