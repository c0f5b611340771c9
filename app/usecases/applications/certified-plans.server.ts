/** 会社がこのポータルで認定を受けた計画。新規と変更の取り違えを防ぐために使う。 */
import { type CivilMonth, monthOf } from "#app/domain/calendar/civil-month.ts";
import { type CivilDate, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CertifiedPlan, CheckFacts } from "#app/domain/plan/check-plan.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { type ApplicationRow, findApplication, latestSubmission } from "#db/queries/applications.ts";
import { type CertificationRow, companyCertifications, revokedAmong } from "#db/queries/certifications.ts";
import { today, type UseCaseContext } from "../context.ts";
import { baseFacts } from "../plans/change-base.server.ts";

/** 認定日の新しい順。取り消された認定と、期間か指針が分からない古い認定は含まない。 */
export async function certifiedPlans(
  context: UseCaseContext,
  companyKey: string,
): Promise<readonly CertifiedPlan[]> {
  const rows = await companyCertifications(context.database, companyKey);
  const revoked = await revokedAmong(
    context.database,
    rows.map(({ applicationId }) => applicationId),
  );
  const standing = rows.filter(({ applicationId }) => !revoked.has(applicationId));
  const plans = await Promise.all(standing.map((row) => certifiedPlan(context, row)));
  return plans.filter((plan) => plan !== null);
}

/** 点検に要る、計画の外の事実。 */
export async function checkFacts(
  context: UseCaseContext,
  application: ApplicationRow,
  answers: RawAnswers,
): Promise<CheckFacts> {
  // 会社の鍵は、法人なら法人番号、個人事業主なら GビズID の管理番号。
  const corporateNumber = parseCorporateNumber(application.companyKey);
  return {
    certifiedPlans: await certifiedPlans(context, application.companyKey),
    acceptedOn: acceptedDay(application),
    corporateNumber: corporateNumber.ok ? corporateNumber.value : null,
    base: await baseFacts(context, application, answers),
  };
}

/** 受理日。まだ受理されていなければ null。 */
export const acceptedDay = ({ acceptedOn }: ApplicationRow): CivilDate | null =>
  acceptedOn !== null && isCivilDate(acceptedOn) ? acceptedOn : null;

/** 実施時期が今月までに終わっていないか。 */
export const isRunning = (context: UseCaseContext, { end }: { readonly end: CivilMonth }): boolean =>
  end >= monthOf(today(context));

async function certifiedPlan(
  context: UseCaseContext,
  { applicationId, number, certifiedOn }: CertificationRow,
): Promise<CertifiedPlan | null> {
  const [application, submission] = await Promise.all([
    findApplication(context.database, applicationId),
    latestSubmission(context.database, applicationId),
  ]);
  const end = submission === undefined ? undefined : readPlan(submission.answers).values.period.end;
  const guidelineId = application?.guidelineId ?? null;
  if (end === undefined || guidelineId === null || !isCivilDate(certifiedOn)) return null;
  return { number, certifiedOn, guidelineId, end };
}
