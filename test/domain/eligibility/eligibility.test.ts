import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APPLICANT_FORMS, type ApplicantForm } from "#app/domain/eligibility/applicant-form.ts";
import {
  type CertificationFacts,
  mayBeCertified,
} from "#app/domain/eligibility/certification-eligibility.ts";
import { mayUseTaxRelief, type TaxReliefFacts } from "#app/domain/eligibility/tax-relief-eligibility.ts";

const COMPANY: CertificationFacts = {
  form: "company",
  employees: 46,
  established: true,
  membersQualify: null,
};
const TAX: TaxReliefFacts = {
  form: "company",
  blueReturn: true,
  capitalYen: 30_000_000,
  employees: 46,
  halfOwnedByOneLargeCompany: false,
  twoThirdsOwnedByLargeCompanies: false,
  averageIncomeYen: 20_000_000,
};

describe("計画の認定を受けられる者 (法第2条第6項)", () => {
  it.each<[string, Partial<CertificationFacts>, string]>([
    ["会社 46人", {}, "yes"],
    ["会社 2,000人ちょうど", { employees: 2000 }, "yes"],
    ["会社 2,001人", { employees: 2001 }, "no"],
    ["個人事業主", { form: "soleProprietor", employees: 0 }, "yes"],
    ["医療法人", { form: "medicalCorporation" }, "yes"],
    ["社会福祉法人 164人", { form: "socialWelfareCorporation", employees: 164 }, "yes"],
    ["特定非営利活動法人", { form: "nonProfitCorporation" }, "yes"],
    ["構成員の条件を満たす協同組合", { form: "cooperative", membersQualify: true }, "yes"],
    ["構成員の条件を満たさない協同組合", { form: "cooperative", membersQualify: false }, "no"],
    ["構成員の分からない協同組合", { form: "cooperative" }, "undetermined"],
    [
      "2,000人を超える協同組合は提出先に尋ねる",
      { form: "cooperative", membersQualify: true, employees: 3000 },
      "undetermined",
    ],
    ["一般社団法人", { form: "generalIncorporatedAssociation", membersQualify: true }, "yes"],
    ["対象にない形", { form: "other" }, "no"],
    ["登記前の会社", { established: false }, "no"],
    ["開業届のない個人", { form: "soleProprietor", established: false }, "no"],
    ["従業員数が未入力", { employees: null }, "undetermined"],
    ["未入力があっても満たさない条件があれば", { form: null, employees: 2001 }, "no"],
  ])("%s → %s", (_case, change, outcome) => {
    expect(mayBeCertified({ ...COMPANY, ...change }).outcome).toBe(outcome);
  });

  it("分からないときは、尋ねるべきことを挙げる", () => {
    const answer = mayBeCertified({ form: null, employees: null, established: null, membersQualify: null });
    expect(answer).toMatchObject({
      outcome: "undetermined",
      missing: ["組織の形", "常時雇用する従業員の数", "設立登記の有無"],
    });
  });

  it("確かめられていない条件は、確かさを付けて示す", () => {
    const answer = mayBeCertified({
      ...COMPANY,
      form: "generalIncorporatedAssociation",
      membersQualify: false,
    });
    expect(answer.reasons.filter(({ holds }) => holds === "notMet")).toEqual([
      {
        subject: "members",
        holds: "notMet",
        text: "直接又は間接の構成員の多くが特定事業者であることが必要です。",
        certainty: "recalled",
      },
    ]);
  });
});

