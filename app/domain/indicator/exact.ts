/**
 * 指標の計算に使う有理数。十進の文字列から誤差なく作り、丸めは表示のときだけ行う（DESIGN §4-9）。
 */

/** 分母は常に正。約分はしない。 */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** 計算に渡せる数。文字列は半角の十進（桁区切りなし）。 */
export type Quantity = Exact | string | number | bigint;

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/u;

/**
 * 数を有理数にする。
 *
 * @param quantity 十進の文字列、整数、又は有理数。小数の number は表示どおりの十進とみなす
 * @returns 数として読めなければ undefined
 */
export function exact(quantity: Quantity): Exact | undefined {
  if (typeof quantity === "object") return quantity;
  const match = decimalPattern.exec(String(quantity));
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const numerator = BigInt(whole + fraction);
  return { numerator: sign === "-" ? -numerator : numerator, denominator: 10n ** BigInt(fraction.length) };
}

export const add = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

export const negate = ({ numerator, denominator }: Exact): Exact => ({ numerator: -numerator, denominator });

export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

/** b は 0 でないこと。 */
export const divide = (a: Exact, b: Exact): Exact => {
  const flip = b.numerator < 0n ? -1n : 1n;
  return {
    numerator: a.numerator * b.denominator * flip,
    denominator: a.denominator * b.numerator * flip,
  };
};

export const absolute = (value: Exact): Exact => (value.numerator < 0n ? negate(value) : value);

/** a が大きければ正、等しければ 0、小さければ負。 */
export const compare = (a: Exact, b: Exact): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

/**
 * 決めた桁に切り上げるか、切り下げる。
 *
 * @param places 小数点以下の桁数
 * @param toward up は大きいほう、down は小さいほうへ
 */
export function roundToward(value: Exact, places: number, toward: "up" | "down"): Exact {
  const scale = 10n ** BigInt(places);
  const scaled = value.numerator * scale;
  const whole = scaled / value.denominator;
  const rest = scaled % value.denominator;
  const step = toward === "up" ? (rest > 0n ? 1n : 0n) : rest < 0n ? -1n : 0n;
  return { numerator: whole + step, denominator: scale };
}

/** 図を描くための近似値。比べるためには使わない。 */
export const approximate = ({ numerator, denominator }: Exact): number =>
  Number(numerator) / Number(denominator);

/**
 * 四捨五入（0 から遠いほうへ）して表示する。
 *
 * @param places 小数点以下の桁数
 * @param trim 末尾の 0 を落とすか
 * @returns 例: "5,747.17"、"-19.02"
 */
export function formatExact(
  value: Exact,
  places: number,
  { grouping = true, trim = false }: { readonly grouping?: boolean; readonly trim?: boolean } = {},
): string {
  const { numerator, denominator } = absolute(value);
  const scaled = (numerator * 10n ** BigInt(places) * 2n + denominator) / (denominator * 2n);
  const digits = scaled.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places);
  const fraction = trim ? rest.replace(/0+$/u, "") : rest;
  const grouped = grouping ? whole.replace(/\B(?=(\d{3})+$)/gu, ",") : whole;
  const sign = value.numerator < 0n && scaled !== 0n ? "-" : "";
  return `${sign}${grouped}${fraction === "" ? "" : `.${fraction}`}`;
}
