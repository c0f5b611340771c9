/**
 * 実施時期 (planPeriod)。様式第1「3 実施時期」: 開始月を含めて 36・48・60 月のいずれか。
 */
import { type CivilMonth, monthsInclusive, shiftMonth } from "./civil-month.ts";

/** 認められる計画期間の月数。3 年・4 年・5 年。 */
export const ALLOWED_PERIOD_MONTHS = [36, 48, 60] as const;

/** 36・48・60 のいずれか。 */
export type PlanPeriodMonths = (typeof ALLOWED_PERIOD_MONTHS)[number];

/**
 * 計画期間の月数。開始月と終了月を両方数える。
 * @returns 月数。終了が開始より前なら 0 以下
 */
export const planPeriodMonths = (start: CivilMonth, end: CivilMonth): number => monthsInclusive(start, end);

/** 計画期間として認められる月数か (様式第1「3 実施時期」)。 */
export const isAllowedPeriod = (months: number): months is PlanPeriodMonths =>
  ALLOWED_PERIOD_MONTHS.some((allowed) => allowed === months);

/**
 * 開始月と月数から終了月を求める。
 * @returns 例 開始 2026-12・36 月なら 2029-11
 */
export const endOfPeriod = (start: CivilMonth, months: PlanPeriodMonths): CivilMonth =>
  shiftMonth(start, months - 1);
