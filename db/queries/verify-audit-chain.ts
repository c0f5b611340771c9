/** 監査の鎖を先頭から末尾まで調べる。書込みを止めずに、少しずつ読む。 */
import { asc, gt } from "drizzle-orm";
import type { HeadChecker } from "../audit-heads.ts";
import { CHAIN_START, type ChainBreak, firstBreak } from "../audit-chain.ts";
import type { Database } from "../client.ts";
import { auditEntries } from "../schema/index.ts";

/** 鎖の一点。外に控えておけば、その後に末尾が切り取られたことも分かる。 */
export type ChainAnchor = { readonly sequence: number; readonly hash: string };

export type ChainReport = {
  /** 調べた行の数。 */
  readonly rows: number;
  /** 鎖の末尾。一行もなければ null。 */
  readonly head: ChainAnchor | null;
  /** 最初の切れ目。どこも切れていなければ null。 */
  readonly broken: ChainBreak | { readonly sequence: number; readonly reason: "anchor" } | null;
};

/**
 * @param options.anchor 前に控えた一点。その行が今もそのハッシュであることを確かめる
 * @param options.pageSize 一度に読む行の数
 * @param options.heads 外に控えた頭の突き合わせ。読んだ行を渡す
 */
export async function verifyAuditChain(
  database: Database,
  options: { readonly anchor?: ChainAnchor; readonly pageSize?: number; readonly heads?: HeadChecker } = {},
): Promise<ChainReport> {
  const { anchor, pageSize = 2_000 } = options;
  let head = null as ChainAnchor | null;
  let rows = 0;
  let anchored = anchor === undefined;
  for (;;) {
    const page = database.reader
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.sequence, head?.sequence ?? 0))
      .orderBy(asc(auditEntries.sequence))
      .limit(pageSize)
      .all();
    const broken = firstBreak(page, head?.hash ?? CHAIN_START);
    rows += page.length;
    options.heads?.feed(page);
    const last = page.at(-1);
    if (broken !== null || last === undefined) {
      const lost =
        anchor !== undefined && !anchored ? { sequence: anchor.sequence, reason: "anchor" as const } : null;
      return { rows, head, broken: broken ?? lost };
    }
    anchored ||= page.some((row) => row.sequence === anchor?.sequence && row.hash === anchor.hash);
    head = { sequence: last.sequence, hash: last.hash };
    // 長い鎖でも、ほかの仕事に順番を譲る。
    await new Promise((resolve) => setImmediate(resolve));
  }
}
