/** 統計の期間の選び方。直近の12か月、又は国の年度（4月から翌年3月まで）。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, monthOf, shiftMonth } from "../calendar/civil-month.ts";
import { fiscalYearEnd } from "../calendar/fiscal-year.ts";
import type { StatisticsPeriod } from "./statistics.ts";

/** 選べる期間。value は URL に載る（`recent` 又は年度の始まりの西暦）。 */
export type PeriodChoice = {
  readonly value: string;
  readonly label: string;
  readonly period: StatisticsPeriod;
};

/** 国の会計年度は3月に終わる（財政法第11条）。 */
const CLOSING_MONTH = 3;
const YEARS_SHOWN = 5;

/** @returns 直近の12か月（今月を含む）と、今の年度から五つの年度 */
export function periodChoices(today: CivilDate): readonly [PeriodChoice, ...PeriodChoice[]] {
  const thisMonth = monthOf(today);
  const lastMonth = monthOf(fiscalYearEnd(CLOSING_MONTH, today));
  const years = Array.from({ length: YEARS_SHOWN }, (_, back): PeriodChoice => {
    const to = shiftMonth(lastMonth, -12 * back);
    const from = shiftMonth(to, -11);
    const year = from.slice(0, 4);
    return { value: year, label: `${year}年度`, period: { from, to: earlier(to, thisMonth) } };
  });
  return [
    { value: "recent", label: "直近の12か月", period: { from: shiftMonth(thisMonth, -11), to: thisMonth } },
    ...years,
  ];
}

const earlier = (a: CivilMonth, b: CivilMonth): CivilMonth => (a < b ? a : b);

/** @param text URL の値。知らない値なら直近の12か月 */
export const chosenPeriod = (today: CivilDate, text: string | null): PeriodChoice => {
  const choices = periodChoices(today);
  return choices.find(({ value }) => value === text) ?? choices[0];
};
