/** 変更認定申請の変える元: 版の凍結した中身と、いまも変えられるか。 */
import { changeBaseOf } from "#app/domain/plan-life/change-base.ts";
import { changeObstacle } from "#app/domain/plan-life/change-obstacle.ts";
import type { PlanLifeRefusal } from "#app/domain/plan-life/change-refusal.ts";
import { isAlive, planState } from "#app/domain/plan-life/plan-state.ts";
import type { BaseFacts } from "#app/domain/plan/checks/check.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { type ApplicationRow, latestSubmission, type SubmissionRow } from "#db/queries/applications.ts";
import { findPlan, planVersionsOf } from "#db/queries/plans.ts";
import { today, type UseCaseContext } from "../context.ts";

type ChangeOf = Pick<ApplicationRow, "kind" | "planId" | "baseVersion">;

/**
 * 変える元の版の、凍結した提出。印と違いの一覧は、その木（document）と比べる。
 * @returns 新規の申請、紙で受けた認定、中身のない取込みの版では null
 */
export async function baseSubmission(
  context: UseCaseContext,
  { planId, baseVersion }: ChangeOf,
): Promise<SubmissionRow | null> {
  if (planId === null || baseVersion === null) return null;
  const version = (await planVersionsOf(context.database, planId)).find((row) => row.version === baseVersion);
  if (version === undefined || version.applicationId === null) return null;
  return (await latestSubmission(context.database, version.applicationId)) ?? null;
}

/**
 * @param answers 変更認定申請の答え。紙で受けた認定では、写した実施時期を見る
 * @returns もう変えられない理由。新規の申請と、変えられる計画では null
 */
export async function planObstacle(
  context: UseCaseContext,
  { kind, planId, baseVersion }: ChangeOf,
  answers: RawAnswers,
): Promise<PlanLifeRefusal | null> {
  if (kind === "new") return null;
  const on = today(context);
  const plan = planId === null ? undefined : await findPlan(context.database, planId);
  if (plan !== undefined && baseVersion !== null) return changeObstacle(plan, baseVersion, on);
  const base = changeBaseOf(answers);
  if (base === null) return null;
  const state = planState({ startMonth: base.start, endMonth: base.end, ended: null }, on);
  return isAlive(state) ? null : { kind: "planEnded", state };
}

/** 点検に要る、変える元の事実。 */
export async function baseFacts(
  context: UseCaseContext,
  application: ChangeOf,
  answers: RawAnswers,
): Promise<BaseFacts | null> {
  if (application.kind === "new") return null;
  const [base, obstacle] = await Promise.all([
    baseSubmission(context, application),
    planObstacle(context, application, answers),
  ]);
  return { answers: base?.answers ?? null, obstacle };
}
