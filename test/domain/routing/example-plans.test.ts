/** 四つの例の計画に、求められた答えが出ることを確かめる。 */
import { describe, expect, it } from "vitest";
import { compareWithFloor } from "#app/domain/indicator/growth.ts";
import { formatExact } from "#app/domain/indicator/exact.ts";
import { computeFromParts, type PartName } from "#app/domain/plan/indicator-parts.ts";
import { routePlan } from "#app/domain/routing/route.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const parts = (operatingProfit: number, personnelCost: number, depreciation: number, workers: number) => {
  const amounts: Partial<Record<PartName, number>> = {
    operatingProfit,
    personnelCost,
    depreciation,
    workers,
  };
  const labour = ["operatingProfit", "personnelCost", "depreciation", "workers"] as const;
  const value = computeFromParts(labour, (name) => amounts[name], null);
  if (value === undefined) throw new Error("計算できるはず");
  return value;
};

const plans = [
  {
    name: "製造業・宮城・A類型",
    industry: "2662",
    prefecture: "04",
    office: "東北経済産業局",
    addressee: "東北経済産業局長",
    guideline: "製造業",
    processing: { days: 14, unit: "businessDays" },
    indicator: "labour-productivity",
    months: 36,
    baseline: parts(18970, 214000, 31400, 46),
    target: parts(29800, 223000, 38600, 47),
    required: "1",
    growthPercentText: "7.88",
  },
  {
    name: "倉庫業・兵庫",
    industry: "4711",
    prefecture: "28",
    office: "神戸運輸監理部",
    addressee: "神戸運輸監理部長",
    guideline: "基本方針",
    processing: { days: 30, unit: "days" },
    indicator: "labour-productivity",
    months: 60,
    baseline: parts(61200, 512000, 88400, 118),
    target: parts(83000, 540000, 96000, 119),
    required: "2",
    growthPercentText: "7.76",
  },
  {
    name: "建設業・大阪",
    industry: "0611",
    prefecture: "27",
    office: "近畿地方整備局",
    addressee: "近畿地方整備局長",
    guideline: "建設業",
    processing: { days: 30, unit: "days" },
    indicator: "labour-productivity-basic",
    months: 48,
    baseline: parts(9100, 58200, 4300, 12),
    target: parts(10900, 60100, 5600, 12),
    required: "1.5",
    growthPercentText: "6.98",
  },
  {
    name: "介護・福岡・離職率",
    industry: "8541",
    prefecture: "40",
    office: "九州厚生局",
    addressee: "九州厚生局長",
    guideline: "介護",
    processing: { days: 30, unit: "days" },
    indicator: "turnover",
    months: 36,
    baseline: "18.4",
    target: "14.9",
    required: null,
    growthPercentText: "-19.02",
  },
];

describe("例の計画", () => {
  it.each(plans)("$name は $addressee 宛て、指針は$guideline", (plan) => {
    const answer = routePlan(rulebook, {
      revision: 14,
      industry: plan.industry,
      prefecture: plan.prefecture,
      on: "2026-12-01",
    });
    if (answer.kind !== "office") throw new Error(answer.kind);
    expect(answer).toMatchObject({
      office: { name: plan.office },
      addressee: plan.addressee,
      guideline: { name: plan.guideline },
      electronic: true,
      processing: plan.processing,
    });
    const indicator = rulebook.guidelines.get(answer.guideline.id)?.indicators.get(plan.indicator);
    if (indicator === undefined) throw new Error(plan.indicator);
    expect(compareWithFloor(indicator, plan.months, plan.baseline, plan.target)).toMatchObject({
      required: plan.required,
      growthPercentText: plan.growthPercentText,
      meets: true,
      improved: true,
    });
  });

  it("製造業の例の労働生産性は 5,747.17 から 6,200.00 千円/人", () => {
    expect(formatExact(parts(18970, 214000, 31400, 46), 2)).toBe("5,747.17");
    expect(formatExact(parts(29800, 223000, 38600, 47), 2)).toBe("6,200.00");
  });

  it("同じ倉庫業でも大阪なら近畿運輸局長", () => {
    const answer = routePlan(rulebook, {
      revision: 14,
      industry: "4711",
      prefecture: "27",
      on: "2026-12-01",
    });
    expect(answer).toMatchObject({ kind: "office", addressee: "近畿運輸局長" });
  });
});
