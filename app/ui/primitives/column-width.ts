export type Twelfths = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** style 属性を使えない（CSP）ため、列の幅は 12 分割の決まったクラスから選ぶ。 */
export const columnWidths: Readonly<Record<Twelfths, string>> = {
  1: "w-1/12",
  2: "w-2/12",
  3: "w-3/12",
  4: "w-4/12",
  5: "w-5/12",
  6: "w-6/12",
  7: "w-7/12",
  8: "w-8/12",
  9: "w-9/12",
  10: "w-10/12",
  11: "w-11/12",
  12: "w-full",
};

/**
 * 相対幅を 12 分割に丸める。
 * @param weights 列ごとの相対幅（正の数）
 * @returns 列ごとの 1〜12。丸めるので合計は 12 と限らない
 */
export function twelfths(weights: readonly number[]): readonly Twelfths[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => {
    const share = total > 0 ? Math.round((weight / total) * 12) : 1;
    return Math.min(12, Math.max(1, share)) as Twelfths;
  });
}
