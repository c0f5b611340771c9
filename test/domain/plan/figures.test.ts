/** 打つ間に画面で計算する値。様式に載る値と同じ関数で、同じ答えになる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastCertification } from "#app/domain/plan/certification-forecast.ts";
import { certificationNotices, sixtyDayNotices } from "#app/domain/plan/equipment-timing.ts";
import { equipmentFigures } from "#app/domain/plan/figures/equipment-figures.ts";
import { type FigureFacts, figureFacts, receivedIndicator } from "#app/domain/plan/figures/figure-facts.ts";
import { figureValues } from "#app/domain/plan/figures/figure-values.ts";
import { fundingFigures } from "#app/domain/plan/figures/funding-figures.ts";
import { periodWords, possibleEnds } from "#app/domain/plan/figures/period-figures.ts";
import { spokenFigures } from "#app/domain/plan/figures/spoken-figures.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { compareIndicator, readIndicator } from "#app/domain/plan/indicator-reading.ts";
import { situationWhileTyping } from "#app/domain/plan/live-situation.ts";
import { readPlanOn } from "#app/domain/plan/plan-reading.ts";
import { addDays } from "#app/domain/calendar/civil-date.ts";
import {
  examplePlans,
  manufacturing,
  nursingCare,
  warehouse,
  withFields,
} from "#test/support/example-plans.ts";
import { date, month } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const on = date("2026-12-01");
const readingOf = (answers: RawAnswers) => readPlanOn(rulebook, answers, on);
const forecastOf = (answers: RawAnswers, day = on) =>
  forecastCertification(rulebook, readPlanOn(rulebook, answers, day), { acceptedOn: null, on: day });

/** 画面に送り、JSON を通って届いた事実。 */
const factsOf = (answers: RawAnswers, section: string): FigureFacts => {
  const facts = figureFacts(readingOf(answers), forecastOf(answers), section);
  if (facts === null) throw new Error(section);
  return JSON.parse(JSON.stringify(facts)) as FigureFacts;
};
const spoken = (answers: RawAnswers, section: string): string =>
  spokenFigures(
    factsOf(answers, section),
    figureValues(section, answers[section] ?? {}, readingOf(answers).situation),
  );

describe("画面で計算した指標", () => {
  it.each(examplePlans)("$case の A・B・伸びは、様式と同じ", ({ answers }) => {
    const { values, guideline, situation } = readingOf(answers);
    const facts = factsOf(answers, "indicators");
    if (facts.kind !== "indicators") throw new Error(facts.kind);
    const rule = facts.indicators.find(({ id }) => id === values.indicators.indicator);
    if (rule === undefined) throw new Error("選んだ指標が送られていない");
    const typed = figureValues("indicators", answers["indicators"] ?? {}, situation).indicators;
    const shown = compareIndicator(receivedIndicator(rule), typed, facts.months);
    const printed = readIndicator(guideline, values);
    expect(shown?.comparison).toEqual(printed?.comparison);
    expect([shown?.baselineText, shown?.targetText, shown?.unit]).toEqual([
      printed?.baselineText,
      printed?.targetText,
      printed?.unit,
    ]);
  });

  it("規則集の全部は送らず、その区画に要る分だけを送る", () => {
    for (const section of ["period", "present-state", "indicators", "funding", "equipment"])
      expect(JSON.stringify(factsOf(manufacturing.answers, section)).length).toBeLessThan(3_000);
    expect(figureFacts(readingOf({}), forecastOf({}), "company")).toBeNull();
  });
});

describe("読み上げる一文", () => {
  it.each([
    ["indicators", manufacturing.answers, "労働生産性は7.88%の改善です。下限の1%を満たしています"],
    ["indicators", nursingCare.answers, "離職率は3.5ポイントの改善です"],
    [
      "indicators",
      withFields(manufacturing.answers, "indicators", { targetProfit: "5510" }),
      "下限の1%を満たしていません",
    ],
    ["period", manufacturing.answers, "期間は3年（36か月）です"],
    ["funding", manufacturing.answers, "資金の合計は44,500千円です"],
    ["equipment", manufacturing.answers, "設備の金額の合計は38,000千円です"],
    ["present-state", manufacturing.answers, "売上高増加率2.3%、営業利益率3.1%、労働生産性412千円/人"],
  ])("%s: 「%s」", (section, answers, words) => {
    expect(spoken(answers, section)).toContain(words);
  });

  it.each(["indicators", "period", "funding", "equipment", "present-state"])(
    "まだ何も書いていない %s では、何も言わない",
    (section) => {
      expect(spoken({}, section)).toBe("");
    },
  );

  it("離職率の改善に、負の符号を付けない", () => {
    expect(spoken(nursingCare.answers, "indicators")).not.toMatch(/[-−△▲]/u);
  });
});

