/** 版の休日（国民の祝日に関する法律の休日と、行政機関の休日に関する法律第1条の休日）の日付。 */
import { endOfHolidayTable } from "../calendar/business-days.ts";
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import type { Rulebook } from "./rulebook.ts";

const remembered = new WeakMap<Rulebook, ReadonlySet<CivilDate>>();

/** 版は変わらないので、一度取り出したら覚えておく。 */
export function holidaysOf(rulebook: Rulebook): ReadonlySet<CivilDate> {
  const known = remembered.get(rulebook);
  if (known !== undefined) return known;
  const days: ReadonlySet<CivilDate> = new Set([...rulebook.procedure.holidays.keys()] as CivilDate[]);
  remembered.set(rulebook, days);
  return days;
}

/** 休日の表の終わりを知らせ始める日数。一番長い標準処理期間に、版を改める間を加えた長さ。 */
const NOTICE_DAYS = 180;

/**
 * 休日の表がもうすぐ尽きるか。
 * @returns 表の最後の日。まだ十分に先なら null
 */
export function holidayTableEnding(rulebook: Rulebook, today: CivilDate): CivilDate | null {
  const end = endOfHolidayTable(holidaysOf(rulebook));
  return end < addDays(today, NOTICE_DAYS) ? end : null;
}
