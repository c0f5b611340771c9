/** 規則集の全部の指標。出る欄は指標の内訳で決まり、内訳から計算した値と単位は計算式のとおりになる。 */
import { describe, expect, it } from "vitest";
import { formatExact } from "#app/domain/indicator/exact.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import { computeFromParts, indicatorParts, partsOf } from "#app/domain/plan/indicator-parts.ts";
import { readIndicator } from "#app/domain/plan/indicator-reading.ts";
import { situationOf } from "#app/domain/plan/plan-reading.ts";
import { readPlan, readSection } from "#app/domain/plan/read-section.ts";
import { indicators } from "#app/domain/plan/sections/indicators.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const situation = situationOf(rulebook, {}, date("2026-12-01"));
const everyIndicator = [...rulebook.guidelines.values()].flatMap((guideline) =>
  [...guideline.indicators.values()].map((indicator) => ({
    guideline,
    indicator,
    name: `${guideline.name}の${indicator.name}`,
  })),
);

const asked = (raw: RawSection): readonly string[] =>
  Object.keys(readSection(indicators, raw, situation).values);
const read = (guidelineId: string, raw: RawSection) =>
  readIndicator(
    rulebook.guidelines.get(guidelineId),
    readPlan({ indicators: raw, period: { start: "2026-12", end: "2029-11" } }, situation).values,
  );

describe("規則集の全部の指標", () => {
  it.each(everyIndicator)("$name の欄は、内訳のとおりに出る", ({ indicator }) => {
    const fields = asked({ indicator: indicator.id });
    const parts = partsOf(indicator.inputs);
    expect(parts).toHaveLength(indicator.inputs.length);
    const wanted = parts.map((part) => indicatorParts[part].suffix);
    for (const side of ["baseline", "target"] as const) {
      const own = fields.filter((field) => field.startsWith(side) && field !== side);
      expect(own.toSorted()).toEqual(wanted.map((suffix) => `${side}${suffix}`).toSorted());
      expect(fields.includes(side)).toBe(parts.length === 0);
    }
    expect(fields.includes("labourInput")).toBe(indicator.inputs.includes("workers"));
    expect(fields.includes("customName")).toBe(indicator.direction === "either");
    expect(fields.includes("customDirection")).toBe(indicator.direction === "either");
  });

  it("労働者数の代わりに人・時で数えると、就業時間の欄が A と B の両方に出る", () => {
    expect(asked({ indicator: "labour-productivity", labourInput: "hours" })).toEqual(
      expect.arrayContaining(["baselineHoursPerWorker", "targetHoursPerWorker"]),
    );
  });

  it("規則集を知らないときは、打たれている欄だけを読む", () => {
    const raw = { indicator: "labour-productivity", baselineProfit: "一万" };
    expect(readSection(indicators, raw).faults.map(({ field }) => field)).toEqual(["baselineProfit"]);
  });
});

describe("内訳からの計算", () => {
  const value = (
    inputs: readonly string[],
    amounts: Readonly<Record<string, number>>,
    hours: number | null,
  ) => {
    const computed = computeFromParts(partsOf(inputs), (name) => amounts[name], hours);
    return computed === undefined ? undefined : formatExact(computed, 2, { trim: true });
  };
  const labour = ["operatingProfit", "personnelCost", "depreciation", "workers"];
  const accounts = { operatingProfit: 18970, personnelCost: 214000, depreciation: 31400, workers: 46 };

  it.each([
    ["労働生産性（人）", labour, accounts, null, "5,747.17"],
    ["労働生産性（人・時）は円で", labour, accounts, 1920, "2,993.32"],
    ["売上高経常利益率", ["ordinaryProfit", "sales"], { ordinaryProfit: 31, sales: 1000 }, null, "3.1"],
    ["付加価値額", labour.slice(0, 3), accounts, null, "264,370"],
    [
      "建設業の推奨の指標は円/人工",
      ["grossProfitOnCompletedWork", "labourCost", "outsourcingCost", "annualManDays"],
      { grossProfitOnCompletedWork: 42000, labourCost: 36000, outsourcingCost: 78000, annualManDays: 5200 },
      null,
      "30,000",
    ],
    [
      "建設業の簡易の指標は千円/人",
      ["grossProfitOnCompletedWork", "labourCost", "directlyEmployedWorkers"],
      { grossProfitOnCompletedWork: 42000, labourCost: 36000, directlyEmployedWorkers: 8 },
      null,
      "9,750",
    ],
    ["足りない内訳", labour, { operatingProfit: 1 }, null, undefined],
    ["0以下の労働者数", labour, { ...accounts, workers: 0 }, null, undefined],
  ] as const)("%s", (_name, inputs, amounts, hours, expected) => {
    expect(value(inputs, amounts, hours)).toBe(expected);
  });

  it("版に知らない内訳が混じる指標は、値を直接入力する", () => {
    expect(partsOf(["operatingProfit", "robots"])).toEqual([]);
  });

  it("人・時で数えた指標の単位は円/人・時になり、伸びも就業時間で変わる", () => {
    const raw = {
      indicator: "labour-productivity",
      labourInput: "hours",
      baselineProfit: "18970",
      baselinePersonnel: "214000",
      baselineDepreciation: "31400",
      baselineWorkers: "46",
      baselineHoursPerWorker: "2,000",
      targetProfit: "18970",
      targetPersonnel: "214000",
      targetDepreciation: "31400",
      targetWorkers: "46",
      targetHoursPerWorker: "1,600",
    };
    expect(read("manufacturing", raw)).toMatchObject({
      unit: "円/人・時",
      comparison: { growthPercentText: "25.00", meets: true },
    });
    expect(read("manufacturing", { ...raw, targetHoursPerWorker: "" })).toBeUndefined();
  });
});

describe("自分で決める指標", () => {
  const raw = {
    indicator: "custom",
    customName: "1人当たりの記録時間",
    customUnit: "分/日",
    customDirection: "down",
    baseline: "40",
    target: "25",
  };

  it("書いた名前・単位・良い向きで、改善を言う", () => {
    expect(read("nursing-care", raw)).toMatchObject({
      unit: "分/日",
      indicator: { name: "1人当たりの記録時間", direction: "down" },
      comparison: { improved: true, improvementText: "37.5%の改善" },
    });
  });

  it("向きを選ぶまでは、良し悪しを言わない", () => {
    expect(read("nursing-care", { ...raw, customDirection: "" })?.comparison).toMatchObject({
      improved: null,
      improvementText: "37.5%の減少",
    });
  });

  it("単位が一つに決まらない顧客満足度では、単位を尋ねる", () => {
    expect(asked({ indicator: "satisfaction" })).toContain("customUnit");
    expect(asked({ indicator: "turnover" })).not.toContain("customUnit");
  });
});
