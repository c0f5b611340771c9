/** 点検: 業務日を数えるための休日の表が、施行の年から続き、施行の一年後までを覆っている。 */
import { endOfHolidayTable } from "../calendar/business-days.ts";
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { holidaysOf } from "./holidays.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import type { Rulebook } from "./rulebook.ts";

const YEAR = 365;

/** @param on 施行日 */
export function checkHolidays(rulebook: Rulebook, on: string): ProofCheck {
  const holidays = holidaysOf(rulebook);
  const end = endOfHolidayTable(holidays);
  const wanted = addDays(on as CivilDate, YEAR);
  const written = new Set([...holidays].map((day) => day.slice(0, 4)));
  const last = Math.max(Number(end.slice(0, 4)), Number(wanted.slice(0, 4)));
  const first = Number(on.slice(0, 4));
  const missing = Array.from({ length: last - first + 1 }, (_, index) => String(first + index)).filter(
    (year) => !written.has(year),
  );
  const findings = missing.map((year): ProofFinding => ({
    severity: "warn",
    where: `${year}年`,
    message: `祝日と休日が一日も書かれていません。${year}年の業務日と処理の目安の日が、ずれることがあります。官報の国民の祝日を確かめて、書き足してください。`,
    rows: [{ table: "holidays", filters: {} }],
  }));
  return proofCheck("holidays", "休日の表が、施行から一年後まで続いている", holidays.size, findings);
}
