import fc from "fast-check";
import { addDays, type CivilDate, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { type CivilMonth, isCivilMonth, monthOf } from "#app/domain/calendar/civil-month.ts";

/** 試験の中に直に書いた日。 */
export function date(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`日付ではありません: ${text}`);
  return text;
}

/** 試験の中に直に書いた年月。 */
export function month(text: string): CivilMonth {
  if (!isCivilMonth(text)) throw new Error(`年月ではありません: ${text}`);
  return text;
}

/** 1868年から2173年ごろまでの日。 */
export const aCivilDate = fc
  .integer({ min: -37_000, max: 75_000 })
  .map((days) => addDays(date("1970-01-01"), days));

/** 上と同じ範囲の年月。 */
export const aCivilMonth = aCivilDate.map(monthOf);
