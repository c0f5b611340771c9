/**
 * 計画についての二つの答え、「認定を受けられるか」と「税制の措置を使えるか」。始めの質問の答えも合わせて判断する。
 * 始めの質問で分かった、認定を受けられない理由と、変更との取り違えは、点検の指摘にする。
 */
import type { EligibilityAnswer, EligibilityReason, EligibilitySubject } from "../eligibility/answer.ts";
import { mayBeCertified } from "../eligibility/certification-eligibility.ts";
import { readScreening, screeningPath, screeningSection } from "../eligibility/screening.ts";
import type { ScreeningQuestionId } from "../eligibility/screening-question.ts";
import { mayUseTaxRelief } from "../eligibility/tax-relief-eligibility.ts";
import { isChange } from "../plan-life/change-base.ts";
import { severityOf } from "../rulebook/blocking.ts";
import { certificationFactsOf } from "./eligibility-facts.ts";
import type { RawAnswers } from "./field.ts";
import type { Finding } from "./finding.ts";
import { screenedFacts } from "./screened-facts.ts";
import type { PlanValues } from "./sections.ts";

export type PlanEligibility = {
  readonly certification: EligibilityAnswer;
  readonly taxRelief: EligibilityAnswer;
};

/**
 * @param values 読み取った計画
 * @param answers 下書きの全部（始めの質問の区画を含む）
 */
export function planEligibility(values: PlanValues, answers: RawAnswers): PlanEligibility {
  const facts = screenedFacts(values, readScreening(answers[screeningSection]));
  return {
    certification: mayBeCertified(facts.certification),
    taxRelief: mayUseTaxRelief(facts.taxRelief),
  };
}

/**
 * 始めの質問の答えによる指摘。答えていないだけでは何も指摘しない。
 * 計画の欄の答えによるものは checkPlan が指摘するので、ここでは重ねない。
 */
export const eligibilityFindings = (values: PlanValues, answers: RawAnswers): readonly Finding[] => [
  ...notCertifiable(values, answers),
  ...changeInstead(answers),
  ...organisationMismatch(values, answers),
];

const questionOf: Partial<Readonly<Record<EligibilitySubject, ScreeningQuestionId>>> = {
  form: "organisation",
  members: "membersQualify",
  established: "established",
  employees: "employees",
};

const failed = (reasons: readonly EligibilityReason[]): readonly EligibilityReason[] =>
  reasons.filter(({ holds }) => holds === "notMet");

/** 認定を受けられない者（法第2条第6項、第17条第1項）。確かめられた条件だけが申請を止める。 */
function notCertifiable(values: PlanValues, answers: RawAnswers): readonly Finding[] {
  const byPlan = new Set(
    failed(mayBeCertified(certificationFactsOf(values)).reasons).map(({ subject }) => subject),
  );
  return failed(planEligibility(values, answers).certification.reasons).flatMap((reason) => {
    const field = questionOf[reason.subject];
    if (field === undefined || byPlan.has(reason.subject)) return [];
    return [
      {
        check: "notCertifiable",
        severity: severityOf(reason.certainty),
        section: screeningSection,
        field,
        message: `${reason.text}満たさない事業者は認定を受けられません。答えを確かめてください。`,
      },
    ];
  });
}

/** 自分で変更に当たると答えた申請は、新規では受けられない（法第18条第1項）。 */
function changeInstead(answers: RawAnswers): readonly Finding[] {
  const { next } = screeningPath(readScreening(answers[screeningSection]));
  if (isChange(answers) || next.kind !== "outcome" || next.outcome.kind !== "change") return [];
  return [
    {
      check: "screeningChange",
      severity: "error",
      section: screeningSection,
      field: "planPurpose",
      message:
        "認定を受けた計画を変えるときは、変更の認定申請に当たり、新規では申請できません。「申請と認定」から変更の認定申請を始めるか、答えを確かめてください。",
    },
  ];
}

/** 法人・個人の別が、始めの質問の組織の形と食い違っている。 */
function organisationMismatch(values: PlanValues, answers: RawAnswers): readonly Finding[] {
  const said = readScreening(answers[screeningSection]).organisation;
  const { corporationType } = values.company;
  if (said === undefined || corporationType === undefined) return [];
  if ((said === "soleProprietor") === (corporationType === "soleProprietor")) return [];
  return [
    {
      check: "organisationMismatch",
      severity: "warning",
      section: "company",
      field: "corporationType",
      message: "法人・個人の別が、始めの質問で選んだ組織の形と違います。どちらかを直してください。",
    },
  ];
}
