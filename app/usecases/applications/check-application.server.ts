/** 申請の前の点検と、確認画面。 */
import {
  type CertificationForecast,
  forecastCertification,
} from "#app/domain/plan/certification-forecast.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import {
  eligibilityFindings,
  planEligibility,
  type PlanEligibility,
} from "#app/domain/plan/plan-eligibility.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { type PlanRouting, routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { type CheckedAttachments, checkedAttachments } from "../attachments/attached-files.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { baseSubmission } from "../plans/change-base.server.ts";
import { acceptedDay, checkFacts } from "./certified-plans.server.ts";
import {
  type Draft,
  loadDraft,
  loadOwnApplication,
  type OwnApplication,
} from "./load-own-application.server.ts";

export type CheckedApplication = {
  readonly application: ApplicationRow;
  readonly draft: Draft;
  readonly document: PlanDocument;
  /** 変更認定申請で、認定を受けた計画の木。新規の申請と、中身の分からない紙の認定では null。 */
  readonly base: PlanDocument | null;
  readonly findings: readonly Finding[];
  readonly attachments: CheckedAttachments;
  readonly routing: PlanRouting;
  /** 認定を受けられるか、税制の措置を使えるか。 */
  readonly eligibility: PlanEligibility;
  readonly editionId: string;
  /** 認定の見込みの日と、事業年度の末日。 */
  readonly forecast: CertificationForecast;
};

export async function checkApplication(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<CheckedApplication, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const draft = await loadDraft(context, loaded.value.id);
  const { rulebook, editionId } = currentRulebook(context);
  const on = today(context);
  const { values } = readPlan(draft.answers);
  const routing = routePlanValues(rulebook, values, on);
  const facts = await checkFacts(context, loaded.value, draft.answers);
  const attachments = await checkedAttachments(context, loaded.value.id, values);
  return ok({
    application: loaded.value,
    draft,
    document: planDocument(rulebook, draft.answers, on),
    base: (await baseSubmission(context, loaded.value))?.document ?? null,
    findings: [
      ...eligibilityFindings(values, draft.answers),
      ...checkPlan(rulebook, draft.answers, on, facts),
      ...attachments.findings,
    ],
    attachments,
    routing,
    eligibility: planEligibility(values, draft.answers),
    editionId,
    forecast: forecastCertification(
      rulebook,
      { values, routing },
      { acceptedOn: acceptedDay(loaded.value), on },
    ),
  });
}
