/** まとめを出す時。業務日の東京の 8 時 30 分に、その日の一通だけを出す。 */
import { addBusinessDays, isBusinessDay } from "../calendar/business-days.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { startOfTokyoDay, tokyoClock } from "../calendar/tokyo.ts";

const HOUR = 8;
const MINUTE = 30;

/**
 * いま、今日のまとめを出す時を過ぎているか。止まっていた間に過ぎた時は、動き出してから出す。
 * @param now UTC の ISO 文字列
 * @returns 出す日。まだなら、又は業務日でなければ null
 */
export function digestDay(now: string, holidays: ReadonlySet<CivilDate>): CivilDate | null {
  const { day, hour, minute } = tokyoClock(now);
  return isBusinessDay(day, holidays) && (hour > HOUR || (hour === HOUR && minute >= MINUTE)) ? day : null;
}

/** その日のまとめを出す瞬間（UTC の ISO 文字列）。 */
export const digestInstant = (day: CivilDate): string =>
  new Date(Date.parse(startOfTokyoDay(day)) + (HOUR * 60 + MINUTE) * 60_000).toISOString();

/** 前の業務日。まとめを一度も出していないときの、動きを数え始める日。 */
export const previousDigestDay = (day: CivilDate, holidays: ReadonlySet<CivilDate>): CivilDate =>
  addBusinessDays(day, -1, holidays);
