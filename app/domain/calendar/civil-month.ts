/**
 * 年月。`YYYY-MM` の一月で、実施時期・取得年月・決算月の計算に使う。文字列のまま前後を比べられる。
 */
import { ok, refuse, type Result } from "../result.ts";
import { type CivilDate, daysInMonth } from "./civil-date.ts";
import { eraOn } from "./era-table.ts";
import { readWrittenDate } from "./written-date.ts";

declare const civilMonthBrand: unique symbol;

/** 実在する一月。`YYYY-MM`。 */
export type CivilMonth = string & { readonly [civilMonthBrand]: true };

/** 年月として受け取れない理由。 */
export type CivilMonthRefusal = "empty" | "format" | "noSuchMonth" | "era";

/** `YYYY-MM` の形で実在する月か。緩い書き方は認めない (保存値・API 用)。 */
export const isCivilMonth = (text: string): text is CivilMonth =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text) && !text.startsWith("0000");

/**
 * 年月の数から年月を作る。
 * @returns 年月。西暦 1–9999 年、1–12 月でなければ `noSuchMonth`
 */
function civilMonth(year: number, month: number): Result<CivilMonth, "noSuchMonth"> {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  return isCivilMonth(text) ? ok(text) : refuse("noSuchMonth");
}

/**
 * 入力を年月として読む。
 * @param raw 例 `2026-12` `2026/12` `2026年12月` `令和8年12月` `R8.12` `202612`、全角も可
 * @returns 年月、または理由。和暦はその月に元号の日が一日でもあればよい
 */
export function parseCivilMonth(raw: string): Result<CivilMonth, CivilMonthRefusal> {
  const written = readWrittenDate(raw);
  if (typeof written === "string") return refuse(written);
  if (written.day !== undefined) return refuse("format");
  const month = civilMonth(written.year, written.month);
  if (!month.ok || written.era === undefined) return month;
  const era = written.era.name;
  const within = [firstDayOf(month.value), lastDayOf(month.value)].some((day) => eraOn(day)?.name === era);
  return within ? month : refuse("era");
}

/** その日を含む年月。 */
export const monthOf = (date: CivilDate): CivilMonth => date.slice(0, 7) as CivilMonth;

/** その月の 1 日。 */
export const firstDayOf = (month: CivilMonth): CivilDate => `${month}-01` as CivilDate;

/** その月の末日。 */
export function lastDayOf(month: CivilMonth): CivilDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  return `${month}-${String(days)}` as CivilDate;
}

const monthNumber = (month: CivilMonth): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/**
 * 月数を足す。
 * @param months 整数。負なら前の月
 */
export function shiftMonth(month: CivilMonth, months: number): CivilMonth {
  const count = monthNumber(month) + months;
  const year = Math.floor(count / 12);
  const shifted = civilMonth(year, count - year * 12 + 1);
  if (!shifted.ok) throw new RangeError("西暦1年から9999年までの外に出る年月の計算です");
  return shifted.value;
}

/**
 * 始めと終わりの月を両方数えた月数。
 * @returns 同じ月なら 1。`end` が前なら 0 以下
 */
export const monthsInclusive = (start: CivilMonth, end: CivilMonth): number =>
  monthNumber(end) - monthNumber(start) + 1;

/** 早い月が先。`sort` に渡せる。 */
export const compareCivilMonths = (a: CivilMonth, b: CivilMonth): number => (a < b ? -1 : a > b ? 1 : 0);
