/** 始めの質問の画面に要るもの。 */
import {
  readScreening,
  screeningPath,
  screeningSection,
  type ScreeningPath,
} from "#app/domain/eligibility/screening.ts";
import type { ScreeningAnswers } from "#app/domain/eligibility/screening-question.ts";
import type { CertifiedPlan } from "#app/domain/plan/check-plan.ts";
import { planEligibility, type PlanEligibility } from "#app/domain/plan/plan-eligibility.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import type { PlanValues } from "#app/domain/plan/sections.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { certifiedPlans, isRunning } from "./certified-plans.server.ts";
import { loadDraft, loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type OpenScreening = {
  readonly editable: boolean;
  readonly screening: ScreeningAnswers;
  readonly path: ScreeningPath;
  readonly values: PlanValues;
  readonly eligibility: PlanEligibility;
  /** このポータルで認定を受けた計画。 */
  readonly certified: readonly (CertifiedPlan & { readonly running: boolean })[];
};

export async function openScreening(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<OpenScreening, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const [{ answers }, certified] = await Promise.all([
    loadDraft(context, loaded.value.id),
    certifiedPlans(context, loaded.value.companyKey),
  ]);
  const screening = readScreening(answers[screeningSection]);
  const { values } = readPlan(answers);
  return ok({
    editable: isEditable(loaded.value.status),
    screening,
    path: screeningPath(screening),
    values,
    eligibility: planEligibility(values, answers),
    certified: certified.map((plan) => ({ ...plan, running: isRunning(context, plan) })),
  });
}
