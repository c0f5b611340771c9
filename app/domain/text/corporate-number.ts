/**
 * 法人番号。検査用数字 1 桁 + 基礎番号 12 桁の 13 桁。
 * 検査用数字 = 9 − ((Σ Pn×Qn) を 9 で割った余り)。Pn は基礎番号の右から n 桁目、Qn は n が奇数なら 1、偶数なら 2。
 * 典拠: 法人番号の指定等に関する省令(平成26年財務省令第70号)第2条。
 * 個人事業主管理番号 (GビズID) の検査規則は公表されていないので、ここを通してはならない。
 */
import { ok, refuse, type Result } from "../result.ts";
import { foldHyphens, normaliseDigits } from "./width.ts";

declare const corporateNumberBrand: unique symbol;

/** 検査用数字が合うことを確かめた 13 桁の法人番号。数にすると先頭や精度を失うので文字列で持つ。 */
export type CorporateNumber = string & { readonly [corporateNumberBrand]: true };

/** 法人番号として受け取れない理由。 */
export type CorporateNumberRefusal = "empty" | "length" | "notDigits" | "checkDigit";

/**
 * 基礎番号から検査用数字を求める。
 * @param base 基礎番号。半角数字 12 桁
 * @returns 1–9
 */
export function corporateNumberCheckDigit(base: string): number {
  // 和をとってから一度だけ 9 で割る。積ごとに余りをとると別の数になる。
  let sum = 0;
  for (const [index, digit] of Array.from(base).toReversed().entries()) {
    sum += Number(digit) * (index % 2 === 0 ? 1 : 2);
  }
  return 9 - (sum % 9);
}

/**
 * 入力を法人番号として読む。全角数字、ハイフン、空白を許す。
 * @param raw 入力欄・外部システムの文字列
 * @param options.invoicePrefix 適格請求書発行事業者登録番号の先頭の T を許す欄では true
 * @returns 半角 13 桁、または理由。`checkDigit` は打ち間違いのほか先頭が 0 のものを含む。
 */
export function parseCorporateNumber(
  raw: string,
  options: { readonly invoicePrefix?: boolean } = {},
): Result<CorporateNumber, CorporateNumberRefusal> {
  const compact = foldHyphens(normaliseDigits(raw)).replace(/[\s-]/gu, "");
  const digits = options.invoicePrefix === true ? compact.replace(/^[TＴ]/iu, "") : compact;
  if (digits === "") return refuse("empty");
  if (!/^\d+$/u.test(digits)) return refuse("notDigits");
  if (digits.length !== 13) return refuse("length");
  if (Number(digits.charAt(0)) !== corporateNumberCheckDigit(digits.slice(1))) return refuse("checkDigit");
  return ok(digits as CorporateNumber);
}
