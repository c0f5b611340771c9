/**
 * 計画の認定を受けられる者か (特定事業者等。法第2条第6項、法第17条第1項)。
 * 税の特例を使えるかは別の問いで、`tax-relief-eligibility.ts` が答える。
 */
import { formatInteger } from "../text/number-input.ts";
import { type Condition, conclude, type EligibilityAnswer, judge } from "./answer.ts";
import type { ApplicantForm } from "./applicant-form.ts";

/** 常時雇用する従業員の上限 (人)。資本金の上限は 2021 年からない。 */
export const MAX_EMPLOYEES = 2000;

/** 認定の資格を判断する事実。分からないものは null。 */
export type CertificationFacts = {
  readonly form: ApplicantForm | null;
  /** 常時雇用する従業員の数 (人)。 */
  readonly employees: number | null;
  /** 法人は設立登記、個人事業主は開業届が済んでいるか。 */
  readonly established: boolean | null;
  /** 協同組合等・一般社団法人で、構成員についての条件を満たすか。ほかの形では見ない。 */
  readonly membersQualify: boolean | null;
};

/**
 * 計画の認定を受けられるか。
 * @returns 結論と理由。分からない事実があれば `undetermined` と、尋ねるべきこと
 */
export function mayBeCertified(facts: CertificationFacts): EligibilityAnswer {
  return conclude([formCondition(facts), ...headcountConditions(facts), establishedCondition(facts)]);
}

function formCondition({ form }: CertificationFacts): Condition {
  if (form === null) {
    return {
      subject: "form",
      holds: "unknown",
      text: "組織の形によって、申請できるかどうかが変わります。",
      certainty: "seen",
      ask: "組織の形",
    };
  }
  if (form === "other") {
    return {
      subject: "form",
      holds: "notMet",
      text: "申請できる組織の形に当たりません。",
      certainty: "inferred",
    };
  }
  const certainty = form === "generalIncorporatedAssociation" ? "recalled" : "seen";
  return { subject: "form", holds: "met", text: "申請できる組織の形です。", certainty };
}

function headcountConditions({ form, employees, membersQualify }: CertificationFacts): readonly Condition[] {
  const limit = `${formatInteger(MAX_EMPLOYEES)}人`;
  const text = `常時雇用する従業員の数が${limit}以下であることが必要です。`;
  const headcount: Condition = {
    subject: "employees",
    holds: judge(employees === null ? null : employees <= MAX_EMPLOYEES),
    text,
    certainty: "seen",
    ask: "常時雇用する従業員の数",
  };
  if (form !== "cooperative" && form !== "generalIncorporatedAssociation") return [headcount];
  const association = form === "generalIncorporatedAssociation";
  const members: Condition = {
    subject: "members",
    holds: judge(membersQualify),
    text: association
      ? "直接又は間接の構成員の多くが特定事業者であることが必要です。"
      : "構成員についての条件を満たすことが必要です。",
    certainty: association ? "recalled" : "seen",
    ask: "構成員の内訳",
  };
  // 組合等に人数の上限がどう掛かるかは確かめられていない。超えていても断らず、提出先に尋ねてもらう。
  const unsure: Condition = {
    subject: "office",
    holds: "unknown",
    text: `従業員が${limit}を超える組合等の扱いは、提出先に確かめる必要があります。`,
    certainty: "recalled-low",
    ask: "提出先への確認",
  };
  return [members, headcount.holds === "notMet" ? unsure : headcount];
}

function establishedCondition({ form, established }: CertificationFacts): Condition {
  const sole = form === "soleProprietor";
  return {
    subject: "established",
    holds: judge(established),
    text: sole ? "開業届を出していることが必要です。" : "設立の登記が済んでいることが必要です。",
    certainty: "seen",
    ask: sole ? "開業届の有無" : "設立登記の有無",
  };
}
