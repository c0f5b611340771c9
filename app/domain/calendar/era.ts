/**
 * 和暦での書き方。様式・通知書・画面の日付はここを通す。
 * 明治6年(1873年)より前は旧暦の日付と食い違うので、西暦で書く。
 */
import type { CivilDate } from "./civil-date.ts";
import type { CivilMonth } from "./civil-month.ts";
import { lastDayOf } from "./civil-month.ts";
import { eraOn } from "./era-table.ts";
import { tokyoClock } from "./tokyo.ts";

function japaneseYear(day: CivilDate): string {
  const year = Number(day.slice(0, 4));
  const era = eraOn(day);
  if (era === undefined) return `${String(year)}年`;
  const count = year - era.firstYear + 1;
  return `${era.name}${count === 1 ? "元" : String(count)}年`;
}

/**
 * 暦日を和暦で書く。
 * @returns 例 `令和8年12月5日`、`令和元年5月1日`
 */
export const formatJapaneseDate = (date: CivilDate): string =>
  `${japaneseYear(date)}${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8)))}日`;

/**
 * 年月を和暦で書く。月の途中で改元した月は、その末日の元号による。
 * @returns 例 `令和8年12月`、`平成元年1月`
 */
export const formatJapaneseMonth = (month: CivilMonth): string =>
  `${japaneseYear(lastDayOf(month))}${String(Number(month.slice(5)))}月`;

/**
 * 瞬間を東京の和暦と時刻で書く。
 * @param instantIso UTC または時差付きの ISO 文字列
 * @returns 例 `令和8年12月5日 14時03分`
 */
export function formatTokyoInstant(instantIso: string): string {
  const { day, hour, minute } = tokyoClock(instantIso);
  return `${formatJapaneseDate(day)} ${String(hour)}時${String(minute).padStart(2, "0")}分`;
}
