/** 計画の答えから、認定の資格（法第2条第6項）と税の特例の資格を判断する事実を取り出す。 */
import { APPLICANT_FORMS, type ApplicantForm } from "../eligibility/applicant-form.ts";
import type { CertificationFacts } from "../eligibility/certification-eligibility.ts";
import type { TaxReliefFacts } from "../eligibility/tax-relief-eligibility.ts";
import type { PlanValues } from "./sections.ts";

const YEN_PER_THOUSAND = 1000;

const isForm = (value: string | undefined): value is ApplicantForm =>
  value !== undefined && Object.hasOwn(APPLICANT_FORMS, value);

const formOf = ({ company }: PlanValues): ApplicantForm | null => {
  if (company.corporationType === "soleProprietor") return "soleProprietor";
  return isForm(company.organisation) ? company.organisation : null;
};

/** 計画の認定を受けられるかの事実。答えのないものは null。 */
export const certificationFactsOf = (values: PlanValues): CertificationFacts => ({
  form: formOf(values),
  employees: values.company.employees ?? null,
  established: values.company.established ?? values.tax.openingNotice ?? null,
  membersQualify: values.company.membersQualify ?? null,
});

/** 税の特例を使えるかの事実。答えのないものは null。金額は円。 */
export const taxReliefFactsOf = (values: PlanValues): TaxReliefFacts => ({
  form: formOf(values),
  blueReturn: values.tax.blueReturn ?? null,
  capitalYen: values.tax.hasCapital === false ? "none" : (values.company.capital ?? null),
  employees: values.company.employees ?? null,
  halfOwnedByOneLargeCompany: values.tax.halfOwned ?? null,
  twoThirdsOwnedByLargeCompanies: values.tax.twoThirdsOwned ?? null,
  averageIncomeYen:
    values.tax.averageIncome === undefined ? null : values.tax.averageIncome * YEN_PER_THOUSAND,
});
