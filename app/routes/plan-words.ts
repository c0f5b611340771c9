/** 計画の日付と期間の言葉。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { isCivilMonth } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";

export const dayWords = (day: string): string => (isCivilDate(day) ? formatJapaneseDate(day) : day);
export const monthWords = (month: string): string =>
  isCivilMonth(month) ? formatJapaneseMonth(month) : month;
export const periodWords = (row: { readonly startMonth: string; readonly endMonth: string }): string =>
  `${monthWords(row.startMonth)}から${monthWords(row.endMonth)}まで`;
