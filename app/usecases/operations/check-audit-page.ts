/** 監査の鎖の、見えている範囲の点検。 */
import { CHAIN_START, type ChainedFields, chainHash } from "#db/audit-chain.ts";

type ChainedRow = ChainedFields & { readonly sequence: number; readonly hash: string };

export type AuditCheck =
  | { readonly kind: "intact"; readonly rows: number }
  /** その番号の行の中身、又は前の行とのつながりが、書いた時と違う。 */
  | { readonly kind: "broken"; readonly sequence: number };

/**
 * @param rows 新しい順の続いた行
 * @param older rows の最後の行の一つ前の行。rows が鎖の始まりを含むなら null
 */
export function checkAuditPage(rows: readonly ChainedRow[], older: ChainedRow | null): AuditCheck {
  const oldestFirst = rows.toReversed();
  let previousHash = older?.hash ?? CHAIN_START;
  for (const row of oldestFirst) {
    if (row.previousHash !== previousHash || chainHash(row) !== row.hash)
      return { kind: "broken", sequence: row.sequence };
    previousHash = row.hash;
  }
  return { kind: "intact", rows: rows.length };
}