describe("税の特例を使える者 (租税特別措置法第42条の12の4・第10条の5の3)", () => {
  it.each<[string, Partial<TaxReliefFacts>, string]>([
    ["資本金3,000万円の会社", {}, "yes"],
    ["資本金1億円ちょうど", { capitalYen: 100_000_000 }, "yes"],
    ["資本金1億円を超える会社", { capitalYen: 100_000_001 }, "no"],
    [
      "資本のない法人 1,000人",
      { form: "socialWelfareCorporation", capitalYen: "none", employees: 1000 },
      "yes",
    ],
    [
      "資本のない法人 1,001人",
      { form: "socialWelfareCorporation", capitalYen: "none", employees: 1001 },
      "no",
    ],
    ["資本金のある会社の従業員数は問わない", { employees: 1500 }, "yes"],
    ["個人事業主 1,000人", { form: "soleProprietor", employees: 1000, capitalYen: null }, "yes"],
    ["個人事業主 1,001人", { form: "soleProprietor", employees: 1001, capitalYen: null }, "no"],
    ["協同組合等", { form: "cooperative", capitalYen: null, employees: null }, "yes"],
    ["白色申告", { blueReturn: false }, "no"],
    ["一つの大規模法人が2分の1以上", { halfOwnedByOneLargeCompany: true }, "no"],
    ["複数の大規模法人が3分の2以上", { twoThirdsOwnedByLargeCompanies: true }, "no"],
    ["平均所得15億円ちょうど", { averageIncomeYen: 1_500_000_000 }, "yes"],
    ["平均所得15億円超", { averageIncomeYen: 1_500_000_001 }, "no"],
    ["欠損", { averageIncomeYen: -5_000_000 }, "yes"],
    ["持株の割合が分からない", { halfOwnedByOneLargeCompany: null }, "undetermined"],
    ["組織の形が分からない", { form: null }, "undetermined"],
  ])("%s → %s", (_case, change, outcome) => {
    expect(mayUseTaxRelief({ ...TAX, ...change }).outcome).toBe(outcome);
  });

  it("同じことを二度は尋ねない", () => {
    const answer = mayUseTaxRelief({
      ...TAX,
      halfOwnedByOneLargeCompany: null,
      twoThirdsOwnedByLargeCompanies: null,
      averageIncomeYen: null,
    });
    expect(answer.missing).toEqual(["大規模法人の持株の割合", "過去3年の平均所得金額"]);
  });
});

describe("二つの答えは別々に出る", () => {
  it("認定は受けられても税の特例は使えない会社がある", () => {
    expect(mayBeCertified({ ...COMPANY, employees: 1800 }).outcome).toBe("yes");
    expect(mayUseTaxRelief({ ...TAX, employees: 1800, capitalYen: 300_000_000 }).outcome).toBe("no");
  });

  const form = fc.constantFrom(null, ...(Object.keys(APPLICANT_FORMS) as ApplicantForm[]));
  const flag = fc.constantFrom(true, false, null);
  const count = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null });

  it("分からなかったことが分かっても、出ていた結論は覆らない", () => {
    const certification = fc.record({ form, employees: count, established: flag, membersQualify: flag });
    fc.assert(
      fc.property(certification, certification, (known, later) => {
        const before = mayBeCertified(known).outcome;
        if (before === "undetermined" || known.form === null) return;
        const filled = {
          form: known.form,
          employees: known.employees ?? later.employees,
          established: known.established ?? later.established,
          membersQualify: known.membersQualify ?? later.membersQualify,
        };
        expect(mayBeCertified(filled).outcome).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it("yes は条件がすべて満たされ、no は満たさない条件があり、undetermined は分からない条件がある", () => {
    const tax = fc.record({
      form,
      blueReturn: flag,
      capitalYen: fc.constantFrom(null, "none" as const, 30_000_000, 300_000_000),
      employees: count,
      halfOwnedByOneLargeCompany: flag,
      twoThirdsOwnedByLargeCompanies: flag,
      averageIncomeYen: fc.constantFrom(null, -1, 2_000_000_000),
    });
    fc.assert(
      fc.property(tax, (facts) => {
        const { outcome, reasons, missing } = mayUseTaxRelief(facts);
        const holds = new Set(reasons.map((reason) => reason.holds));
        expect(outcome).toBe(holds.has("notMet") ? "no" : holds.has("unknown") ? "undetermined" : "yes");
        expect(missing.length > 0).toBe(holds.has("unknown"));
      }),
      { numRuns: 1000 },
    );
  });
});
