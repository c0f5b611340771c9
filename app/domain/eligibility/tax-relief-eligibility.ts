/**
 * 中小企業経営強化税制を使える者か (租税特別措置法第42条の12の4、個人は第10条の5の3)。
 * 計画の認定を受けられるかとは別の問いで、認定を受けても税の特例は使えないことがある。
 * 設備の類型・価額・取得の時期についての条件はここでは見ない。
 */
import { formatInteger } from "../text/number-input.ts";
import { type Condition, conclude, type EligibilityAnswer, judge } from "./answer.ts";
import type { ApplicantForm } from "./applicant-form.ts";

/** 資本金又は出資の額の上限 (円)。 */
export const MAX_CAPITAL_YEN = 100_000_000;
/** 資本のない法人と個人の、常時使用する従業員の上限 (人)。 */
export const MAX_EMPLOYEES_WITHOUT_CAPITAL = 1000;
/** 過去 3 年の平均所得金額の上限 (円)。超えると適用除外事業者になる。 */
export const MAX_AVERAGE_INCOME_YEN = 1_500_000_000;

/** 税の特例の資格を判断する事実。分からないものは null。 */
export type TaxReliefFacts = {
  readonly form: ApplicantForm | null;
  /** 青色申告書を提出しているか。 */
  readonly blueReturn: boolean | null;
  /** 資本金又は出資の額 (円)。資本も出資もない法人は `"none"`。 */
  readonly capitalYen: number | "none" | null;
  /** 常時使用する従業員の数 (人)。 */
  readonly employees: number | null;
  /** 一つの大規模法人が発行済株式等の 2 分の 1 以上を持つか。 */
  readonly halfOwnedByOneLargeCompany: boolean | null;
  /** 複数の大規模法人が合わせて 3 分の 2 以上を持つか。 */
  readonly twoThirdsOwnedByLargeCompanies: boolean | null;
  /** 過去 3 年の平均所得金額 (円)。欠損なら 0 以下。 */
  readonly averageIncomeYen: number | null;
};

/**
 * 税の特例を使えるか。
 * @returns 結論と理由。分からない事実があれば `undetermined` と、尋ねるべきこと
 */
export function mayUseTaxRelief(facts: TaxReliefFacts): EligibilityAnswer {
  return conclude([blueReturn(facts), ...conditionsByForm(facts)]);
}

function conditionsByForm(facts: TaxReliefFacts): readonly Condition[] {
  switch (facts.form) {
    case null:
      return [
        {
          subject: "form",
          holds: "unknown",
          text: "組織の形によって、規模の条件が変わります。",
          certainty: "seen",
          ask: "組織の形",
        },
      ];
    case "soleProprietor":
      return [headcount(facts, "個人事業主")];
    case "cooperative":
      return [
        {
          subject: "capital",
          holds: "met",
          text: "協同組合等に規模の条件はありません。",
          certainty: "seen",
        },
      ];
    case "company":
    case "medicalCorporation":
    case "socialWelfareCorporation":
    case "nonProfitCorporation":
    case "generalIncorporatedAssociation":
    case "other":
      return [size(facts), ...ownership(facts), income(facts)];
  }
}

const blueReturn = ({ blueReturn: files }: TaxReliefFacts): Condition => ({
  subject: "blueReturn",
  holds: judge(files),
  text: "青色申告書を提出していることが必要です。",
  certainty: "seen",
  ask: "青色申告の有無",
});

const headcount = ({ employees }: TaxReliefFacts, who: string): Condition => ({
  subject: "employees",
  holds: judge(employees === null ? null : employees <= MAX_EMPLOYEES_WITHOUT_CAPITAL),
  text: `${who}は、常時使用する従業員の数が${formatInteger(MAX_EMPLOYEES_WITHOUT_CAPITAL)}人以下であることが必要です。`,
  certainty: "seen",
  ask: "常時使用する従業員の数",
});

function size(facts: TaxReliefFacts): Condition {
  const { capitalYen } = facts;
  if (capitalYen === "none") return headcount(facts, "資本も出資もない法人");
  return {
    subject: "capital",
    holds: judge(capitalYen === null ? null : capitalYen <= MAX_CAPITAL_YEN),
    text: "資本金又は出資の額が1億円以下であることが必要です。",
    certainty: "seen",
    ask: "資本金又は出資の額",
  };
}

function ownership(facts: TaxReliefFacts): readonly Condition[] {
  if (facts.capitalYen === "none") return [];
  const not = (fact: boolean | null): boolean | null => (fact === null ? null : !fact);
  return [
    {
      subject: "ownership",
      holds: judge(not(facts.halfOwnedByOneLargeCompany)),
      text: "一つの大規模法人が株式等の2分の1以上を持っていないことが必要です。",
      certainty: "seen",
      ask: "大規模法人の持株の割合",
    },
    {
      subject: "ownership",
      holds: judge(not(facts.twoThirdsOwnedByLargeCompanies)),
      text: "複数の大規模法人が合わせて株式等の3分の2以上を持っていないことが必要です。",
      certainty: "seen",
      ask: "大規模法人の持株の割合",
    },
  ];
}

const income = ({ averageIncomeYen }: TaxReliefFacts): Condition => ({
  subject: "income",
  holds: judge(averageIncomeYen === null ? null : averageIncomeYen <= MAX_AVERAGE_INCOME_YEN),
  text: "過去3年の平均所得金額が15億円以下であることが必要です。",
  certainty: "seen",
  ask: "過去3年の平均所得金額",
});
