/**
 * 処理の目安の日。受理日から標準処理期間を数えた日で、一覧の行に持ち、並べ替えと絞り込みに使う。
 * 色だけに頼らないよう、いつも言葉（超過3日・残り5日・停止中）を添える。
 */
import { addBusinessDays, endOfHolidayTable } from "../calendar/business-days.ts";
import { type CivilDate, daysBetween } from "../calendar/civil-date.ts";
import type { ProcessingTime } from "../routing/routing-answer.ts";
import { unreachable } from "../result.ts";
import { forecastProcessing, stoppedBusinessDays, stopsOf } from "../workflow/processing-clock.ts";
import { finalStatuses, type Status } from "../workflow/statuses.ts";

/** 目安の日のない申請（受理の前、止まっている間、終わった後）の値。日の順に並べると、最も後になる。 */
export const NO_DUE_DAY = "9999-12-31" as CivilDate;

/** 「近い」とする業務日の数。 */
export const SOON_BUSINESS_DAYS = 3;

/** 一覧の行に持つ時計の値。 */
export type ListedClock = {
  readonly dueOn: CivilDate;
  /** 止まり始めた日。動いていれば空文字。 */
  readonly stoppedOn: CivilDate | "";
  /** 受理の後に止まっていた業務日の数。 */
  readonly stoppedDays: number;
};

/**
 * @param facts.processing 最も新しい提出に凍結した標準処理期間
 * @param facts.events 起きたこと。古い順。at は UTC の ISO 文字列
 * @param facts.holidays 提出に留めた版の休日の日付
 */
export function listedClock(facts: {
  readonly status: Status;
  readonly processing: ProcessingTime;
  readonly acceptedOn: CivilDate | null;
  readonly events: readonly { readonly type: string; readonly at: string }[];
  readonly holidays: ReadonlySet<CivilDate>;
}): ListedClock {
  const { status, acceptedOn, holidays } = facts;
  const stops = stopsOf(facts.events);
  const stoppedDays = stoppedBusinessDays(acceptedOn, stops, holidays);
  if (finalStatuses.some((final) => final === status))
    return { dueOn: NO_DUE_DAY, stoppedOn: "", stoppedDays };
  const last = stops.at(-1);
  const forecast = forecastProcessing(facts.processing, acceptedOn, stops, holidays);
  return {
    dueOn: forecast.kind === "expected" ? forecast.on : NO_DUE_DAY,
    stoppedOn: last !== undefined && last.to === null ? last.from : "",
    stoppedDays,
  };
}

export type DueDay =
  | { readonly kind: "none" }
  | { readonly kind: "stopped"; readonly cause: "returned" | "paused"; readonly since: CivilDate }
  | {
      readonly kind: "expected";
      readonly on: CivilDate;
      /** 今日から目安の日まで。過ぎていれば負。暦の日数。 */
      readonly daysLeft: number;
      readonly pressing: "over" | "soon" | "ample";
      /** 休日の表にない年の日か。業務日で数えた日なら、ずれることがある。 */
      readonly beyondHolidayTable: boolean;
    };

/**
 * @param listed 一覧の行に持つ値
 * @param context.today 東京の今日
 */
export function dueDayOf(
  listed: { readonly status: Status; readonly dueOn: string; readonly stoppedOn: string },
  context: { readonly today: CivilDate; readonly holidays: ReadonlySet<CivilDate> },
): DueDay {
  if (listed.stoppedOn !== "")
    return {
      kind: "stopped",
      cause: listed.status === "returned" ? "returned" : "paused",
      since: listed.stoppedOn as CivilDate,
    };
  if (listed.dueOn === NO_DUE_DAY) return { kind: "none" };
  const { today, holidays } = context;
  const on = listed.dueOn as CivilDate;
  const soon = addBusinessDays(today, SOON_BUSINESS_DAYS, holidays);
  return {
    kind: "expected",
    on,
    daysLeft: daysBetween(today, on),
    pressing: on < today ? "over" : on <= soon ? "soon" : "ample",
    beyondHolidayTable: on > endOfHolidayTable(holidays),
  };
}

/** 「超過3日」「今日まで」「残り5日」「停止中（差戻し）」。目安の日がなければ空文字。 */
export function dueWords(due: DueDay): string {
  switch (due.kind) {
    case "none":
      return "";
    case "stopped":
      return due.cause === "returned" ? "停止中（差戻し）" : "停止中（中断）";
    case "expected":
      if (due.daysLeft < 0) return `超過${-due.daysLeft}日`;
      return due.daysLeft === 0 ? "今日まで" : `残り${due.daysLeft}日`;
    default:
      return unreachable(due);
  }
}
