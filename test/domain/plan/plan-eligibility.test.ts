/** 二つの答えは、計画の欄と始めの質問の両方から出て、欄の答えが優先する。 */
import { describe, expect, it } from "vitest";
import type { RawAnswers, RawSection } from "#app/domain/plan/field.ts";
import { eligibilityFindings, planEligibility } from "#app/domain/plan/plan-eligibility.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";

const SCREENING: RawSection = {
  certifiedPlan: "none",
  realEstate: "no",
  organisation: "company",
  established: "yes",
  employees: "within1000",
  taxRelief: "yes",
  blueReturn: "yes",
  capital: "within",
  ownership: "none",
  averageIncome: "yes",
};
const answersOf = (screening: RawSection, company: RawSection = {}, tax: RawSection = {}): RawAnswers => ({
  screening,
  company,
  tax,
});
const outcomes = (answers: RawAnswers) => {
  const { certification, taxRelief } = planEligibility(readPlan(answers).values, answers);
  return [certification.outcome, taxRelief.outcome];
};
const findings = (answers: RawAnswers) =>
  eligibilityFindings(readPlan(answers).values, answers).map(({ check, severity, section, field }) => [
    check,
    severity,
    section,
    field,
  ]);

describe("認定を受けられるか、税制の措置を使えるか", () => {
  it.each<[string, RawAnswers, readonly string[]]>([
    ["何も答えていなければ、まだ判断できない", {}, ["undetermined", "undetermined"]],
    ["始めの質問だけでも答えが出る", answersOf(SCREENING), ["yes", "yes"]],
    [
      "税制を使わなくても、認定の答えは出る",
      answersOf({ ...SCREENING, taxRelief: "no" }),
      ["yes", "undetermined"],
    ],
    ["白色申告は税制だけ使えない", answersOf({ ...SCREENING, blueReturn: "no" }), ["yes", "no"]],
    ["資本金1億円超は税制だけ使えない", answersOf({ ...SCREENING, capital: "over" }), ["yes", "no"]],
    ["平均所得15億円超", answersOf({ ...SCREENING, averageIncome: "no" }), ["yes", "no"]],
    ["一つの大規模法人が2分の1以上", answersOf({ ...SCREENING, ownership: "half" }), ["yes", "no"]],
    ["複数の大規模法人が3分の2以上", answersOf({ ...SCREENING, ownership: "twoThirds" }), ["yes", "no"]],
    ["持株が分からない", answersOf({ ...SCREENING, ownership: "unsure" }), ["yes", "undetermined"]],
    [
      "2,000人を超える会社は認定を受けられない",
      answersOf({ ...SCREENING, employees: "over2000" }),
      ["no", "undetermined"],
    ],
    [
      "資本のない法人の1,001人からは税制を使えない",
      answersOf({ ...SCREENING, employees: "within2000", capital: "none" }),
      ["yes", "no"],
    ],
    [
      "個人事業主",
      answersOf({ ...SCREENING, organisation: "soleProprietor" }, { corporationType: "soleProprietor" }),
      ["yes", "yes"],
    ],
    [
      "法人と選んだ計画は、始めの質問の個人事業主を採らない",
      answersOf({ ...SCREENING, organisation: "soleProprietor" }, { corporationType: "corporation" }),
      ["undetermined", "undetermined"],
    ],
    ["欄の人数は、始めの質問に勝つ", answersOf(SCREENING, { employees: "2001" }), ["no", "yes"]],
    ["欄の資本金は、始めの質問に勝つ", answersOf(SCREENING, { capital: "300000000" }), ["yes", "no"]],
    ["税制の確認の区画は、始めの質問に勝つ", answersOf(SCREENING, {}, { blueReturn: "no" }), ["yes", "no"]],
    [
      "資本があると答えた計画は、始めの質問の「資本がない」を採らない",
      answersOf(
        { ...SCREENING, capital: "none" },
        {},
        { hasCapital: "yes", halfOwned: "no", twoThirdsOwned: "no" },
      ),
      ["yes", "undetermined"],
    ],
  ])("%s", (_case, answers, expected) => {
    expect(outcomes(answers)).toEqual(expected);
  });
});

describe("始めの質問による指摘", () => {
  it.each<[string, RawAnswers, readonly (readonly string[])[]]>([
    ["答えていなくても止めない", {}, []],
    ["途中まででも止めない", answersOf({ certifiedPlan: "none" }), []],
    ["満たしていれば何もない", answersOf(SCREENING), []],
    [
      "2,000人を超える会社は止める（法第2条第6項）",
      answersOf({ ...SCREENING, employees: "over2000" }),
      [["notCertifiable", "error", "screening", "employees"]],
    ],
    [
      "登記の前は止める",
      answersOf({ ...SCREENING, established: "no" }),
      [["notCertifiable", "error", "screening", "established"]],
    ],
    [
      "構成員の条件を満たさない組合は止める",
      answersOf({ ...SCREENING, organisation: "cooperative", membersQualify: "no" }),
      [["notCertifiable", "error", "screening", "membersQualify"]],
    ],
    [
      "一般社団法人の構成員の条件は確かめられていないので、警告にとどめる",
      answersOf({ ...SCREENING, organisation: "generalIncorporatedAssociation", membersQualify: "no" }),
      [["notCertifiable", "warning", "screening", "membersQualify"]],
    ],
    [
      "対象にない組織の形は推定なので、警告にとどめる",
      answersOf({ ...SCREENING, organisation: "other" }),
      [["notCertifiable", "warning", "screening", "organisation"]],
    ],
    [
      "欄の点検が指摘するものは、重ねない",
      answersOf({ ...SCREENING, established: "no" }, { established: "no" }),
      [],
    ],
    ["税制を使えないことは申請を止めない", answersOf({ ...SCREENING, blueReturn: "no" }), []],
    [
      "自分で変更と答えた申請は止める（法第18条第1項）",
      answersOf({ ...SCREENING, certifiedPlan: "running", planPurpose: "change" }),
      [["screeningChange", "error", "screening", "planPurpose"]],
    ],
    [
      "道から外れた「変更」は数えない",
      answersOf({ ...SCREENING, certifiedPlan: "expired", planPurpose: "change" }),
      [],
    ],
    [
      "法人・個人の別の食い違いは知らせる",
      answersOf({ ...SCREENING, organisation: "soleProprietor" }, { corporationType: "corporation" }),
      [["organisationMismatch", "warning", "company", "corporationType"]],
    ],
  ])("%s", (_case, answers, expected) => {
    expect(findings(answers)).toEqual(expected);
  });
});
