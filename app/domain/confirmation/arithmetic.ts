/**
 * 投資計画の計算。金額は千円の整数のまま、割り算は有理数のまま行い、丸めるのは表示のときだけ。
 * どの計算も、言葉の式と、数を入れた式を答えに添える。
 */
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  formatExact,
  roundToward,
  subtract,
} from "../indicator/exact.ts";

/** 計算と、その式。 */
export type Computed = {
  readonly value: Exact;
  readonly formula: string;
  readonly filled: string;
};

/** ある年度の営業利益と減価償却費（千円）。 */
export type Earning = { readonly profit: number; readonly depreciation: number };

/** 修正ROAと有形固定資産回転率の元になる数（千円）。 */
export type Balance = Earning & {
  readonly sales: number;
  readonly research: number;
  readonly totalAssets: number;
  readonly tangibleAssets: number;
};

const YEARS = 3;
const PERCENT = 100;

const whole = (value: number | bigint): Exact => ({ numerator: BigInt(value), denominator: 1n });
const times = (value: Exact, by: number): Exact => ({ ...value, numerator: value.numerator * BigInt(by) });
const product = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});
const yen = (value: number): string => {
  const text = formatExact(whole(value), 0);
  return value < 0 ? `（${text}）` : text;
};
const earned = ({ profit, depreciation }: Earning): bigint => BigInt(profit) + BigInt(depreciation);
const earning = ({ profit, depreciation }: Earning): string => `（${yen(profit)}＋${yen(depreciation)}）`;

/**
 * 投資利益率（%）。取得する年度の翌年度から3年間の（営業利益＋減価償却費）の増加額の平均を、投資額で割る。
 *
 * @param before 投資をする前の年度
 * @param after 翌年度から3年間
 * @param investment 投資額（千円、正）
 */
export function returnOnInvestment(
  before: Earning,
  after: readonly [Earning, Earning, Earning],
  investment: number,
): Computed {
  const total = after.reduce((sum, year) => sum + earned(year) - earned(before), 0n);
  return {
    value: times(divide(whole(total), times(whole(investment), YEARS)), PERCENT),
    formula:
      "（翌年度から3年間の（営業利益＋減価償却費）の平均 − 投資をする前の年度の（営業利益＋減価償却費））÷ 投資額 × 100",
    filled: `（（${after.map(earning).join("＋")}）÷ ${YEARS} − ${earning(before)}）÷ ${yen(investment)} × 100`,
  };
}

const adjustedRoa = (balance: Balance): Exact =>
  times(divide(whole(earned(balance) + BigInt(balance.research)), whole(balance.totalAssets)), PERCENT);

const roaFilled = ({ profit, depreciation, research, totalAssets }: Balance): string =>
  `（${yen(profit)}＋${yen(depreciation)}＋${yen(research)}）÷ ${yen(totalAssets)} × 100`;

/** 修正ROAの変化（ポイント）。修正ROA は（営業利益＋減価償却費＋研究開発費）÷ 総資産。 */
export const adjustedRoaGain = (before: Balance, after: Balance): Computed => ({
  value: subtract(adjustedRoa(after), adjustedRoa(before)),
  formula:
    "終わりの年度の修正ROA − 始める前の年度の修正ROA（修正ROA＝（営業利益＋減価償却費＋研究開発費）÷ 総資産 × 100）",
  filled: `${roaFilled(after)} − ${roaFilled(before)}`,
});

const turnover = ({ sales, tangibleAssets }: Balance): Exact => divide(whole(sales), whole(tangibleAssets));
const turnoverFilled = ({ sales, tangibleAssets }: Balance): string =>
  `${yen(sales)} ÷ ${yen(tangibleAssets)}`;

/**
 * 有形固定資産回転率（売上高 ÷ 有形固定資産）の変化率（%）。
 *
 * @returns 始める前の年度の売上高が 0 なら、割れないので undefined
 */
export function turnoverGain(before: Balance, after: Balance): Computed | undefined {
  const start = turnover(before);
  if (start.numerator === 0n) return undefined;
  return {
    value: times(divide(subtract(turnover(after), start), start), PERCENT),
    formula:
      "（終わりの年度の回転率 − 始める前の年度の回転率）÷ 始める前の年度の回転率 × 100（回転率＝売上高 ÷ 有形固定資産）",
    filled: `（${turnoverFilled(after)} − ${turnoverFilled(before)}）÷（${turnoverFilled(before)}）× 100`,
  };
}

/** 投資額の売上高に対する割合（%）。 */
export const investmentShare = (investment: number, sales: number): Computed => ({
  value: times(divide(whole(investment), whole(sales)), PERCENT),
  formula: "投資額 ÷ 前年度の売上高 × 100",
  filled: `${yen(investment)} ÷ ${yen(sales)} × 100`,
});

/**
 * 毎年その率で伸びたときに届く売上高（千円）。率の累乗は有理数のまま計算する。
 *
 * @param sales 前年度の売上高（千円）
 * @param percent 毎年の伸び（%）
 * @param years 年の数
 */
export function grownSales(sales: number, percent: Exact, years: number): Computed {
  const factor = divide(add(whole(PERCENT), percent), whole(PERCENT));
  const value = Array.from({ length: years }).reduce<Exact>((grown) => product(grown, factor), whole(sales));
  const written = formatExact(factor, 4, { trim: true });
  return {
    value,
    formula: "前年度の売上高 ×（1＋毎年の伸び率）を年の数だけ掛けた額",
    filled: `${yen(sales)} × ${Array.from({ length: years }).fill(written).join(" × ")}`,
  };
}

const THOUSAND_YEN_PER_HUNDRED_MILLION = "100000";

/** 億円を千円にする。 */
export function hundredMillions(value: Exact): Exact {
  const unit = exact(THOUSAND_YEN_PER_HUNDRED_MILLION);
  return unit === undefined ? value : product(value, unit);
}

/** その値以上か。 */
export const atLeast = (value: Exact, floor: Exact): boolean => compare(value, floor) >= 0;

/** 要る値に届かない数が届いたように見えないよう、切り捨てて示す。 */
export const shownDown = (value: Exact, places: number): string =>
  formatExact(roundToward(value, places, "down"), places, { trim: true });
