/** 申請の前の点検。正しい計画は通り、一箇所だけ崩した計画には、その一つの指摘だけが出る。 */
import { describe, expect, it } from "vitest";
import { checkAttachments } from "#app/domain/attachment/check-attachments.ts";
import { requiredAttachments } from "#app/domain/attachment/required-attachments.ts";
import type { CheckEntry } from "#app/domain/plan/catalogue/check-entry.ts";
import { checkCatalogue } from "#app/domain/plan/check-catalogue.ts";
import { checkPlan, noFacts } from "#app/domain/plan/check-plan.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { readIndicator } from "#app/domain/plan/indicator-reading.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { eligibilityFindings } from "#app/domain/plan/plan-eligibility.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import {
  construction,
  examplePlans,
  manufacturing,
  nursingCare,
  warehouse,
  withFields,
} from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import type { BrokenPlan } from "./broken-plan.ts";
import { brokenPlans, joinedPlans } from "./broken-plans.ts";
import { wholePlan } from "./whole-plan.ts";

const on = date("2026-12-01");
const check = (answers: RawAnswers) => checkPlan(rulebook, answers, on);
const checkWith = (answers: RawAnswers, outside: BrokenPlan["outside"]) =>
  checkPlan(rulebook, answers, outside.on === undefined ? on : date(outside.on), {
    ...noFacts,
    ...outside.facts,
  });

describe("四つの例の計画", () => {
  it.each(examplePlans)("$case は誤りがなく、$expected.addressee 宛てになる", ({ answers, expected }) => {
    expect(check(answers).filter(({ severity }) => severity === "error")).toEqual([]);
    const { values } = readPlan(answers);
    const routing = routePlanValues(rulebook, values, on);
    if (routing.kind !== "decided") throw new Error(routing.kind);
    expect(routing.routing).toMatchObject({
      guideline: { name: expected.guideline },
      office: { name: expected.office },
      addressee: expected.addressee,
      electronic: expected.electronic,
      joint: false,
    });
    const reading = readIndicator(rulebook.guidelines.get(routing.routing.guideline.id), values);
    expect(reading?.comparison).toMatchObject({ meets: true, improved: true });
    if (expected.required !== null) expect(reading?.comparison.required).toBe(expected.required);
  });

  it("建設業の例は、確かめきれていない項目数の決まりを警告にとどめる", () => {
    expect(check(construction.answers)).toEqual([
      expect.objectContaining({ check: "itemCounts", severity: "warning" }),
    ]);
    for (const { answers } of [manufacturing, warehouse, nursingCare]) expect(check(answers)).toEqual([]);
  });
});

const made = manufacturing.answers;
const finding = (check: string, section: string, field: string): Partial<Finding> => ({
  check,
  severity: "error",
  section,
  field,
});

describe("一箇所だけ崩した計画", () => {
  it.each(brokenPlans)("$name", ({ answers, finding, says, outside }) => {
    const findings = checkWith(answers, outside);
    expect(findings).toEqual([expect.objectContaining(finding)]);
    expect(findings[0]?.message).toContain(says);
  });

  it.each(joinedPlans)("$name", ({ answers, finding, says, outside }) => {
    const same = checkWith(answers, outside).filter((one) => one.check === finding.check);
    expect(same).toEqual([expect.objectContaining(finding)]);
    expect(same[0]?.message).toContain(says);
  });

  it("従業員ちょうど2,000人までは認定を受けられる", () => {
    const findings = check(withFields(warehouse.answers, "company", { employees: "2,000人" }));
    expect(findings).toEqual([]);
  });

  it("労働生産性の伸びがちょうど1%なら届いている", () => {
    // 現状 264,370÷46 = 5747.17…、目標は 46 人で 264,370×1.01 = 267,013.7 を超える最小の整数。
    const target = { targetWorkers: "46", targetPersonnel: "223000", targetDepreciation: "38600" };
    const grown = (profit: string) =>
      check(withFields(made, "indicators", { ...target, targetProfit: profit })).map((one) => one.check);
    expect(grown("5414")).toEqual([]);
    expect(grown("5413")).toEqual(["growthFloor"]);
  });

  it("本社の都道府県が選択肢になければ、提出先も決まらない", () => {
    const answers = withFields(made, "company", { prefecture: "48" });
    expect(check(answers)).toEqual([
      expect.objectContaining(finding("choiceExists", "company", "prefecture")),
    ]);
    expect(routePlanValues(rulebook, readPlan(answers).values, on).kind).toBe("incomplete");
  });

  it("空の計画は、提出先の指摘ではなく、空の欄の指摘だけになる", () => {
    expect(new Set(check({}).map((finding) => finding.check))).toEqual(new Set(["required"]));
  });
});

describe("点検の目録", () => {
  const catalogue: Readonly<Record<string, CheckEntry>> = checkCatalogue;
  const values = readPlan(made).values;
  const files = (["scanning", "unscanned", "infected"] as const).map((scan) => ({
    id: scan,
    kind: "quotation",
    rowIds: [],
    fileName: `${scan}.pdf`,
    scan,
  }));
  const produced = [
    ...[...brokenPlans, ...joinedPlans].flatMap(({ answers, outside }) => checkWith(answers, outside)),
    ...eligibilityFindings(values, { ...made, screening: { organisation: "soleProprietor" } }),
    ...eligibilityFindings(values, {
      ...made,
      screening: { certifiedPlan: "running", planPurpose: "change" },
    }),
    ...checkAttachments(requiredAttachments(rulebook, values), files, "optional"),
  ];

  it("目録のどの指摘も、少なくとも一つの例が出す（始めの質問と添付の指摘も）", () => {
    expect(Object.keys(catalogue).filter((id) => !produced.some((one) => one.check === id))).toEqual([]);
  });

  it("どの指摘も目録にあり、目録の区画に、目録の根拠の確かさに応じた重さで付く", () => {
    for (const one of produced) {
      const entry = catalogue[one.check];
      expect(entry, one.check).toBeDefined();
      if (entry === undefined) continue;
      if (entry.section !== "any") expect(one.section).toBe(entry.section);
      if (entry.weight === "consistency" || entry.weight === "seen" || entry.weight === "spec")
        expect(one.severity, one.check).toBe("error");
      else if (entry.weight !== "rulebook" && entry.weight !== "requirement" && entry.weight !== "setting")
        expect(one.severity, one.check).toBe("warning");
    }
  });

  it("全部の区画に答えた計画には、何の指摘もない", () => {
    expect(check(wholePlan)).toEqual([]);
  });

  it("期間の終わった計画、別の指針の計画は、変更の案内を出さない", () => {
    const plans = [
      ["manufacturing", "2026-11"],
      ["construction", "2029-03"],
    ] as const;
    const certifiedPlans = plans.map(([guidelineId, end]) => ({
      number: "1",
      certifiedOn: date("2023-12-01"),
      guidelineId,
      end: end as BrokenEnd,
    }));
    expect(checkWith(made, { facts: { certifiedPlans } })).toEqual([]);
  });
});

type BrokenEnd = (typeof noFacts)["certifiedPlans"][number]["end"];
