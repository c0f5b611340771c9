/** 外に控えた監査の頭と、いまの鎖の突き合わせ。末尾の切取りと、古いデータベースの書戻しが分かる。 */
import { z } from "zod";
import type { ChainedRow } from "./audit-chain.ts";
import { treeRoot } from "./audit-tree.ts";

export const HEAD_FORMAT = "keieiryoku-audit-head/v1";

/** 控えの中身。署名して外に置く。 */
export const auditHead = z.object({
  format: z.literal(HEAD_FORMAT),
  origin: z.string(),
  /** 控えた日（Tokyo）。 */
  day: z.string(),
  /** 前の控えの次の行から、控えた時の末尾の行まで。 */
  from: z.number().int().positive(),
  to: z.number().int().positive(),
  /** 末尾の行のハッシュ。 */
  hash: z.string(),
  /** from から to までの行のハッシュの木の根。 */
  root: z.string(),
  madeAt: z.string(),
});
export type AuditHead = z.infer<typeof auditHead>;

/**
 * cut: 控えた末尾の行が無い（末尾が切り取られた、古いファイルに戻された）。
 * changed: その行のハッシュが控えと違う。root: 末尾は同じでも、間の行が控えと違う。
 * gap: 前の控えとの間に、どの控えにもない行がある（控えのファイルが抜けた）。
 */
export type HeadFault = {
  readonly day: string;
  readonly kind: "cut" | "changed" | "root" | "gap";
  readonly sequence: number;
};

export type HeadChecker = {
  /** 鎖の続きの行。古い順に、抜かずに渡す。 */
  feed(rows: readonly Pick<ChainedRow, "sequence" | "hash">[]): void;
  /** 鎖を読み終えた後の、合わない控え。 */
  faults(): readonly HeadFault[];
};

/** @param heads 控え。古い日から */
export function headChecker(heads: readonly AuditHead[]): HeadChecker {
  const waiting = [...heads];
  const found: HeadFault[] = heads.flatMap(({ day, from }, index) => {
    const expected = (heads[index - 1]?.to ?? 0) + 1;
    return from === expected ? [] : [{ day, kind: "gap" as const, sequence: expected }];
  });
  let hashes: string[] = [];
  return {
    feed(rows) {
      for (const { sequence, hash } of rows) {
        const head = waiting[0];
        if (head === undefined) return;
        if (sequence >= head.from) hashes.push(hash);
        if (sequence < head.to) continue;
        waiting.shift();
        const fault =
          sequence > head.to
            ? "cut"
            : hash !== head.hash
              ? "changed"
              : treeRoot(hashes) === head.root
                ? null
                : "root";
        if (fault !== null) found.push({ day: head.day, kind: fault, sequence: head.to });
        hashes = [];
      }
    },
    faults: () => [...found, ...waiting.map(({ day, to }) => ({ day, kind: "cut" as const, sequence: to }))],
  };
}
