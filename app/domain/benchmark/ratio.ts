/** 正確な分数と、その表示。 */
import { type DecimalText, formatDecimal } from "../text/number-input.ts";

/** 分子 ÷ 分母。分母は正。 */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * 四捨五入して三桁区切りで書く。端数がちょうど半分のときは 0 から遠い方へ。
 * @param ratio 分母が正の分数
 * @param fractionDigits 小数点以下の桁数
 * @returns 例 `3.1`、`-19.0`、`5,747`。0 に丸まった負の数に符号は付けない
 */
export function formatRatio(ratio: Ratio, fractionDigits: number): string {
  const negative = ratio.numerator < 0n;
  const magnitude = negative ? -ratio.numerator : ratio.numerator;
  const scaled = magnitude * 10n ** BigInt(fractionDigits);
  const rounded = (scaled * 2n + ratio.denominator) / (ratio.denominator * 2n);
  const digits = String(rounded).padStart(fractionDigits + 1, "0");
  const whole = digits.slice(0, digits.length - fractionDigits);
  const sign = negative && rounded !== 0n ? "-" : "";
  const fraction = fractionDigits === 0 ? "" : `.${digits.slice(digits.length - fractionDigits)}`;
  return formatDecimal(`${sign}${whole}${fraction}` as DecimalText, fractionDigits);
}

/** 図のための近似値。判定に使ってはならない。 */
export const approximate = (ratio: Ratio): number => Number(ratio.numerator) / Number(ratio.denominator);
