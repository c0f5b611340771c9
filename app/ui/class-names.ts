/**
 * クラス名をつなぐ。偽の値は捨てる。
 * @param names クラス名、または条件が偽のときの値
 * @returns 空白区切りのクラス名。何も残らなければ undefined（属性そのものを出さない）
 */
export function classNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  const kept = names.filter(Boolean);
  return kept.length > 0 ? kept.join(" ") : undefined;
}
