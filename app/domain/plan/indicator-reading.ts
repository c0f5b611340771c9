/** 計画の指標の欄から、A・B・伸びを読み取る。内訳のある指標はここで計算し、自分で決めた指標は名前と向きを補う。 */
import { isAllowedPeriod, planPeriodMonths } from "../calendar/plan-period.ts";
import { exact, formatExact, type Quantity } from "../indicator/exact.ts";
import { compareWithFloor, type FloorComparison, type Floors } from "../indicator/growth.ts";
import type { Guideline, Indicator } from "../rulebook/guideline-rules.ts";
import { computedUnit, computeFromParts, indicatorParts, type PartName, partsOf } from "./indicator-parts.ts";
import { asksForUnit } from "./sections/indicators.ts";
import type { PlanValues } from "./sections.ts";

/** 指標の決まりのうち、計算と画面に要るもの。 */
export type IndicatorRule = Pick<
  Indicator,
  "id" | "name" | "unit" | "direction" | "scale" | "formula" | "inputs"
> & { readonly floors: Floors };

export type IndicatorReading = {
  readonly indicator: IndicatorRule;
  /** 画面に出す単位。内訳から計算した値では、割る内訳で決まる。 */
  readonly unit: string;
  readonly baseline: Quantity;
  readonly target: Quantity;
  readonly baselineText: string;
  readonly targetText: string;
  readonly comparison: FloorComparison;
};

type Side = "baseline" | "target";

/**
 * 下限を選ぶ期間（月）。期間が決まらないうちは36か月の下限と比べず、伸びだけを出す。
 * @returns 36・48・60 でなければ 0
 */
export function floorMonths({ start, end }: PlanValues["period"]): number {
  if (start === undefined || end === undefined) return 0;
  const count = planPeriodMonths(start, end);
  return isAllowedPeriod(count) ? count : 0;
}

/** 選んだ指標。自分で決めた指標では、書かれた名前・単位・良い向きにする。 */
export function chosenIndicator(indicator: IndicatorRule, answers: PlanValues["indicators"]): IndicatorRule {
  const direction =
    indicator.direction === "either" &&
    (answers.customDirection === "up" || answers.customDirection === "down")
      ? answers.customDirection
      : indicator.direction;
  return {
    ...indicator,
    direction,
    name: answers.customName ?? indicator.name,
    unit: asksForUnit(indicator) ? (answers.customUnit ?? "") : indicator.unit,
  };
}

/** 目標の値を書く欄。指摘はここに付ける。 */
export const targetFieldOf = (indicator: { readonly inputs: readonly string[] } | undefined): string => {
  const first = partsOf(indicator?.inputs ?? [])[0];
  return first === undefined ? "target" : `target${indicatorParts[first].suffix}`;
};

/** 内訳の欄の値。 */
export const partValue = (
  answers: PlanValues["indicators"],
  side: Side,
  name: PartName,
): number | undefined => answers[`${side}${indicatorParts[name].suffix}`];

/**
 * @returns 指標が選ばれ、A と B が読めたときだけ
 */
export function readIndicator(
  guideline: Guideline | undefined,
  values: PlanValues,
): IndicatorReading | undefined {
  const rule = guideline?.indicators.get(values.indicators.indicator ?? "");
  return rule === undefined
    ? undefined
    : compareIndicator(rule, values.indicators, floorMonths(values.period));
}

/**
 * @param rule 選ばれた指標の決まり
 * @param months 計画期間（月）。決まらなければ 0
 * @returns A と B が読めたときだけ
 */
export function compareIndicator(
  rule: IndicatorRule,
  answers: PlanValues["indicators"],
  months: number,
): IndicatorReading | undefined {
  const indicator = chosenIndicator(rule, answers);
  const baseline = quantityOf(indicator, answers, "baseline");
  const target = quantityOf(indicator, answers, "target");
  if (baseline === undefined || target === undefined) return undefined;
  return {
    indicator,
    unit: unitOf(indicator, answers),
    baseline,
    target,
    baselineText: displayQuantity(baseline),
    targetText: displayQuantity(target),
    comparison: compareWithFloor(indicator, months, baseline, target),
  };
}

/** 値の単位。内訳から計算する指標では、割る内訳で決まる。 */
export function unitOf(
  { inputs, unit }: Pick<IndicatorRule, "inputs" | "unit">,
  answers: PlanValues["indicators"],
): string {
  const parts = partsOf(inputs);
  return parts.length === 0 ? unit : computedUnit(parts, answers.labourInput === "hours");
}

/**
 * A 又は B の値。内訳のある指標では、内訳から計算する。
 * @returns 値か内訳が足りなければ undefined
 */
export function quantityOf(
  { inputs }: Pick<IndicatorRule, "inputs">,
  answers: PlanValues["indicators"],
  side: Side,
): Quantity | undefined {
  const parts = partsOf(inputs);
  if (parts.length === 0) return answers[side];
  const hourly = answers.labourInput === "hours";
  const hours = answers[`${side}HoursPerWorker`];
  if (hourly && parts.includes("workers") && hours === undefined) return undefined;
  return computeFromParts(parts, (name) => partValue(answers, side, name), hourly ? (hours ?? null) : null);
}

/** 値の表示。小数第 2 位まで。 */
export function displayQuantity(quantity: Quantity): string {
  const value = exact(quantity);
  return value === undefined ? "" : formatExact(value, 2, { trim: true });
}
