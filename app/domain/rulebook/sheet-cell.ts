/** 表計算のソフトが書いた一つの欄を、CSV と同じ書き方の文字列にする。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { ColumnDescriptor } from "./descriptors/column-input.ts";
import { targetOf } from "./table-choices.ts";
import { tableWords } from "./table-descriptors.ts";
import type { TableName } from "./tables.ts";

/** 表計算の欄の値。number の text は、表計算のソフトが書いたとおりの数。 */
export type SheetValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean };

/** ブックに書く言葉。選ぶ欄は、符号でなく言葉で書く。 */
export function sheetWords(table: TableName, column: string, cell: string): string {
  const input = tableWords(table).columns[column]?.input;
  return input?.kind === "choice" ? (input.options[cell] ?? cell) : cell;
}

/** 選ぶ欄の言葉から符号へ。符号のままでも読める。 */
function choiceOf(descriptor: ColumnDescriptor | undefined, words: string): string {
  if (descriptor?.input.kind !== "choice" || words in descriptor.input.options) return words;
  return Object.entries(descriptor.input.options).find(([, label]) => label === words)?.[0] ?? words;
}

/** 読めた文字列。repaired は、先頭の 0 を補ったこと。 */
export type SheetText = { readonly text: string; readonly repaired: boolean };

const PREFECTURE_DIGITS = 2;
const INDUSTRY_DIGITS = 4;

/** 産業分類の番号の欄。2〜4桁なので、4桁でない数は、先頭の 0 が失われたかどうかが分からない。 */
const industryColumns: ReadonlySet<string> = new Set([
  "industries13.code",
  "industries13.parent",
  "industries14.code",
  "industries14.parent",
  "industryChanges.code13",
  "industryChanges.code14",
  "industryWords.codes",
  "routingRules.prefix",
  "municipalJurisdictions.prefixes",
  "guidelines.industryScope",
]);

const asText = "セルの書式を「文字列」にして、打ち直してください";

/**
 * @returns 数の欄の数、はい・いいえの欄の真偽、桁の決まった番号は読み替える。
 *   数式に見える文字と、文字の欄に入った数は、元の書き方が分からないので断る
 */
export function sheetText(table: TableName, column: string, value: SheetValue): Result<SheetText, string> {
  const descriptor = tableWords(table).columns[column];
  switch (value.kind) {
    case "text":
      return /^[=@]/u.test(value.text)
        ? refuse(`「${value.text}」: 数式は使えません`)
        : same(choiceOf(descriptor, value.text));
    case "boolean":
      return isYesNo(descriptor)
        ? same(value.value ? "yes" : "no")
        : refuse(`真偽の値（${value.value ? "TRUE" : "FALSE"}）は使えません。${asText}`);
    case "number":
      return numberText(`${table}.${column}`, descriptor, String(Number(value.text)));
  }
}

const same = (text: string): Result<SheetText, string> => ok({ text, repaired: false });

function numberText(
  name: string,
  descriptor: ColumnDescriptor | undefined,
  number: string,
): Result<SheetText, string> {
  if (descriptor === undefined) return same(number);
  const { input } = descriptor;
  if (input.kind === "number" || input.kind === "order") return same(number);
  if (input.kind === "choice" && number in input.options) return same(number);
  if (isPrefecture(name, descriptor) && /^\d{1,2}$/u.test(number)) {
    const text = number.padStart(PREFECTURE_DIGITS, "0");
    return ok({ text, repaired: text !== number });
  }
  if (!industryColumns.has(name)) return refuse(`文字の欄に、数 ${number} が入っています。${asText}`);
  return number.length === INDUSTRY_DIGITS
    ? same(number)
    : refuse(`数 ${number} として入っています。先頭の 0 が失われたかもしれません。${asText}`);
}

const isYesNo = (descriptor: ColumnDescriptor | undefined): boolean =>
  descriptor?.input.kind === "choice" &&
  "yes" in descriptor.input.options &&
  "no" in descriptor.input.options;

/** 都道府県の番号は、いつも2桁。 */
function isPrefecture(name: string, descriptor: ColumnDescriptor): boolean {
  const target = targetOf(descriptor);
  return name === "prefectures.code" || (target?.table === "prefectures" && target.value === "code");
}
