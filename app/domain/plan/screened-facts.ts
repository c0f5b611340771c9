/**
 * 資格を判断する事実を、計画の答えと始めの質問の答えから集める。
 * 両方にあるときは、申請に載る計画の答えを採る。始めの質問で道から外れた答えは使わない。
 */
import type { ApplicantForm } from "../eligibility/applicant-form.ts";
import { type CertificationFacts, MAX_EMPLOYEES } from "../eligibility/certification-eligibility.ts";
import { usedAnswers } from "../eligibility/screening.ts";
import type { ScreeningAnswers } from "../eligibility/screening-question.ts";
import {
  MAX_AVERAGE_INCOME_YEN,
  MAX_CAPITAL_YEN,
  MAX_EMPLOYEES_WITHOUT_CAPITAL,
  type TaxReliefFacts,
} from "../eligibility/tax-relief-eligibility.ts";
import { certificationFactsOf, taxReliefFactsOf } from "./eligibility-facts.ts";
import type { PlanValues } from "./sections.ts";

/**
 * @param values 読み取った計画
 * @param answers 始めの質問の答え
 */
export function screenedFacts(
  values: PlanValues,
  answers: ScreeningAnswers,
): { readonly certification: CertificationFacts; readonly taxRelief: TaxReliefFacts } {
  const screening = usedAnswers(answers);
  const certification = certificationFactsOf(values);
  const taxRelief = taxReliefFactsOf(values);
  const form = certification.form ?? formIn(screening, values);
  const employees = certification.employees ?? employeesIn(screening);
  return {
    certification: {
      form,
      employees,
      established: certification.established ?? decided(screening.established),
      membersQualify: certification.membersQualify ?? decided(screening.membersQualify),
    },
    taxRelief: {
      form,
      employees,
      blueReturn: taxRelief.blueReturn ?? decided(screening.blueReturn),
      capitalYen: taxRelief.capitalYen ?? capitalIn(screening, values),
      halfOwnedByOneLargeCompany: taxRelief.halfOwnedByOneLargeCompany ?? ownedIn(screening, "half"),
      twoThirdsOwnedByLargeCompanies:
        taxRelief.twoThirdsOwnedByLargeCompanies ?? ownedIn(screening, "twoThirds"),
      averageIncomeYen: taxRelief.averageIncomeYen ?? averageIncomeIn(screening),
    },
  };
}

const decided = (answer: string | undefined): boolean | null =>
  answer === "yes" ? true : answer === "no" ? false : null;

/** 法人と選んだ計画を、始めの質問だけから個人事業主とはみなさない。 */
const formIn = ({ organisation }: ScreeningAnswers, { company }: PlanValues): ApplicantForm | null =>
  organisation === undefined ||
  (organisation === "soleProprietor" && company.corporationType === "corporation")
    ? null
    : (organisation as ApplicantForm);

/** 幅で答えた人数を、条件の判断が変わらない人数にする。条件は上限以下かどうかだけを見る。 */
const employeeBounds: Readonly<Record<string, number>> = {
  within1000: MAX_EMPLOYEES_WITHOUT_CAPITAL,
  within2000: MAX_EMPLOYEES,
  over2000: MAX_EMPLOYEES + 1,
};

const employeesIn = ({ employees }: ScreeningAnswers): number | null =>
  employeeBounds[employees ?? ""] ?? null;

const capitalBounds: Readonly<Record<string, number>> = {
  within: MAX_CAPITAL_YEN,
  over: MAX_CAPITAL_YEN + 1,
};

/** 計画で資本があると答えていれば、始めの質問の「ない」は採らない。 */
const capitalIn = ({ capital }: ScreeningAnswers, { tax }: PlanValues): number | "none" | null =>
  capital === "none" ? (tax.hasCapital === true ? null : "none") : (capitalBounds[capital ?? ""] ?? null);

/** 「どちらにも当てはまらない」だけが、どちらでもないと言い切る。 */
const ownedIn = ({ ownership }: ScreeningAnswers, share: "half" | "twoThirds"): boolean | null =>
  ownership === share ? true : ownership === "none" ? false : null;

function averageIncomeIn({ averageIncome }: ScreeningAnswers): number | null {
  const within = decided(averageIncome);
  return within === null ? null : within ? MAX_AVERAGE_INCOME_YEN : MAX_AVERAGE_INCOME_YEN + 1;
}
