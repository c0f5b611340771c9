/** 報告の元になる、認定された版の目標と実施事項。版の中身（紙の認定など）が無ければ、数の欄の無い報告になる。 */
import { type Exact, exact, type Quantity } from "../indicator/exact.ts";
import type { RawAnswers } from "../plan/field.ts";
import {
  chosenIndicator,
  displayQuantity,
  type IndicatorRule,
  partValue,
  quantityOf,
  unitOf,
} from "../plan/indicator-reading.ts";
import { computeFromParts, indicatorParts, type PartName, partsOf } from "../plan/indicator-parts.ts";
import { measureLetter } from "../plan/options.ts";
import { readPlan } from "../plan/read-section.ts";
import type { PlanValues } from "../plan/sections.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** 実績を書く一つの数。 */
export type ReportedPart = {
  /** 欄の名前。 */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly help: string;
  /** 整数か、小数も書けるか。 */
  readonly decimal: boolean;
  /** 認定された現状と目標の表示。 */
  readonly baselineText: string;
  readonly targetText: string;
};

export type ReportTargets = {
  readonly indicator: {
    readonly name: string;
    readonly unit: string;
    readonly formula: string;
    readonly direction: IndicatorRule["direction"];
    readonly scale: IndicatorRule["scale"];
    readonly baseline: Exact;
    readonly target: Exact;
    readonly parts: readonly ReportedPart[];
    /** 書かれた数から指標の値を計算する。足りなければ undefined。 */
    readonly valueOf: (actual: (name: string) => string | undefined) => Exact | undefined;
  } | null;
  readonly measures: readonly { readonly id: string; readonly label: string; readonly description: string }[];
};

/** 版の中身が無い計画の、目標の無い報告。 */
export const noTargets: ReportTargets = { indicator: null, measures: [] };

/**
 * @param rulebook 認定された提出に留めた版
 * @param guidelineId 計画の指針
 */
export function reportTargets(
  rulebook: Rulebook,
  guidelineId: string | null,
  answers: RawAnswers,
): ReportTargets {
  const { values } = readPlan(answers);
  const rule = rulebook.guidelines.get(guidelineId ?? "")?.indicators.get(values.indicators.indicator ?? "");
  return {
    indicator: rule === undefined ? null : indicatorTargets(rule, values.indicators),
    measures: values.measures.measures.map(({ id, description }, index) => ({
      id,
      label: `実施事項 ${measureLetter(index)}`,
      description: description ?? "",
    })),
  };
}

function indicatorTargets(
  rule: IndicatorRule,
  answers: PlanValues["indicators"],
): ReportTargets["indicator"] {
  const indicator = chosenIndicator(rule, answers);
  const baseline = exactOf(quantityOf(indicator, answers, "baseline"));
  const target = exactOf(quantityOf(indicator, answers, "target"));
  if (baseline === undefined || target === undefined) return null;
  const parts = partsOf(indicator.inputs);
  const hourly = answers.labourInput === "hours" && parts.includes("workers");
  const unit = unitOf(indicator, answers);
  return {
    name: indicator.name,
    unit,
    formula: indicator.formula ?? "",
    direction: indicator.direction,
    scale: indicator.scale,
    baseline,
    target,
    parts:
      parts.length === 0
        ? [
            {
              name: "actual",
              label: `${indicator.name}の実績`,
              unit,
              help: "報告する事業年度の値です。単位は付けずに数だけを書きます。",
              decimal: true,
              baselineText: displayQuantity(baseline),
              targetText: displayQuantity(target),
            },
          ]
        : [...parts.map((name) => reportedPart(name, answers)), ...(hourly ? [hoursPart(answers)] : [])],
    valueOf: (actual) => {
      if (parts.length === 0) return exact(actual("actual") ?? "");
      const hours = hourly ? Number(actual(HOURS) ?? Number.NaN) : null;
      if (hours !== null && !Number.isInteger(hours)) return undefined;
      return computeFromParts(parts, (name) => numberOf(actual(nameOf(name))), hours);
    },
  };
}

const HOURS = "actualHoursPerWorker";
const nameOf = (part: PartName): string => `actual${indicatorParts[part].suffix}`;
const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text === "" ? undefined : Number(text);
const exactOf = (quantity: Quantity | undefined): Exact | undefined =>
  quantity === undefined ? undefined : exact(quantity);

const countText = (value: number | undefined): string => value?.toLocaleString("ja-JP") ?? "";

const reportedPart = (name: PartName, answers: PlanValues["indicators"]): ReportedPart => ({
  name: nameOf(name),
  label: indicatorParts[name].label,
  unit: indicatorParts[name].unit,
  help: indicatorParts[name].help,
  decimal: false,
  baselineText: countText(partValue(answers, "baseline", name)),
  targetText: countText(partValue(answers, "target", name)),
});

const hoursPart = (answers: PlanValues["indicators"]): ReportedPart => ({
  name: HOURS,
  label: "1人当たり年間就業時間",
  unit: "時間",
  help: "一年に働いた時間の合計を、労働者数で割った時間です。",
  decimal: false,
  baselineText: countText(answers.baselineHoursPerWorker),
  targetText: countText(answers.targetHoursPerWorker),
});
