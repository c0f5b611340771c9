/** 計画の実施時期を、凍結した答えから読む（様式第1「3 実施時期」）。 */
import { type CivilMonth, parseCivilMonth } from "../calendar/civil-month.ts";
import type { RawAnswers } from "../plan/field.ts";

export type PlanMonths = { readonly startMonth: CivilMonth; readonly endMonth: CivilMonth };

/** @returns 開始の月と終了の月。読めなければ null */
export function planMonths(answers: RawAnswers): PlanMonths | null {
  const { start, end } = answers["period"] ?? {};
  const [startMonth, endMonth] = [start, end].map((raw) =>
    typeof raw === "string" ? parseCivilMonth(raw) : null,
  );
  return startMonth?.ok === true && endMonth?.ok === true
    ? { startMonth: startMonth.value, endMonth: endMonth.value }
    : null;
}
