/**
 * 一つの欄の並びの罫線と地の色を、一枚の下絵として描く。
 * 欄ごとに枠線を付けると、線一本ごとに切抜きの計算が要り、表の多い様式では描く時間の多くを占める。
 * 下絵は並びの高さが決まった後に描かれるので、並びは途中でページをまたがないこと。
 */
import { Canvas } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { INK, RULE_WIDTH } from "./paper.ts";

/** 下絵を描く筆のうち、ここで使う動き。 */
type Painter = {
  rect(left: number, top: number, width: number, height: number): Painter;
  fill(color: string): Painter;
};

/** 塗る帯。left から width の幅で、並びの上から下まで。 */
type ShadedBand = { readonly left: number; readonly width: number };

const FILLS_PARENT = { position: "absolute", top: 0, left: 0, right: 0, bottom: 0 } as const;

/**
 * @param verticals 縦の罫線の左端の位置 pt
 * @param top 上の横線の範囲（左端、右端）。無ければ引かない
 * @param bottom 下の横線の範囲
 */
export function RuledLines(props: {
  readonly verticals: readonly number[];
  readonly top?: readonly [from: number, to: number] | undefined;
  readonly bottom?: readonly [from: number, to: number] | undefined;
  /** 下の横線を太くし、件の切れ目を見せる。 */
  readonly heavy?: boolean;
  readonly shaded?: ShadedBand | undefined;
}): ReactElement {
  const paint = (painter: Painter, _width: number, height: number): null => {
    const { shaded, top, bottom } = props;
    if (shaded !== undefined) painter.rect(shaded.left, 0, shaded.width, height).fill(INK.shade);
    for (const left of props.verticals) painter.rect(left, 0, RULE_WIDTH, height);
    if (top !== undefined) painter.rect(top[0], 0, top[1] - top[0], RULE_WIDTH);
    const under = props.heavy === true ? 2 * RULE_WIDTH : RULE_WIDTH;
    if (bottom !== undefined) painter.rect(bottom[0], height - under, bottom[1] - bottom[0], under);
    painter.fill(INK.rule);
    return null;
  };
  return <Canvas style={FILLS_PARENT} paint={paint} />;
}
