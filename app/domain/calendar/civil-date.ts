/**
 * 暦日。時刻も時間帯も持たない `YYYY-MM-DD` の一日で、文字列のまま前後を比べられる。
 * 扱うのはグレゴリオ暦の西暦 1–9999 年。瞬間から日を得るときは `tokyo.ts` を使う。
 */
import { ok, refuse, type Result } from "../result.ts";
import { eraOn } from "./era-table.ts";
import { readWrittenDate } from "./written-date.ts";

declare const civilDateBrand: unique symbol;

/** 実在する一日。`YYYY-MM-DD`。 */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** 日付として受け取れない理由。`noSuchDay` は存在しない日、`era` はその元号の期間外の日。 */
export type CivilDateRefusal = "empty" | "format" | "noSuchDay" | "era";

/** その月の日数。`month` は 1–12。 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
const parts = (date: CivilDate): readonly [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

/**
 * 年月日の数から暦日を作る。
 * @returns 暦日。西暦 1–9999 年の実在する日でなければ `noSuchDay`
 */
export function civilDate(year: number, month: number, day: number): Result<CivilDate, "noSuchDay"> {
  if (![year, month, day].every(Number.isInteger)) return refuse("noSuchDay");
  if (year < 1 || year > 9999 || month < 1 || month > 12) return refuse("noSuchDay");
  if (day < 1 || day > daysInMonth(year, month)) return refuse("noSuchDay");
  return ok(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate);
}

/** `YYYY-MM-DD` の形で実在する日か。緩い書き方は認めない (保存値・API 用)。 */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  return civilDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))).ok;
}

/**
 * 入力を暦日として読む。
 * @param raw 例 `2026-12-05` `2026/12/05` `2026年12月5日` `令和8年12月5日` `R8.12.5` `20261205`、全角も可
 * @returns 暦日、または理由。和暦は書かれた元号の期間内の日だけ (昭和64年1月8日は `era`)
 */
export function parseCivilDate(raw: string): Result<CivilDate, CivilDateRefusal> {
  const written = readWrittenDate(raw);
  if (typeof written === "string") return refuse(written);
  if (written.day === undefined) return refuse("format");
  const date = civilDate(written.year, written.month, written.day);
  if (date.ok && written.era !== undefined && eraOn(date.value)?.name !== written.era.name)
    return refuse("era");
  return date;
}

/** 1970-01-01 からの日数。400 年 = 146,097 日の周期で数える。 */
function dayNumber(date: CivilDate): number {
  const [year, month, day] = parts(date);
  const shifted = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

function fromDayNumber(count: number): CivilDate {
  const days = count + 719_468;
  const cycle = Math.floor(days / 146_097);
  const dayOfCycle = days - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
  return inRange(civilDate(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1));
}

function inRange(result: Result<CivilDate, "noSuchDay">): CivilDate {
  if (!result.ok) throw new RangeError("西暦1年から9999年までの外に出る日付の計算です");
  return result.value;
}

/**
 * 日数を足す。
 * @param days 整数。負なら前の日
 */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days);

/**
 * 月数を足す。その日がない月では月末にする (1月31日の1月後は2月末日。民法第143条第2項ただし書の応当日)。
 * @param months 整数。負なら前の月
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = parts(date);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return inRange(civilDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))));
}

/** 早い日が先。`sort` に渡せる。 */
export const compareCivilDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * 二つの日の差。
 * @returns `to` − `from` の日数。同じ日は 0、`to` が前なら負
 */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** 曜日。0 = 日曜 … 6 = 土曜。 */
export const dayOfWeek = (date: CivilDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;
