/** 3 実施時期の長さと、開始の月から見た終わりの月。 */
import type { CivilMonth } from "../../calendar/civil-month.ts";
import { ALLOWED_PERIOD_MONTHS, endOfPeriod } from "../../calendar/plan-period.ts";

const MONTHS_IN_YEAR = 12;

/**
 * @param months 月数。0 以下なら終了が開始より前
 * @returns 例 `3年（36か月）`、`35か月`
 */
export const periodWords = (months: number): string =>
  months % MONTHS_IN_YEAR === 0 && months > 0
    ? `${months / MONTHS_IN_YEAR}年（${months}か月）`
    : `${months}か月`;

/** 認められる期間ごとの、終了の月。 */
export const possibleEnds = (
  start: CivilMonth,
): readonly { readonly years: number; readonly end: CivilMonth }[] =>
  ALLOWED_PERIOD_MONTHS.map((months) => ({
    years: months / MONTHS_IN_YEAR,
    end: endOfPeriod(start, months),
  }));
