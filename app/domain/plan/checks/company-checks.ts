/** 1 名称等の点検。 */
import type { EligibilitySubject } from "../../eligibility/answer.ts";
import { MAX_EMPLOYEES, mayBeCertified } from "../../eligibility/certification-eligibility.ts";
import { formatInteger } from "../../text/number-input.ts";
import { certificationFactsOf } from "../eligibility-facts.ts";
import { type Check, findingOf } from "./check.ts";

/** 特定事業者等の従業員数の上限、2,000人（法第2条第6項）。組合等に上限がどう掛かるかは確かめられていないので、知らせにとどめる。 */
export const employeeLimit: Check = ({ values }) => {
  const { employees } = values.company;
  if (employees === undefined || employees <= MAX_EMPLOYEES) return [];
  const { form } = certificationFactsOf(values);
  if (form === "cooperative" || form === "generalIncorporatedAssociation")
    return [
      findingOf(
        "employeeLimitOfUnion",
        { field: "employees" },
        `常時雇用する従業員の数が${formatInteger(MAX_EMPLOYEES)}人を超えています。組合や一般社団法人に人数の上限が掛かるかどうかは、提出先に確かめてください。`,
      ),
    ];
  return [
    findingOf(
      "employeeLimit",
      { field: "employees" },
      `常時雇用する従業員の数が${formatInteger(MAX_EMPLOYEES)}人を超える事業者は、認定を受けられません。数を確かめてください。`,
    ),
  ];
};

/** 組織の形、登記・届出、構成員の条件（法第2条第6項、第17条第1項）。人数は employeeLimit が見る。 */
export const certifiableApplicant: Check = ({ values }) => {
  const { employees: _headcount, ...facts } = certificationFactsOf(values);
  return mayBeCertified({ ...facts, employees: 0 })
    .reasons.filter((reason) => reason.holds === "notMet")
    .map((reason) =>
      findingOf(
        "notCertifiable",
        { section: "company", field: fieldOf[reason.subject] ?? "corporationType" },
        `${reason.text}満たさない事業者は認定を受けられません。答えを確かめてください。`,
        reason.certainty,
      ),
    );
};

/** 条件を答える欄。 */
const fieldOf: Partial<Readonly<Record<EligibilitySubject, string>>> = {
  form: "organisation",
  members: "membersQualify",
  established: "established",
};

/** 書かれた法人番号が、ログインしている会社（GビズID）のものか。ほかの会社の計画として認定されるのを防ぐ。 */
export const ownCompany: Check = ({ values, facts }) => {
  const { corporateNumber } = values.company;
  if (corporateNumber === undefined || facts.corporateNumber === null) return [];
  if (corporateNumber === facts.corporateNumber) return [];
  return [
    findingOf(
      "ownCompany",
      { field: "corporateNumber" },
      `法人番号「${corporateNumber}」は、ログインしているGビズIDの法人番号「${facts.corporateNumber}」と違います。番号を直すか、その会社のGビズIDでログインし直してください。`,
    ),
  ];
};

/**
 * 住所の都道府県と、提出先を決める都道府県が同じか。提出先の誤りは差戻しの多い理由
 * （https://jpbm.or.jp/dailynews/archives/2807）。住所が都道府県で始まらなければ比べない。
 */
export const addressPrefecture: Check = ({ rulebook, values }) => {
  const { address, prefecture } = values.company;
  const chosen = rulebook.prefectures.get(prefecture ?? "")?.name;
  if (address === undefined || chosen === undefined) return [];
  const written = [...rulebook.prefectures.values()].find(({ name }) => address.startsWith(name))?.name;
  if (written === undefined || written === chosen) return [];
  return [
    findingOf(
      "addressPrefecture",
      { field: "prefecture" },
      `住所は「${written}」で始まっていますが、都道府県には「${chosen}」を選んでいます。提出先が変わるので、どちらが正しいか確かめてください。`,
    ),
  ];
};
