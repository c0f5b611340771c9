/**
 * 局の担当の決まり。受理した申請を誰の担当にするかを、指針と業種の大分類から決める。
 * 条件の細かい決まりが先に当たる。担当が二人以上なら、順に回す。
 */

/** 一つの決まり。条件が空文字なら、どれにでも当たる。 */
export type AssignRule = {
  readonly id: string;
  readonly guidelineId: string;
  /** 産業分類の大分類（"E"）。 */
  readonly division: string;
  /** 担当にする職員の id。回す順。 */
  readonly assignees: readonly string[];
  /** これまでに回した数。 */
  readonly turn: number;
};

export type Assigned = { readonly rule: AssignRule; readonly assigneeId: string };

/**
 * @param rules その局の決まり。同じ細かさなら前にある方が当たる
 * @param facts 申請の指針と業種の大分類。分からなければ空文字
 * @param present いま局にいる職員の id。局を離れた人には回さない
 * @returns 当たる決まりがないか、当たる決まりの職員がみな局を離れていれば null
 */
export function assigneeBy(
  rules: readonly AssignRule[],
  facts: { readonly guidelineId: string; readonly division: string },
  present: ReadonlySet<string>,
): Assigned | null {
  const fitting = rules
    .filter(
      ({ guidelineId, division }) =>
        (guidelineId === "" || guidelineId === facts.guidelineId) &&
        (division === "" || division === facts.division),
    )
    .toSorted((one, other) => narrowness(other) - narrowness(one));
  for (const rule of fitting) {
    const here = rule.assignees.filter((id) => present.has(id));
    const assigneeId = here[rule.turn % Math.max(1, here.length)];
    if (assigneeId !== undefined) return { rule, assigneeId };
  }
  return null;
}

/** 条件の細かさ。指針の条件は、業種の条件より細かい。 */
const narrowness = ({ guidelineId, division }: AssignRule): number =>
  (guidelineId === "" ? 0 : 2) + (division === "" ? 0 : 1);
