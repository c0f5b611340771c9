/**
 * 標準処理期間の時計（行政手続法第6条の目安で、処分の期限ではない）。受理日の翌日から数え、差し戻している間と
 * 中断している間は進まない。業務日は版の休日の表で数える。
 */
import { addBusinessDays, businessDaysBetween, endOfHolidayTable } from "../calendar/business-days.ts";
import { addDays, type CivilDate, daysBetween } from "../calendar/civil-date.ts";
import { tokyoDay } from "../calendar/tokyo.ts";
import type { ProcessingTime } from "../routing/routing-answer.ts";

/** 止まっていた間。to が null なら、いまも止まっている。 */
export type Stop = {
  readonly cause: "returned" | "paused";
  readonly from: CivilDate;
  readonly to: CivilDate | null;
};

export type ProcessingForecast =
  /** まだ受理していない。 */
  | { readonly kind: "notStarted" }
  /** 差戻し又は中断で止まっている。remaining は残りの日数（標準処理期間の数え方）。 */
  | { readonly kind: "stopped"; readonly cause: Stop["cause"]; readonly remaining: number }
  /** beyondHolidayTable が真なら、休日の表にない年の日付。 */
  | { readonly kind: "expected"; readonly on: CivilDate; readonly beyondHolidayTable: boolean };

/**
 * @param processing 提出に凍結した標準処理期間
 * @param acceptedOn 受理日。未受理なら null
 * @param stops 止まっていた間。古い順
 * @param holidays 版の休日の日付
 */
export function forecastProcessing(
  processing: ProcessingTime,
  acceptedOn: CivilDate | null,
  stops: readonly Stop[],
  holidays: ReadonlySet<CivilDate>,
): ProcessingForecast {
  if (acceptedOn === null) return { kind: "notStarted" };
  const business = processing.unit === "businessDays";
  const counted = (from: CivilDate, to: CivilDate): number =>
    business ? businessDaysBetween(from, to, holidays) : daysBetween(from, to);
  let from = acceptedOn;
  let remaining = processing.days;
  for (const stop of stops) {
    // 受理より前の差戻しは、数え始める前なので関わらない。
    if (stop.to !== null && stop.to <= from) continue;
    remaining = Math.max(0, remaining - Math.max(0, counted(from, stop.from)));
    if (stop.to === null) return { kind: "stopped", cause: stop.cause, remaining };
    from = stop.to;
  }
  const on = business ? addBusinessDays(from, remaining, holidays) : addDays(from, remaining);
  return { kind: "expected", on, beyondHolidayTable: business && on > endOfHolidayTable(holidays) };
}

/**
 * 受理の後に止まっていた業務日の数。まだ止まっている間は数えない。
 * @param stops 止まっていた間。古い順
 */
export const stoppedBusinessDays = (
  acceptedOn: CivilDate | null,
  stops: readonly Stop[],
  holidays: ReadonlySet<CivilDate>,
): number =>
  acceptedOn === null
    ? 0
    : stops.reduce((sum, { from, to }) => {
        const start = from < acceptedOn ? acceptedOn : from;
        return to === null || to <= start ? sum : sum + businessDaysBetween(start, to, holidays);
      }, 0);

/** 止まりを終える出来事。処分と取下げは、中断も終える。 */
const endings: ReadonlySet<string> = new Set([
  "application.certified.v1",
  "application.declined.v1",
  "application.withdrawn.v1",
]);

/**
 * 出来事から、止まっていた間を取り出す。中断中に差し戻すと、中断はその日に終わり、差戻しの止まりが始まる。
 * @param events 古い順。at は UTC の ISO 文字列
 */
export function stopsOf(events: readonly { readonly type: string; readonly at: string }[]): readonly Stop[] {
  const stops: Stop[] = [];
  let open: Pick<Stop, "cause" | "from"> | null = null;
  for (const { type, at } of events) {
    const begins = causeOf[type];
    const ends: boolean =
      open !== null && (begins !== undefined || endings.has(type) || type === endOf[open.cause]);
    if (open !== null && ends) {
      stops.push({ ...open, to: tokyoDay(at) });
      open = null;
    }
    if (begins !== undefined) open = { cause: begins, from: tokyoDay(at) };
  }
  return open === null ? stops : [...stops, { ...open, to: null }];
}

const causeOf: Readonly<Record<string, Stop["cause"] | undefined>> = {
  "application.returned.v1": "returned",
  "application.paused.v1": "paused",
};
const endOf: Readonly<Record<Stop["cause"], string>> = {
  returned: "application.filed.v1",
  paused: "application.resumed.v1",
};
