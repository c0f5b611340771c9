/**
 * 表計算のブック（XLSX、ECMA-376）の値を読む。読むのは文字、数、真偽だけで、
 * 数式、日付、誤りの値、結合したセルは、書いた人の思う値と違うことがあるので断る。
 */
import { setImmediate } from "node:timers/promises";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { SheetValue } from "#app/domain/rulebook/sheet-cell.ts";
import type { ReadSheet } from "#app/domain/rulebook/sheet-table.ts";
import {
  collectText,
  readDateStyles,
  readSharedStrings,
  readSheetPlaces,
  type SheetPlace,
  type WorkbookParts,
} from "./read-parts.ts";
import { scanXml } from "./scan-xml.ts";

const MAX_ROWS = 20_000;
/** 一つのブックの文字の合計。共有の文字列を何度も指して大きくなるブックを断る。 */
const MAX_CHARACTERS = 16 * 1024 * 1024;

type Shared = {
  readonly file: string;
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  characters: number;
};

/** 書きかけの一つのセル。 */
type OpenCell = {
  address: string;
  letter: string;
  type: string;
  style: number;
  formula: boolean;
  value: string;
};

/**
 * @param file 誤りに付けるファイル名
 * @param parts 大きさを確かめて広げた、ブックの中のファイル
 * @returns 値のある行だけの表。何も書いていない表は除く。直す所があれば、シートとセルの番地を付けて全部断る
 */
export async function readWorkbook(
  file: string,
  parts: WorkbookParts,
): Promise<Result<readonly ReadSheet[], readonly RulebookFault[]>> {
  const whole = (message: string) => refuse([{ file, line: 1, message }]);
  const places = readSheetPlaces(parts);
  const strings = readSharedStrings(parts);
  const dates = readDateStyles(parts);
  for (const read of [places, strings, dates]) if (!read.ok) return whole(read.error);
  if (!places.ok || !strings.ok || !dates.ok) return whole("読めません");
  const shared: Shared = { file, strings: strings.value, dates: dates.value, characters: 0 };
  const sheets: ReadSheet[] = [];
  const faults: RulebookFault[] = [];
  for (const place of places.value) {
    const bytes = parts.get(place.path);
    if (bytes === undefined) return whole(`シート「${place.name}」の中身がありません`);
    const read = readSheet(place, bytes, shared);
    if (!read.ok) faults.push(...read.error);
    else if (read.value.rows.length > 0) sheets.push(read.value);
    if (shared.characters > MAX_CHARACTERS) return whole("ブックの文字が多すぎます");
    await setImmediate();
  }
  return faults.length > 0 ? refuse(faults) : ok(sheets);
}

function readSheet(
  { name }: SheetPlace,
  bytes: Uint8Array,
  shared: Shared,
): Result<ReadSheet, readonly RulebookFault[]> {
  const file = `${shared.file}「${name}」`;
  const faults: RulebookFault[] = [];
  const rows: { line: number; cells: Map<string, SheetValue> }[] = [];
  const inline = collectText();
  let line = 0;
  let column = 0;
  let cells = new Map<string, SheetValue>();
  let open: OpenCell | null = null;
  let inValue = false;
  const scanned = scanXml(bytes, {
    open(element, attributes) {
      if (element === "row") {
        line = wholeNumber(attributes.get("r")) ?? line + 1;
        column = 0;
        cells = new Map();
      } else if (element === "c") {
        column = columnNumber(attributes.get("r") ?? "") ?? column + 1;
        const letter = columnLetter(column);
        open = {
          address: `${letter}${line}`,
          letter,
          type: attributes.get("t") ?? "n",
          style: wholeNumber(attributes.get("s")) ?? 0,
          formula: false,
          value: "",
        };
      } else if (element === "f" && open !== null) open.formula = true;
      else if (element === "v") inValue = true;
      else if (element === "mergeCell") {
        const range = attributes.get("ref") ?? "";
        const [cell = ""] = range.split(":");
        faults.push({
          file,
          line: wholeNumber(cell.replaceAll(/\D/gu, "")) ?? 1,
          cell,
          message: `セルの結合（${range}）は使えません。結合をやめてください`,
        });
      }
      inline.open(element, attributes);
    },
    text(words) {
      if (inValue && open !== null) open.value += words;
      inline.text(words);
    },
    close(element) {
      inline.close(element);
      if (element === "v") inValue = false;
      else if (element === "c" && open !== null) {
        const value = cellValue(open, inline.take(), shared);
        if (!value.ok) faults.push({ file, line, cell: open.address, message: value.error });
        else if (value.value !== null) cells.set(open.letter, value.value);
        open = null;
      } else if (element === "row" && cells.size > 0 && rows.length < MAX_ROWS + 2)
        rows.push({ line, cells });
    },
  });
  if (scanned !== null) return refuse([{ file, line: 1, message: scanned }]);
  if (rows.length > MAX_ROWS + 1)
    return refuse([{ file, line: MAX_ROWS + 2, message: `一つの表は ${MAX_ROWS} 行までです` }]);
  return faults.length > 0 ? refuse(faults) : ok({ name, rows });
}

/** @returns 空のセルは null */
function cellValue(cell: OpenCell, inline: string, shared: Shared): Result<SheetValue | null, string> {
  const { type, style, formula, value } = cell;
  if (formula) return refuse("数式は使えません。値にして貼り直してください");
  switch (type) {
    case "s":
      return textValue(shared.strings[wholeNumber(value) ?? -1] ?? "", shared);
    case "inlineStr":
      return textValue(inline, shared);
    case "str":
      return textValue(value, shared);
    case "b":
      return ok({ kind: "boolean", value: value === "1" || value === "true" });
    case "e":
      return refuse(`誤りの値「${value}」です`);
    case "d":
      return refuse(dateWords);
    case "n":
      if (value.trim() === "") return ok(null);
      if (shared.dates.has(style)) return refuse(dateWords);
      return Number.isFinite(Number(value))
        ? ok({ kind: "number", text: value.trim() })
        : refuse("数として読めません");
    default:
      return refuse("知らない種類の値です");
  }
}

const dateWords = "日付の書式のセルです。書式を「文字列」にして、2026-04-01 のように打ち直してください";

function textValue(text: string, shared: Shared): Result<SheetValue | null, string> {
  shared.characters += text.length;
  return ok(text === "" ? null : { kind: "text", text });
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null;

const LETTERS = 26;

/** 番地の列の番号（A は 1）。 */
function columnNumber(address: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/u.exec(address)?.[1];
  return letters === undefined
    ? null
    : [...letters].reduce((sum, letter) => sum * LETTERS + (letter.charCodeAt(0) - 64), 0);
}

const columnLetter = (column: number): string =>
  column <= 0
    ? ""
    : columnLetter(Math.floor((column - 1) / LETTERS)) + String.fromCharCode(65 + ((column - 1) % LETTERS));
