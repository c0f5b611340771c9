/**
 * 数の入力と表示。全角数字、桁区切り、▲△、万・億、単位付きの入力を読み、小数は文字のまま正確に持つ。
 * 単位は欄が決める。書かれた金額の単位が欄と違えば、欄の単位に正確に直して読む。割り切れない額と、どちらにも読める書き方は断る。
 */
import { ok, refuse, type Result } from "../result.ts";
import { normaliseDigits } from "./width.ts";
import { decimalDigits, readWrittenNumber } from "./written-number.ts";

declare const decimalTextBrand: unique symbol;

/** 正確な十進数。`-?整数部(.小数部)?` で、余分な 0 と `-0` を持たない。例 `18.4` `-0.5` `1200`。 */
export type DecimalText = string & { readonly [decimalTextBrand]: true };

/** 欄の単位。 */
export type NumberUnit =
  | "円"
  | "千円"
  | "万円"
  | "千円/人"
  | "人"
  | "人工"
  | "時間"
  | "台"
  | "件"
  | "ヶ月"
  | "㎡"
  | "%"
  | "倍";

/** 数として受け取れない理由。`unit` は欄と違う単位、又はどちらの単位にも読める書き方、`grouping` は桁区切りの位置違い。 */
export type NumberRefusal = "empty" | "notNumber" | "grouping" | "notInteger" | "tooLarge" | "unit";

/** 金額の単位が、円の 10 の何乗か。 */
const YEN_EXPONENT: Partial<Readonly<Record<NumberUnit, number>>> = { 円: 0, 千円: 3, 万円: 4 };
/** 「億」から上の位の数は、千円や万円の欄でも円の数と読む（12億千円のような書き方はない）。 */
const CERTAINLY_YEN = 8;

/** 数の後ろの単位。金額は円で終わる。 */
const SUFFIX =
  /(?:[千万]?円[/／]人|円|人工|人|名|時間|台|件|[ヶヵかカケ箇]?月|㎡|m2|平方メートル|[%％]|パーセント|倍)$/u;
const SAME_UNIT: Readonly<Record<NumberUnit, RegExp>> = {
  円: /^円$/u,
  千円: /^円$/u,
  万円: /^円$/u,
  "千円/人": /^千円[/／]人$/u,
  人: /^[人名]$/u,
  人工: /^人工$/u,
  時間: /^時間$/u,
  台: /^台$/u,
  件: /^件$/u,
  ヶ月: /^[ヶヵかカケ箇]?月$/u,
  "㎡": /^(?:㎡|m2|平方メートル)$/u,
  "%": /^(?:[%％]|パーセント)$/u,
  倍: /^倍$/u,
};
const MAX_DIGITS = 30;

/** かな漢字変換のまま打たれた「、」と「。」を、数字の間でだけ「,」と「.」に読む。 */
const plainText = (raw: string): string =>
  normaliseDigits(raw)
    .replace(/(?<=\d)[、､](?=\d)/gu, ",")
    .replace(/(?<=\d)[。｡](?=\d)/gu, ".")
    .replace(/(?<=\D)\s+|\s+(?=\D)/gu, "")
    .trim();

/** 読んだ数。converted は、単位や位の字から欄の単位に直したこと。 */
type ReadNumber = { readonly value: DecimalText; readonly converted: boolean };

