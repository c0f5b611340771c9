/** 区画の読み取りと進み具合。読めない欄は値にせず、理由を添えて返す。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicableSections } from "#app/domain/plan/applicable-sections.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import type { RawAnswers, SectionSpec } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { planOptions } from "#app/domain/plan/options.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { situationOf } from "#app/domain/plan/plan-reading.ts";
import { readPlan, readSection } from "#app/domain/plan/read-section.ts";
import { sectionStatus } from "#app/domain/plan/section-status.ts";
import { formSections, sectionOf } from "#app/domain/plan/sections.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";
import { someAnswers } from "./plan-arbitrary.ts";

const on = date("2026-12-01");
const section = (id: string): SectionSpec => {
  const found = sectionOf(id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** 事業分野がまだ決まらない計画の、欄の出し方。 */
const situation = situationOf(rulebook, {}, on);

describe("区画を読む", () => {
  it("読める欄は値に、読めない欄は指摘になり、互いに邪魔をしない", () => {
    const { values, faults, missing } = readSection(section("period"), { start: "令和8年12月", end: "来年" });
    expect(values).toEqual({ start: "2026-12", end: undefined });
    expect(missing).toEqual([]);
    expect(faults).toEqual([
      {
        check: "format",
        severity: "error",
        section: "period",
        field: "end",
        message: "終了の年月: 年月を「2026年12月」又は「令和8年12月」のように入力してください。",
      },
    ]);
  });

  it("空の必須の欄は誤り、空の推奨の欄は警告、空の任意の欄は何もない", () => {
    const { missing } = readSection(section("company"), {});
    const of = (field: string) => missing.find((one) => one.field === field);
    expect(of("name")).toMatchObject({
      severity: "error",
      message: "事業者の氏名又は名称を入力してください。",
    });
    expect(of("prefecture")).toMatchObject({ message: "主たる事務所の都道府県を選んでください。" });
    expect(of("establishedOn")).toMatchObject({ severity: "warning" });
    expect(of("website")).toBeUndefined();
  });

  it("個人事業主には、代表者と法人番号を求めない", () => {
    const { values, missing } = readSection(section("company"), {
      corporationType: "soleProprietor",
      corporateNumber: "誤り",
    });
    expect(missing.map(({ field }) => field)).not.toContain("representative");
    expect(values).not.toHaveProperty("corporateNumber");
  });

  it("労働生産性は内訳を、ほかの指標は値を求める", () => {
    const asked = (indicator: string) =>
      readSection(section("indicators"), { indicator }, situation).missing.map(({ field }) => field);
    expect(asked("labour-productivity")).toContain("baselineWorkers");
    expect(asked("labour-productivity")).not.toContain("baseline");
    expect(asked("turnover")).toEqual(["goal", "baseline", "target"]);
    expect(asked("")).toEqual(["goal", "indicator"]);
  });

  it("空の行は数えず、書きかけの行は欄ごとに指摘する", () => {
    const { values, missing } = readSection(section("measures"), {
      usesOwnResources: "yes",
      usesOthersResources: "no",
      measures: [
        { id: "m-1", guidelineItem: "", description: " ", newBusiness: "" },
        { id: "m-2", guidelineItem: "", description: "", newBusiness: "no" },
      ],
    });
    expect(values["measures"]).toEqual([expect.objectContaining({ id: "m-2", newBusiness: false })]);
    expect(missing).toEqual([
      expect.objectContaining({ field: "measures.description", rowId: "m-2", severity: "error" }),
    ]);
  });

  it("必須の表に行がなければ、一つ以上を求める", () => {
    expect(readSection(section("industry"), {}).missing).toEqual([
      expect.objectContaining({ field: "industries", message: "事業分野を一つ以上入力してください。" }),
    ]);
    expect(readSection(section("funding"), {}).missing).toEqual([]);
  });
});

describe("どんな下書きでも", () => {
  const placesOf = (one: SectionSpec): ReadonlySet<string> =>
    new Set(
      Object.entries(one.fields).flatMap(([name, spec]) => [
        name,
        ...(spec.shape === "rows" ? Object.keys(spec.fields).map((column) => `${name}.${column}`) : []),
      ]),
    );
  const places = new Map<string, ReadonlySet<string>>(
    formSections.map((one) => [one.id, placesOf(one as SectionSpec)]),
  );

  it("読み取り、点検、選択肢、様式は必ず答える", () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        expect([...readPlan(answers).readings.keys()]).toEqual(formSections.map(({ id }) => id));
        expect(Array.isArray(checkPlan(rulebook, answers, on))).toBe(true);
        expect(planOptions(rulebook, answers, on).prefectures).toHaveLength(47);
        const needed = applicableSections(answers).map(({ id }) => id);
        const printed = planDocument(rulebook, answers, on).sections.map(({ id }) => id);
        expect(printed).toEqual(needed.filter((id) => id !== "tax" || printed.includes("tax")));
      }),
      { numRuns: 300 },
    );
  });

  it("どの指摘も、ある欄を指し、日本語の文で終わり、様式の順に並ぶ", () => {
    const order: readonly string[] = formSections.map(({ id }) => id);
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const findings = checkPlan(rulebook, answers, on);
        for (const finding of findings) {
          expect(places.get(finding.section)).toContain(finding.field);
          expect(finding.message).toMatch(/。$/u);
        }
        const positions = findings.map((finding) => order.indexOf(finding.section));
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});

describe("区画の進み具合", () => {
  const statusOf = (answers: RawAnswers, id: string, commented = false) =>
    sectionStatus(section(id), answers[id], checkPlan(rulebook, answers, on), commented);
  const { answers } = manufacturing;
  const unreadable: RawAnswers = withFields(answers, "company", { employees: "四十六" });
  const cases: readonly (readonly [name: string, answers: RawAnswers, section: string, status: string])[] = [
    ["まだ保存していない区画は未着手", {}, "company", "notStarted"],
    ["空のまま保存した必須の区画も未着手", { company: { name: " " } }, "company", "notStarted"],
    ["空のまま保存した任意の区画は完了", { funding: { funds: [] } }, "funding", "complete"],
    ["まだ開いていない任意の区画は未着手", {}, "funding", "notStarted"],
    ["必須の欄が残っていれば入力中", { period: { start: "2026-12" } }, "period", "inProgress"],
    ["必須の欄が埋まれば完了", answers, "company", "complete"],
    [
      "推奨の欄だけが空なら完了",
      withFields(answers, "company", { establishedOn: "" }),
      "company",
      "complete",
    ],
    ["読めない欄があれば要修正", unreadable, "company", "needsCorrection"],
    [
      "ほかの区画との食い違いも要修正",
      withRow(answers, ["funding", "funds"], 0, { measure: "measure-9" }),
      "funding",
      "needsCorrection",
    ],
  ];
  it.each(cases)("%s", (_name, given, id, status) => {
    expect(statusOf(given, id)).toBe(status);
  });

  it("差戻しの指摘が付いた区画は、正しく読めても要修正", () => {
    expect(statusOf(answers, "company", true)).toBe("needsCorrection");
  });

  it("警告だけの区画は完了", () => {
    const warning: Finding = {
      check: "x",
      severity: "warning",
      section: "company",
      field: "name",
      message: "。",
    };
    expect(sectionStatus(section("company"), answers["company"], [warning], false)).toBe("complete");
  });
});
