/** 報告の元になる計画と、その版の目標、年と期限、提出した報告を読む。 */
import type { Action } from "#app/domain/access/actions.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { type ReportYear, reportYears } from "#app/domain/progress-report/schedule.ts";
import { noTargets, type ReportTargets, reportTargets } from "#app/domain/progress-report/targets.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { findPlan, type PlanRow, planVersionsOf } from "#db/queries/plans.ts";
import { type ProgressReportRow, reportsOfPlan } from "#db/queries/progress-reports.ts";
import { scheduledPlan } from "#db/report-due-row.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type ReportPlan = {
  readonly plan: PlanRow;
  readonly companyName: string;
  readonly targets: ReportTargets;
  /** 求める年。古い順。 */
  readonly years: readonly ReportYear[];
  /** 提出した全部の版。古い年が先、同じ年では新しい版が先。 */
  readonly reports: readonly ProgressReportRow[];
  /** 計画の連絡先。版の中身が無ければ空。 */
  readonly contact: { readonly name: string; readonly address: string };
};

/**
 * @param place.companyKey 申請者の画面では、URL の会社。職員の画面では null
 * @returns 無い計画と、関わりのない計画は notFound
 */
export async function loadReportPlan(
  context: UseCaseContext,
  action: Action,
  place: { readonly planId: string; readonly companyKey: string | null },
): Promise<Result<ReportPlan, Refusal>> {
  const { database } = context;
  const plan = await findPlan(database, place.planId);
  if (plan === undefined || (place.companyKey !== null && place.companyKey !== plan.companyKey))
    return refuse({ kind: "notFound" });
  const allowed = authorise(context, action, { companyKey: plan.companyKey, officeCode: plan.officeCode });
  return allowed.ok ? ok(await readReportPlan(context, plan)) : allowed;
}

/** 権限を確かめた計画の、報告の元。 */
export async function readReportPlan(context: UseCaseContext, plan: PlanRow): Promise<ReportPlan> {
  const { database, rulebooks } = context;
  const [company, versions] = await Promise.all([
    companyByKey(database, plan.companyKey),
    planVersionsOf(database, plan.id),
  ]);
  const { applicationId } = versions.find(({ version }) => version === plan.currentVersion) ?? {
    applicationId: null,
  };
  const submission = applicationId === null ? undefined : await latestSubmission(database, applicationId);
  const answers: RawAnswers = submission?.answers ?? {};
  return {
    plan,
    companyName: company?.name ?? "",
    targets:
      submission === undefined
        ? noTargets
        : reportTargets(rulebooks.edition(submission.editionId).rulebook, plan.guidelineId, answers),
    years: reportYears(scheduledPlan(plan, answers)),
    reports: reportsOfPlan(database.reader, plan.id),
    contact: {
      name: textOf(answers["company"]?.["contactName"]),
      address: textOf(answers["company"]?.["contactEmail"]),
    },
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** その年のいちばん新しい版。 */
export const latestReport = (
  reports: readonly ProgressReportRow[],
  year: number,
): ProgressReportRow | undefined => reports.find((report) => report.year === year);

/** 求める年に、もう求めない年でも提出してある年を足した、画面に示す年。 */
export const yearIn = ({ years }: Pick<ReportPlan, "years">, year: number): ReportYear | undefined =>
  years.find((one) => one.year === year);
