/** 会社がこのポータルで認定を受けた計画。新規と変更の取り違えを防ぐために使う。 */
import { type CivilMonth, isCivilMonth, monthOf } from "#app/domain/calendar/civil-month.ts";
import { type CivilDate, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CertifiedPlan, CheckFacts } from "#app/domain/plan/check-plan.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { companyCurrentVersions } from "#db/queries/plans.ts";
import { knownConfirmations } from "../confirmations/plan-confirmations.server.ts";
import { today, type UseCaseContext } from "../context.ts";
import { baseFacts } from "../plans/change-base.server.ts";

/** いまの版の認定日の新しい順。途中で終わった計画（取消し、辞退など）と、指針の分からない計画は含まない。 */
export async function certifiedPlans(
  context: UseCaseContext,
  companyKey: string,
): Promise<readonly CertifiedPlan[]> {
  const rows = await companyCurrentVersions(context.database, companyKey);
  return rows.flatMap(({ plan, certifiedOn }) => {
    const { number, guidelineId, endMonth } = plan;
    return plan.ended !== null || guidelineId === null || !isCivilDate(certifiedOn) || !isCivilMonth(endMonth)
      ? []
      : [{ number, certifiedOn, guidelineId, end: endMonth }];
  });
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
    confirmations: await knownConfirmations(context, application, answers),
  };
}

/** 受理日。まだ受理されていなければ null。 */
export const acceptedDay = ({ acceptedOn }: ApplicationRow): CivilDate | null =>
  acceptedOn !== null && isCivilDate(acceptedOn) ? acceptedOn : null;

/** 実施時期が今月までに終わっていないか。 */
export const isRunning = (context: UseCaseContext, { end }: { readonly end: CivilMonth }): boolean =>
  end >= monthOf(today(context));
