/**
 * 事業年度。税の特例では、設備の取得と計画の認定が同じ事業年度に収まる必要がある。
 * 決算日は決算月の末日とみなす (様式は決算月だけを尋ねる)。
 */
import type { CivilDate } from "./civil-date.ts";
import { type CivilMonth, firstDayOf, lastDayOf, monthOf, shiftMonth } from "./civil-month.ts";

const closingMonthFrom = (closingMonth: number, on: CivilDate): CivilMonth => {
  if (!Number.isInteger(closingMonth) || closingMonth < 1 || closingMonth > 12) {
    throw new RangeError(`決算月は1から12です: ${String(closingMonth)}`);
  }
  return shiftMonth(monthOf(on), (closingMonth - Number(on.slice(5, 7)) + 12) % 12);
};

/**
 * その日を含む事業年度の末日。
 * @param closingMonth 決算月 1–12
 * @param on 基準の日
 * @returns `on` 以後で最初の決算日。例 3月決算・2026-12-05 なら 2027-03-31
 */
export const fiscalYearEnd = (closingMonth: number, on: CivilDate): CivilDate =>
  lastDayOf(closingMonthFrom(closingMonth, on));

/**
 * その日を含む事業年度の初日。
 * @param closingMonth 決算月 1–12
 * @param on 基準の日
 */
export const fiscalYearStart = (closingMonth: number, on: CivilDate): CivilDate =>
  firstDayOf(shiftMonth(closingMonthFrom(closingMonth, on), -11));
