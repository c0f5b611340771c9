/**
 * ローカルベンチマークの図の目盛り。図を描くためだけの範囲で、業種の基準値や評点ではない
 * （基準値は公表資料で確かめられていない）。
 */
import type { BenchmarkIndicatorId } from "#app/domain/benchmark/local-benchmark.ts";

/** inner は図の中心、outer は外周の値。低いほど良い指標では outer のほうが小さい。 */
export const benchmarkScale: Readonly<
  Record<BenchmarkIndicatorId, { readonly inner: number; readonly outer: number }>
> = {
  salesGrowth: { inner: -20, outer: 20 },
  operatingMargin: { inner: -10, outer: 20 },
  labourProductivity: { inner: -1000, outer: 3000 },
  ebitdaDebtMultiple: { inner: 15, outer: 0 },
  workingCapitalTurnover: { inner: 6, outer: 0 },
  equityRatio: { inner: 0, outer: 100 },
};

/** @returns 中心を 0、外周を 1 とした所。範囲の外は端に描く */
export function placeOnScale(id: BenchmarkIndicatorId, value: number): number {
  const { inner, outer } = benchmarkScale[id];
  return Math.min(1, Math.max(0, (value - inner) / (outer - inner)));
}
