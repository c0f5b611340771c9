/** 次に待つ報告の行を、計画と、いまの版の答えと、提出した年から作る。一つずつの書込みも、まとめて入れる口も、ここを使う。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CivilMonth } from "#app/domain/calendar/civil-month.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { closingMonthOf, reportYears, type ScheduledPlan } from "#app/domain/progress-report/schedule.ts";
import type { plans, reportDues } from "./schema/index.ts";

type Plan = Pick<
  typeof plans.$inferInsert,
  "id" | "companyKey" | "officeCode" | "startMonth" | "endMonth" | "ended" | "createdAt"
>;

/** 期限を数える計画の値。 */
export const scheduledPlan = (plan: Plan, answers: RawAnswers): ScheduledPlan => ({
  startMonth: plan.startMonth as CivilMonth,
  endMonth: plan.endMonth as CivilMonth,
  closingMonth: closingMonthOf(answers["company"]?.["closingMonth"]),
  endedOn: (plan.ended?.on ?? null) as CivilDate | null,
  heldFrom: tokyoDay(plan.createdAt),
});

/** 待つ報告の無い計画の期限。並べると最も後になる。 */
const NOTHING_DUE = "9999-12-31";

/** @param filed もう提出した年 */
export function reportDueRow(
  plan: Plan,
  answers: RawAnswers,
  filed: ReadonlySet<number>,
): typeof reportDues.$inferInsert {
  const next =
    (plan.ended ?? null) === null
      ? reportYears(scheduledPlan(plan, answers)).find(({ year }) => !filed.has(year))
      : undefined;
  return {
    planId: plan.id,
    companyKey: plan.companyKey,
    officeCode: plan.officeCode ?? "",
    year: next?.year ?? 0,
    opensOn: next?.opensOn ?? NOTHING_DUE,
    dueOn: next?.dueOn ?? NOTHING_DUE,
  };
}
