/**
 * 実施状況報告の年と期限。実施時期の中で終わる事業年度ごとに一つ（36・48・60か月の計画では三・四・五つ）。
 * 報告の期限を定めた公の文は確かめられていないので、決算の申告の後に書けるだけの間を置いた、目安の日とする。
 */
import { type CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, firstDayOf, lastDayOf, monthOf, shiftMonth } from "../calendar/civil-month.ts";
import type { Certainty } from "../rulebook/certainty.ts";

/** 期限の決まり。 */
export const REPORT_RULE: { readonly monthsAfterClosing: number; readonly certainty: Certainty } = {
  monthsAfterClosing: 3,
  certainty: "inferred",
};

/** 一年分の報告。 */
export type ReportYear = {
  /** 事業年度の終わる月の西暦の年。一つの計画の中で重ならず、URL にもなる。 */
  readonly year: number;
  /** 事業年度の終わる月。 */
  readonly closing: CivilMonth;
  /** 書けるようになる日。事業年度の終わった次の日。 */
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
};

/** 期限を数える計画の値。 */
export type ScheduledPlan = {
  readonly startMonth: CivilMonth;
  readonly endMonth: CivilMonth;
  /** 決算月（1–12）。分からなければ null で、実施時期の終わる月で区切る。 */
  readonly closingMonth: number | null;
  /** 計画が途中で終わった日。終わっていなければ null。 */
  readonly endedOn: CivilDate | null;
  /** この計画をポータルで扱い始めた日（認定の日など）。それより前に終わった事業年度は求めない。 */
  readonly heldFrom: CivilDate;
};

/** @returns 古い順 */
export function reportYears(plan: ScheduledPlan): readonly ReportYear[] {
  const month = plan.closingMonth ?? Number(plan.endMonth.slice(5));
  const years: ReportYear[] = [];
  for (let at = plan.startMonth; at <= plan.endMonth; at = shiftMonth(at, 1)) {
    if (Number(at.slice(5)) !== month) continue;
    const dueOn = lastDayOf(shiftMonth(at, REPORT_RULE.monthsAfterClosing));
    if (lastDayOf(at) < plan.heldFrom || (plan.endedOn !== null && at >= monthOf(plan.endedOn))) continue;
    years.push({ year: Number(at.slice(0, 4)), closing: at, opensOn: firstDayOf(shiftMonth(at, 1)), dueOn });
  }
  return years;
}

/** 提出した答えの決算月。読めなければ null。 */
export function closingMonthOf(raw: unknown): number | null {
  const month = typeof raw === "string" && /^\d{1,2}$/u.test(raw) ? Number(raw) : 0;
  return month >= 1 && month <= 12 ? month : null;
}

/** upcoming: まだ書けない。due: 提出を待つ。overdue: 期限を過ぎた。filed: 提出した。received: 局が受け取った。 */
export type ReportState = "upcoming" | "due" | "overdue" | "filed" | "received";

export const reportStateWords: Readonly<Record<ReportState, string>> = {
  upcoming: "まだ書けません",
  due: "提出待ち",
  overdue: "目安の日を過ぎています",
  filed: "提出済み",
  received: "受領済み",
};

/** @param filed いちばん新しい版の様子。提出していなければ null */
export function reportState(
  { opensOn, dueOn }: Pick<ReportYear, "opensOn" | "dueOn">,
  filed: { readonly receivedOn: string | null } | null,
  today: CivilDate,
): ReportState {
  if (filed !== null) return filed.receivedOn === null ? "filed" : "received";
  if (today < opensOn) return "upcoming";
  return today <= dueOn ? "due" : "overdue";
}
