import type { EligibilitySubject } from "#app/domain/eligibility/answer.ts";
import type { PlanEligibility } from "#app/domain/plan/plan-eligibility.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { EligibilityAnswers } from "#app/ui/plan/EligibilityAnswers.tsx";
import { type Place, sectionPath } from "./paths.ts";

/** 条件を答える、様式の欄。 */
const fields: Partial<Readonly<Record<EligibilitySubject, readonly [section: string, field: string]>>> = {
  form: ["company", "organisation"],
  members: ["company", "membersQualify"],
  established: ["company", "established"],
  employees: ["company", "employees"],
  capital: ["company", "capital"],
  blueReturn: ["tax", "blueReturn"],
  ownership: ["tax", "halfOwned"],
  income: ["tax", "averageIncome"],
};

/** 資格についての二つの答え。理由から、答える欄へ飛べる。 */
export function EligibilitySummary({
  eligibility,
  place,
}: {
  readonly eligibility: PlanEligibility;
  readonly place: Place;
}) {
  return (
    <>
      <SectionTitle>いまの答えで分かること</SectionTitle>
      <EligibilityAnswers
        {...eligibility}
        hrefOf={(subject) => {
          const target = fields[subject];
          return target === undefined ? undefined : `${sectionPath(place, target[0])}#${target[1]}`;
        }}
      />
    </>
  );
}
