/**
 * 業務日 (開庁日)。標準処理期間と処理の目安日を数える。
 * 閉庁日は日曜日・土曜日、国民の祝日に関する法律の休日、12月29日から1月3日まで
 * (行政機関の休日に関する法律(昭和63年法律第91号)第1条第1項)。祝日の一覧は呼び手が渡す。
 */
import { addDays, type CivilDate, dayOfWeek } from "./civil-date.ts";

const isYearEndClosure = (date: CivilDate): boolean => {
  const monthDay = date.slice(5);
  return monthDay >= "12-29" || monthDay <= "01-03";
};

/**
 * 役所が開いている日か。
 * @param holidays 国民の祝日・休日。年末年始と土日は含まなくてよい
 */
export function isBusinessDay(date: CivilDate, holidays: ReadonlySet<CivilDate>): boolean {
  const weekday = dayOfWeek(date);
  return weekday !== 0 && weekday !== 6 && !isYearEndClosure(date) && !holidays.has(date);
}

/**
 * 業務日を足す。初日は数えない (民法第140条)。
 * @param n 業務日の数。負なら前へ。0 なら `from` そのもの (閉庁日でも動かさない)
 * @returns `from` の後 n 番目の業務日
 */
export function addBusinessDays(from: CivilDate, n: number, holidays: ReadonlySet<CivilDate>): CivilDate {
  const step = n < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(Math.trunc(n)); left > 0;) {
    date = addDays(date, step);
    if (isBusinessDay(date, holidays)) left -= 1;
  }
  return date;
}

/**
 * 二つの日の間の業務日の数。`from` の日は数えず、`to` の日は数える。
 * @returns `to` が前なら負。`businessDaysBetween(d, addBusinessDays(d, n, h), h)` は n に等しい
 */
export function businessDaysBetween(
  from: CivilDate,
  to: CivilDate,
  holidays: ReadonlySet<CivilDate>,
): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let date = from; date !== to;) {
    date = addDays(date, step);
    if (isBusinessDay(date, holidays)) count += step;
  }
  return count;
}

/**
 * 数え始めてから `n` 業務日以上たっている、最も遅い日。
 * @returns この日から `to` までが `n` 業務日以上、次の日から `to` までは `n` 業務日に足りない
 */
export function latestStart(to: CivilDate, n: number, holidays: ReadonlySet<CivilDate>): CivilDate {
  let date = to;
  for (let left = Math.max(0, Math.trunc(n)); left > 0; date = addDays(date, -1))
    if (isBusinessDay(date, holidays)) left -= 1;
  return date;
}

/** 休日の表が覆う最後の日。表にある最後の年の大晦日。 */
export const endOfHolidayTable = (holidays: ReadonlySet<CivilDate>): CivilDate => {
  const last = [...holidays].reduce((latest, day) => (day > latest ? day : latest), "0000");
  return `${last.slice(0, 4)}-12-31` as CivilDate;
};
