/** 行の並びの突き合わせ。片方だけが並べ替えていればその並び、両方なら保存されている並び。 */

/**
 * @param base 画面が読んだ行の id の並び
 * @param mine 自分の並び
 * @param theirs 保存されている並び
 * @returns 三つに出てくる id の全部。足した行は、足した人の並びで直前にあった行の後に入る
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [lead, other] =
    isReordered(base, theirs) || !isReordered(base, mine) ? [theirs, mine] : [mine, theirs];
  return insertMissing(insertMissing(lead, other), base);
}

/** 両方にある id の順が違うか。 */
function isReordered(base: readonly string[], after: readonly string[]): boolean {
  const present = new Set(after);
  const known = new Set(base);
  const before = base.filter((id) => present.has(id));
  return after.filter((id) => known.has(id)).some((id, index) => id !== before[index]);
}

function insertMissing(order: readonly string[], from: readonly string[]): readonly string[] {
  const result = [...order];
  const present = new Set(order);
  from.forEach((id, index) => {
    if (present.has(id)) return;
    const previous = from[index - 1];
    result.splice(previous === undefined ? 0 : result.indexOf(previous) + 1, 0, id);
    present.add(id);
  });
  return result;
}
