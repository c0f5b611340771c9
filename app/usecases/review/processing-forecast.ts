/**
 * 標準処理期間の満了日の見込み。受理日の翌日から数え、差し戻している間は進まない（行政手続法第6条の目安で、
 * 処分の期限ではない）。営業日は版の休日の表で数える。
 */
import { addBusinessDays, businessDaysBetween } from "#app/domain/calendar/business-days.ts";
import { addDays, type CivilDate, daysBetween } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { ProcessingTime } from "#app/domain/routing/routing-answer.ts";

/** 差し戻していた間。to が null なら、まだ出し直されていない。 */
export type Pause = { readonly from: CivilDate; readonly to: CivilDate | null };

export type ProcessingForecast =
  /** まだ受理していない。 */
  | { readonly kind: "notStarted" }
  /** 差戻し中で止まっている。 */
  | { readonly kind: "stopped"; readonly remaining: number }
  /** beyondHolidayTable が真なら、休日の表が尽きた先の日付。 */
  | { readonly kind: "expected"; readonly on: CivilDate; readonly beyondHolidayTable: boolean };

/**
 * @param processing 提出に凍結した標準処理期間
 * @param acceptedOn 受理日。未受理なら null
 * @param pauses 差し戻していた間。古い順
 * @param holidays 版の休日の日付
 */
export function forecastProcessing(
  processing: ProcessingTime,
  acceptedOn: CivilDate | null,
  pauses: readonly Pause[],
  holidays: ReadonlySet<CivilDate>,
): ProcessingForecast {
  if (acceptedOn === null) return { kind: "notStarted" };
  const business = processing.unit === "businessDays";
  const counted = (from: CivilDate, to: CivilDate): number =>
    business ? businessDaysBetween(from, to, holidays) : daysBetween(from, to);
  let from = acceptedOn;
  let remaining = processing.days;
  for (const pause of pauses) {
    // 受理より前の差戻しは、数え始める前なので関わらない。
    if (pause.to !== null && pause.to <= from) continue;
    remaining = Math.max(0, remaining - Math.max(0, counted(from, pause.from)));
    if (pause.to === null) return { kind: "stopped", remaining };
    from = pause.to;
  }
  const on = business ? addBusinessDays(from, remaining, holidays) : addDays(from, remaining);
  const last = [...holidays].reduce((latest, day) => (day > latest ? day : latest), "");
  return { kind: "expected", on, beyondHolidayTable: business && on > last };
}

/**
 * 出来事から、差し戻していた間を取り出す。
 * @param events 古い順。at は UTC の ISO 文字列
 */
export function pausesOf(
  events: readonly { readonly type: string; readonly at: string }[],
): readonly Pause[] {
  const pauses: Pause[] = [];
  let returnedOn: CivilDate | null = null;
  for (const event of events) {
    if (event.type === "application.returned.v1") returnedOn = tokyoDay(event.at);
    if (event.type === "application.filed.v1" && returnedOn !== null) {
      pauses.push({ from: returnedOn, to: tokyoDay(event.at) });
      returnedOn = null;
    }
  }
  return returnedOn === null ? pauses : [...pauses, { from: returnedOn, to: null }];
}
