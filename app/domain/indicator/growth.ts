/**
 * 指標の伸び率 (B−A)÷A と、指針が求める下限との比べ方。法第17条第2項第2号の「経営の向上の程度を示す指標」。
 * 計画期間全体の伸びで、年率ではない。離職率のように低いほど良い指標は、下がった分を伸びとみなす。
 */
import type { Certainty } from "#app/domain/rulebook/certainty.ts";
import type { GrowthFloor, Indicator } from "#app/domain/rulebook/guideline-rules.ts";
import {
  absolute,
  add,
  approximate,
  compare,
  divide,
  exact,
  formatExact,
  negate,
  roundToward,
  subtract,
  type Exact,
  type Quantity,
} from "./exact.ts";

/** baselineNotPositive は A が 0 以下で、分母に絶対値を使ったこと。 */
export type Growth =
  | { readonly kind: "growth"; readonly percent: Exact; readonly baselineNotPositive: boolean }
  | { readonly kind: "baselineZero" }
  | { readonly kind: "notANumber" };

/**
 * 伸び率（%）。
 *
 * @param baseline A 現状
 * @param target B 計画終了時の目標
 * @returns 負の A は絶対値を分母にする。A が 0 なら計算できない
 */
export function growth(baseline: Quantity, target: Quantity): Growth {
  const a = exact(baseline);
  const b = exact(target);
  if (a === undefined || b === undefined) return { kind: "notANumber" };
  if (a.numerator === 0n) return { kind: "baselineZero" };
  const ratio = divide(subtract(b, a), absolute(a));
  return {
    kind: "growth",
    percent: { numerator: ratio.numerator * 100n, denominator: ratio.denominator },
    baselineNotPositive: a.numerator < 0n,
  };
}

export type FloorComparison = {
  /** 伸び率 (B−A)÷A の表示。小数第 2 位まで（例: "7.88"）。計算できなければ null。 */
  readonly growthPercentText: string | null;
  /** 良い向きを正とした伸び %（離職率 18.4→14.9 なら "19.02"）。向きが決まらなければ伸び率のまま。 */
  readonly gainPercentText: string | null;
  /** 図を描くための gain の近似値。 */
  readonly gainPercent: number | null;
  /** 下限にちょうど届く目標。小数第 2 位までで、満たす側に丸める。下限がなければ null。 */
  readonly requiredTargetText: string | null;
  /** 求められる伸び率 %（例: "1.5"）。確認できた下限がなければ null。 */
  readonly required: string | null;
  /** 下限を満たすか。下限がなければ true、計算できなければ false。 */
  readonly meets: boolean;
  /** 良い方向に動いたか。方向を事業者が決める指標では null。 */
  readonly improved: boolean | null;
  readonly direction: Indicator["direction"];
  /** 画面に出す言い方（例: 「3.5ポイントの改善」）。計算できなければ空。 */
  readonly improvementText: string;
  /** 下限の確かさ。下限がなければ unknown。 */
  readonly floorCertainty: Certainty;
  /** A が 0 以下で、審査で確かめる必要がある。 */
  readonly baselineNotPositive: boolean;
  readonly problem: "notANumber" | "baselineZero" | null;
};

/** 計画期間（月）→ 伸び率の下限。 */
export type Floors = ReadonlyMap<number, Pick<GrowthFloor, "floorPercent" | "certainty">>;

type IndicatorFacts = Pick<Indicator, "direction" | "scale" | "unit"> & { readonly floors: Floors };

/**
 * 指標の伸びを、計画期間に応じた下限と比べる。比べるときは丸めない。
 *
 * @param months 計画期間（36・48・60 か月）
 */
export function compareWithFloor(
  indicator: IndicatorFacts,
  months: number,
  baseline: Quantity,
  target: Quantity,
): FloorComparison {
  const floor = indicator.floors.get(months);
  const result = growth(baseline, target);
  const shared = {
    required: floor?.floorPercent ?? null,
    direction: indicator.direction,
    floorCertainty: floor?.certainty ?? "unknown",
    requiredTargetText:
      floor === undefined ? null : requiredTarget(indicator.direction, baseline, floor.floorPercent),
  } as const;
  if (result.kind !== "growth") {
    return {
      ...shared,
      growthPercentText: null,
      gainPercentText: null,
      gainPercent: null,
      meets: false,
      improved: null,
      improvementText: "",
      baselineNotPositive: result.kind === "baselineZero",
      problem: result.kind,
    };
  }
  const gain = indicator.direction === "down" ? negate(result.percent) : result.percent;
  const required = floor === undefined ? undefined : exact(floor.floorPercent);
  return {
    ...shared,
    growthPercentText: formatExact(result.percent, 2, { trim: false }),
    gainPercentText: formatExact(gain, 2, { trim: false }),
    gainPercent: approximate(gain),
    meets: required === undefined || compare(gain, required) >= 0,
    improved: indicator.direction === "either" ? null : gain.numerator > 0n,
    improvementText: improvementText(indicator, result.percent, baseline, target),
    baselineNotPositive: result.baselineNotPositive,
    problem: null,
  };
}

/** A から下限まで動いた値。低いほど良い指標では、A から引く。 */
function requiredTarget(
  direction: Indicator["direction"],
  baseline: Quantity,
  floorPercent: string,
): string | null {
  const a = exact(baseline);
  const floor = exact(floorPercent);
  if (a === undefined || floor === undefined || a.numerator === 0n) return null;
  const size = absolute(a);
  const step: Exact = {
    numerator: size.numerator * floor.numerator,
    denominator: size.denominator * floor.denominator * 100n,
  };
  const bound = direction === "down" ? subtract(a, step) : add(a, step);
  return formatExact(roundToward(bound, 2, direction === "down" ? "down" : "up"), 2, { trim: true });
}

/** % の指標は差をポイントで、他は伸び率で言う。低いほど良い指標の低下は「改善」と言う。 */
function improvementText(
  indicator: IndicatorFacts,
  percent: Exact,
  baseline: Quantity,
  target: Quantity,
): string {
  const { numerator } = percent;
  if (numerator === 0n) return "変化なし";
  const a = exact(baseline);
  const b = exact(target);
  const size =
    indicator.scale === "ratio" && a !== undefined && b !== undefined
      ? `${formatExact(absolute(subtract(b, a)), 2, { trim: true })}ポイント`
      : `${formatExact(absolute(percent), 2, { trim: true })}%`;
  if (indicator.direction === "either") return `${size}の${numerator > 0n ? "増加" : "減少"}`;
  return `${size}の${numerator > 0n === (indicator.direction === "up") ? "改善" : "悪化"}`;
}
