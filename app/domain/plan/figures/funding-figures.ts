/** 7 資金の合計。調達方法ごとの小計を添える。 */

export type FundingRow = {
  readonly method: string | undefined;
  /** 千円。 */
  readonly amount: number | undefined;
};

export type FundingFigures = {
  /** 調達方法の順は、行に初めて現れた順。 */
  readonly byMethod: readonly { readonly method: string; readonly amount: bigint }[];
  /** 千円。 */
  readonly total: bigint;
  /** 金額がまだないか、読めない行の数。合計に入っていない。 */
  readonly without: number;
};

/** 調達方法を選んでいない行の呼び名。 */
const NOT_CHOSEN = "未選択";

/** @param rows 何か書かれた行 */
export function fundingFigures(rows: readonly FundingRow[]): FundingFigures {
  const sums = new Map<string, bigint>();
  let total = 0n;
  for (const { method = NOT_CHOSEN, amount } of rows) {
    if (amount === undefined) continue;
    sums.set(method, (sums.get(method) ?? 0n) + BigInt(amount));
    total += BigInt(amount);
  }
  return {
    byMethod: [...sums].map(([method, amount]) => ({ method, amount })),
    total,
    without: rows.filter(({ amount }) => amount === undefined).length,
  };
}
