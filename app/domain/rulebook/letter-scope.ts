/** 文面の行の当てはまる範囲: 一つの局、一つの省庁、全部。 */
import type { LetterScope } from "./procedure-rules.ts";

/** 行の範囲。どちらも null なら全部。 */
export type Scoped = { readonly ministry: string | null; readonly office: string | null };

/** 全部の局に当てはまる行か。 */
export const isGeneral = ({ ministry, office }: Scoped): boolean => ministry === null && office === null;

/**
 * その局に当てはまるうちで、いちばん細かい範囲の行の組。
 *
 * @param place 局と、その局の省庁。どちらも null なら、全部に当てはまる行だけを見る
 */
export function mostSpecific<R extends Scoped>(
  rows: readonly R[],
  { office, ministry }: Scoped,
): { readonly scope: LetterScope; readonly rows: readonly R[] } {
  const own = rows.filter((row) => office !== null && row.office === office);
  if (own.length > 0) return { scope: "office", rows: own };
  const shared = rows.filter((row) => ministry !== null && row.office === null && row.ministry === ministry);
  if (shared.length > 0) return { scope: "ministry", rows: shared };
  return { scope: "general", rows: rows.filter(isGeneral) };
}
