/** 始めの質問の画面に添える言葉。 */
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import type { ScreeningQuestionId } from "#app/domain/eligibility/screening-question.ts";
import type { CertifiedPlan } from "#app/domain/plan/check-plan.ts";
import type { PlanValues } from "#app/domain/plan/sections.ts";

export type CertifiedPlanWords = {
  readonly number: string;
  readonly certifiedOn: string;
  readonly end: string;
  readonly running: boolean;
};

export const certifiedPlanWords = ({
  number,
  certifiedOn,
  end,
  running,
}: CertifiedPlan & { readonly running: boolean }): CertifiedPlanWords => ({
  number,
  certifiedOn: formatJapaneseDate(certifiedOn),
  end: formatJapaneseMonth(end),
  running,
});

/** すでに分かっている事実から選んでおく答え。保存するのは、申請者が「次へ」を押したとき。 */
export const suggestedAnswer = (question: ScreeningQuestionId, { company }: PlanValues): string | null => {
  if (question !== "organisation") return null;
  return company.corporationType === "soleProprietor" ? "soleProprietor" : (company.organisation ?? null);
};