function readNumber(
  raw: string,
  unit: NumberUnit | undefined,
): Result<ReadNumber, Exclude<NumberRefusal, "notInteger">> {
  const text = plainText(raw);
  if (text === "") return refuse("empty");
  const suffix = SUFFIX.exec(text)?.[0] ?? "";
  if (suffix !== "" && (unit === undefined || !SAME_UNIT[unit].test(suffix))) return refuse("unit");
  const [, sign = "", body = ""] =
    /^([-+▲△ーｰ]?)(.*)$/su.exec(text.slice(0, text.length - suffix.length)) ?? [];
  const written = readWrittenNumber(body);
  if (typeof written === "string") return refuse(written);
  if (written.largest > 0 && unit === undefined) return refuse("notNumber");
  const fieldExponent = unit === undefined ? undefined : YEN_EXPONENT[unit];
  const inYen = suffix === "円" || written.largest >= CERTAINLY_YEN;
  // 「38千」が38千円か3万8千の千円かは、決められない。
  if (fieldExponent !== undefined && fieldExponent > 0 && written.largest > 0 && !inYen)
    return refuse("unit");
  const shift = inYen ? (fieldExponent ?? 0) : 0;
  const value = decimalDigits(sign !== "" && sign !== "+", written.value, written.places + shift);
  if (value.replace(/[-.]/gu, "").length > MAX_DIGITS) return refuse("tooLarge");
  return ok({ value: value as DecimalText, converted: written.largest > 0 || shift > 0 });
}

/**
 * 小数を含む数を読む。
 * @param raw 入力欄の文字列。例 `１，２３４．５`、`▲12.5`、`18.4%`、千円の欄の `1億2,000万円`
 * @param unit 欄の単位。金額は円に直して読む。省くと単位付きの入力を断る
 * @returns 正確な十進数の文字列、または理由
 */
export function parseDecimal(
  raw: string,
  unit?: NumberUnit,
): Result<DecimalText, Exclude<NumberRefusal, "notInteger">> {
  const read = readNumber(raw, unit);
  return read.ok ? ok(read.value.value) : read;
}

/**
 * 打たれた単位や位の字を欄の単位に直して読んだか。直したときは、読んだ数を人に確かめてもらう。
 * @param unit 欄の単位
 */
export function isConverted(raw: string, unit: NumberUnit): boolean {
  const read = readNumber(raw, unit);
  return read.ok && read.value.converted;
}

/**
 * 整数を読む。
 * @param raw 入力欄の文字列。例 `38,000`、`３８０００千円`、`△1,200`、`3,000万円`
 * @param unit 欄の単位。省くと単位付きの入力を断る
 * @returns 誤差なく扱える整数 (±2^53 未満)、または理由
 */
export function parseInteger(raw: string, unit?: NumberUnit): Result<number, NumberRefusal> {
  const read = readNumber(raw, unit);
  if (!read.ok) return read;
  // 千円の欄の「1,500円」のように割り切れない額は、丸めずに断る。
  if (read.value.value.includes(".")) return refuse(read.value.converted ? "unit" : "notInteger");
  const value = Number(read.value.value);
  return Number.isSafeInteger(value) ? ok(value) : refuse("tooLarge");
}

const group = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, ",");

/**
 * 整数を三桁区切りで書く。
 * @param value 整数 (円・千円・人など)
 * @returns 例 `1,234,567`、`-1,200`
 */
export function formatInteger(value: number | bigint): string {
  const digits = String(BigInt(value));
  return digits.startsWith("-") ? `-${group(digits.slice(1))}` : group(digits);
}

/**
 * 十進数を三桁区切りで書く。丸めは表示だけの四捨五入 (0 から遠い方へ)。
 * @param value 正確な十進数
 * @param fractionDigits 小数点以下の桁数。省くと丸めない
 * @returns 例 `5,747.17`、`-0.5`
 */
export function formatDecimal(value: DecimalText, fractionDigits?: number): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? value.slice(1) : value).split(".");
  if (fractionDigits === undefined) {
    const magnitude = fraction === "" ? group(whole) : `${group(whole)}.${fraction}`;
    return negative ? `-${magnitude}` : magnitude;
  }
  const kept = BigInt(whole + fraction.slice(0, fractionDigits).padEnd(fractionDigits, "0"));
  const rounded = fraction.charAt(fractionDigits) >= "5" ? kept + 1n : kept;
  const digits = String(rounded).padStart(fractionDigits + 1, "0");
  const integer = group(digits.slice(0, digits.length - fractionDigits));
  const magnitude =
    fractionDigits === 0 ? integer : `${integer}.${digits.slice(digits.length - fractionDigits)}`;
  return negative && rounded !== 0n ? `-${magnitude}` : magnitude;
}
