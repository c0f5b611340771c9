/**
 * 実施時期の延長。3年の計画は4年か5年に、4年の計画は5年に延ばせる。5年を超えず、期間が終わった後は延ばせない
 * （中小企業庁の案内の写し、hirotax.jp/blog-2380）。縮めることと、始まりを動かすことは、案内にない。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, monthOf } from "../calendar/civil-month.ts";
import {
  endOfPeriod,
  isAllowedPeriod,
  planPeriodMonths,
  type PlanPeriodMonths,
} from "../calendar/plan-period.ts";

export type Period = { readonly start: CivilMonth; readonly end: CivilMonth };

/**
 * same: 変えない。extended: 延ばす。startMoved: 始まりが違う。shortened: 終わりが早まる。
 * tooLong: 60か月を超える。notWhole: 36・48・60か月のどれでもない。expired: 元の期間が終わっている。
 */
export type PeriodChange =
  | "same"
  | "extended"
  | "startMoved"
  | "shortened"
  | "tooLong"
  | "notWhole"
  | "expired";

/** 延ばせる長さの上限（月）。 */
const MAX_MONTHS = 60;

/**
 * @param base 変える元の版の実施時期
 * @param next 変更の後の実施時期
 * @param on 申請の日（Tokyo の日）
 */
export function periodChange(base: Period, next: Period, on: CivilDate): PeriodChange {
  if (next.start === base.start && next.end === base.end) return "same";
  if (next.start !== base.start) return "startMoved";
  if (monthOf(on) > base.end) return "expired";
  if (next.end < base.end) return "shortened";
  const months = planPeriodMonths(next.start, next.end);
  if (months > MAX_MONTHS) return "tooLong";
  return isAllowedPeriod(months) ? "extended" : "notWhole";
}

/** 延ばせる先の長さ（月）。もう延ばせなければ空。 */
export const extensions = ({ start, end }: Period): readonly PlanPeriodMonths[] =>
  ([48, 60] as const).filter((months) => endOfPeriod(start, months) > end);
