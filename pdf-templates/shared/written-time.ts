/** 帳票での日付と時刻の書き方。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { tokyoClock } from "#app/domain/calendar/tokyo.ts";

/**
 * 瞬間を東京の日付と時刻で書く。正午は午後0時。
 * @param instantIso UTC の ISO 文字列
 * @returns 例 `令和8年12月5日 午後3時04分`
 */
export function writtenInstant(instantIso: string): string {
  const { day, hour, minute } = tokyoClock(instantIso);
  const half = hour < 12 ? "午前" : "午後";
  return `${formatJapaneseDate(day)} ${half}${String(hour % 12)}時${String(minute).padStart(2, "0")}分`;
}
