/** 版の休日（国民の祝日に関する法律の休日と、行政機関の休日に関する法律第1条の休日）の日付。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { Rulebook } from "./rulebook.ts";

const remembered = new WeakMap<Rulebook, ReadonlySet<CivilDate>>();

/** 版は変わらないので、一度取り出したら覚えておく。 */
export function holidaysOf(rulebook: Rulebook): ReadonlySet<CivilDate> {
  const known = remembered.get(rulebook);
  if (known !== undefined) return known;
  const days: ReadonlySet<CivilDate> = new Set([...rulebook.procedure.holidays.keys()] as CivilDate[]);
  remembered.set(rulebook, days);
  return days;
}
