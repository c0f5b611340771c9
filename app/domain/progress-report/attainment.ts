/** 目標に対する実績。比べる計算は丸めず、丸めは表示のときだけ行う。 */
import { add, compare, divide, exact, type Exact, formatExact, subtract } from "../indicator/exact.ts";
import { compareWithFloor } from "../indicator/growth.ts";
import type { Indicator } from "../rulebook/guideline-rules.ts";

export type Attainment = {
  /** 実績の値の表示。小数第 2 位まで。 */
  readonly actualText: string;
  /** 現状から目標までのうち、どれだけ進んだか（%）。現状と目標が同じなら null。 */
  readonly percentText: string | null;
  /** 現状からの変わり方（例: 「3.5ポイントの改善」）。 */
  readonly changeText: string;
  /** 目標に届いたか。良い向きの決まらない指標では、目標と同じときだけ true。 */
  readonly reached: boolean;
};

type Sides = { readonly baseline: Exact; readonly target: Exact };

/** @param actual 事業年度の実績 */
export function attainment(
  indicator: Sides & {
    readonly direction: Indicator["direction"];
    readonly unit: string;
    readonly scale: Indicator["scale"];
  },
  actual: Exact,
): Attainment {
  const { baseline, target, direction, unit, scale } = indicator;
  const distance = subtract(target, baseline);
  const done = subtract(actual, baseline);
  const order = compare(actual, target);
  return {
    actualText: formatExact(actual, 2, { trim: true }),
    percentText:
      distance.numerator === 0n ? null : formatExact(hundredfold(divide(done, distance)), 1, { trim: true }),
    changeText: compareWithFloor({ direction, unit, scale, floors: new Map() }, 0, baseline, actual)
      .improvementText,
    reached: direction === "up" ? order >= 0 : direction === "down" ? order <= 0 : order === 0,
  };
}

const hundredfold = ({ numerator, denominator }: Exact): Exact => ({
  numerator: numerator * 100n,
  denominator,
});

/**
 * 現状から目標までを同じ幅で進むとしたときの、その年の目安。計画に書かれた値ではない。
 *
 * @param step 何年目か（1 から）
 * @param steps 計画の報告の年の数
 */
export function guide({ baseline, target }: Sides, step: number, steps: number): Exact {
  const whole = subtract(target, baseline);
  return add(baseline, {
    numerator: whole.numerator * BigInt(step),
    denominator: whole.denominator * BigInt(Math.max(1, steps)),
  });
}

/** 凍結した値の表示から、図と表に使う数に戻す。 */
export const frozenQuantity = (text: string): Exact | undefined => exact(text.replaceAll(",", ""));
