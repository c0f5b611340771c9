/** 共管の計画に要る同意の、いまの様子。凍結した提出と、その提出に留めた版だけから決まる。 */
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { competentOffices, consentsOf, samePlan } from "#app/domain/consultation/consents.ts";
import type { AskedOffice, Consent, Consultation } from "#app/domain/consultation/consultation.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { type SubmissionRow, submissionAt } from "#db/queries/applications.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import type { UseCaseContext } from "../context.ts";

/** 同意を見る提出。routing は移送の後の局。 */
export type ConsentSubmission = Pick<
  SubmissionRow,
  "applicationId" | "sequence" | "editionId" | "answers" | "document" | "routing" | "filedAt"
>;

/** 同意の要る局。共管でない計画では空。 */
export function consentOffices(
  context: UseCaseContext,
  submission: ConsentSubmission,
): readonly AskedOffice[] {
  if (!submission.routing.joint) return [];
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  const { values } = readPlan(submission.answers);
  const routing = routePlanValues(rulebook, values, tokyoDay(submission.filedAt));
  return competentOffices(routing, submission.routing.ministry);
}

/** 同意の数えられる提出の回か。内容が変わらない出し直しの前の同意は、そのまま数える。 */
export async function sameContent(
  context: UseCaseContext,
  applicationId: string,
  consultations: readonly Consultation[],
  current: { readonly sequence: number; readonly document: PlanDocument },
): Promise<(submissionSequence: number) => boolean> {
  const same = new Set([current.sequence]);
  for (const sequence of new Set(consultations.map(({ submissionSequence }) => submissionSequence))) {
    if (same.has(sequence)) continue;
    const earlier = await submissionAt(context.database, applicationId, sequence);
    if (earlier !== undefined && samePlan(earlier.document, current.document)) same.add(sequence);
  }
  return (sequence) => same.has(sequence);
}

/** @returns 省庁ごとに一つ。共管でなければ空 */
export async function currentConsents(
  context: UseCaseContext,
  submission: ConsentSubmission,
): Promise<readonly Consent[]> {
  const offices = consentOffices(context, submission);
  if (offices.length === 0) return [];
  const consultations = await consultationsOf(context.database, submission.applicationId);
  return consentsOf(
    offices,
    consultations,
    await sameContent(context, submission.applicationId, consultations, submission),
  );
}
