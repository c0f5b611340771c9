/** 公表する月。認定の月の翌月の、はじめの業務日から公表できる。どの働き手が数えても同じ答えになる。 */
import { addBusinessDays } from "../calendar/business-days.ts";
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, firstDayOf, monthOf, shiftMonth } from "../calendar/civil-month.ts";

/** その月の認定を公表する日。翌月のはじめの業務日。 */
export const publicationDay = (month: CivilMonth, holidays: ReadonlySet<CivilDate>): CivilDate =>
  addBusinessDays(addDays(firstDayOf(shiftMonth(month, 1)), -1), 1, holidays);

/** もう認定が増えない月か。企画課は、公表の日を待たずに公表できる。 */
export const isOver = (month: CivilMonth, today: CivilDate): boolean => month < monthOf(today);

/**
 * 終わった月のうち、まだ公表していない月。
 *
 * @param facts.first 一番古い認定の月。認定がまだなければ null
 * @param facts.published もう公表した月
 * @returns 古い順。認定の無い月も、無かったことを示すために含む
 */
export function unpublishedMonths(facts: {
  readonly first: CivilMonth | null;
  readonly published: ReadonlySet<string>;
  readonly today: CivilDate;
}): readonly CivilMonth[] {
  const months: CivilMonth[] = [];
  if (facts.first === null) return months;
  for (let month = facts.first; isOver(month, facts.today); month = shiftMonth(month, 1))
    if (!facts.published.has(month)) months.push(month);
  return months;
}