describe("資金と設備の合計", () => {
  const amount = fc.option(fc.nat(), { nil: undefined });

  it("調達方法ごとの小計を足すと、合計になる", () => {
    const row = fc.record({
      method: fc.constantFrom("融資", "自己資金", undefined),
      amount,
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { byMethod, total, without } = fundingFigures(rows);
        expect(byMethod.reduce((sum, one) => sum + one.amount, 0n)).toBe(total);
        expect(without).toBe(rows.filter((one) => one.amount === undefined).length);
      }),
    );
  });

  it("桁の大きい設備の金額も、丸めない", () => {
    const { amount: total } = equipmentFigures(
      [{ kind: "machinery", unitPrice: Number.MAX_SAFE_INTEGER, quantity: 999 }],
      [],
    );
    expect(total).toBe(BigInt(Number.MAX_SAFE_INTEGER) * 999n);
  });

  it("読めない単価の行は、数えて知らせる", () => {
    const kinds = [{ id: "machinery", name: "機械装置" }];
    const rows = [
      { kind: "machinery", unitPrice: 1600, quantity: 2 },
      { kind: "machinery", unitPrice: undefined, quantity: 1 },
    ];
    expect(equipmentFigures(rows, kinds)).toMatchObject({
      byKind: [{ name: "機械装置", quantity: 3n, amount: 3200n }],
      amount: 3200n,
      without: 1,
    });
  });
});

describe("日付の見込み", () => {
  it("標準処理期間14業務日、3月決算（製造業の例）", () => {
    expect(forecastOf(manufacturing.answers)).toMatchObject({
      from: "2026-12-01",
      expected: "2026-12-21",
      closingMonth: 3,
      yearEnd: "2027-03-31",
      fileBy: "2027-03-10",
    });
  });

  it("個人事業主の事業年度は暦の年", () => {
    const answers = withFields(warehouse.answers, "company", { corporationType: "soleProprietor" });
    expect(forecastOf(answers)).toMatchObject({ closingMonth: 12, yearEnd: "2026-12-31" });
  });

  it("提出先と決算月が決まらなければ、言わない", () => {
    expect(forecastOf({})).toMatchObject({ expected: null, yearEnd: null, fileBy: null });
  });

  it.each([manufacturing, warehouse])(
    "$case: 期限の日なら間に合い、次の日では間に合わない",
    ({ answers }) => {
      const { fileBy, yearEnd } = forecastOf(answers);
      if (fileBy === null || yearEnd === null) throw new Error("決まるはず");
      const expectedFrom = (day: typeof on): string => forecastOf(answers, day).expected ?? "";
      expect(expectedFrom(fileBy) <= yearEnd).toBe(true);
      expect(expectedFrom(addDays(fileBy, 1)) > yearEnd).toBe(true);
    },
  );

  it("60日の期限と、事業年度末を、日付で言う", () => {
    const facts = { forecast: forecastOf(manufacturing.answers), succession: [] };
    const row = {
      id: "row-1",
      measure: undefined,
      acquiredMonth: month("2026-11"),
      acquiredOn: date("2026-11-20"),
    };
    expect(sixtyDayNotices([row], facts)).toMatchObject([
      { check: "sixtyDaysLeft", column: "acquiredOn", message: expect.stringContaining("令和9年1月19日") },
    ]);
    const yearEnd = { ...facts, forecast: { ...facts.forecast, closingMonth: 11 } };
    expect(certificationNotices([row], yearEnd)).toMatchObject([
      { check: "fiscalYearEnd", message: expect.stringContaining("令和8年11月30日") },
    ]);
  });
});

describe("実施時期", () => {
  it.each([
    [36, "3年（36か月）"],
    [35, "35か月"],
    [0, "0か月"],
  ])("%iか月は「%s」", (months, words) => {
    expect(periodWords(months)).toBe(words);
  });

  it("開始の月から、選べる終了の月を言う", () => {
    expect(possibleEnds(month("2026-12"))).toEqual([
      { years: 3, end: "2029-11" },
      { years: 4, end: "2030-11" },
      { years: 5, end: "2031-11" },
    ]);
  });
});

describe("打つ間の欄の出し方", () => {
  const { situation } = readingOf(manufacturing.answers);

  it("6(2) を「有」にすると、保存を待たずに事業承継等の欄が出る", () => {
    expect(situation.succession).toBe(false);
    expect(situationWhileTyping(situation, "measures", { usesOthersResources: "yes" }).succession).toBe(true);
  });

  it("個人事業主を選ぶと、保存を待たずに分かる", () => {
    const typed = situationWhileTyping(situation, "company", { corporationType: "soleProprietor" });
    expect(typed.soleProprietor).toBe(true);
    expect(situationWhileTyping(situation, "tax", {})).toBe(situation);
  });
});
