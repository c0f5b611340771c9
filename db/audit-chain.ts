/** 監査の鎖。各行のハッシュは、前の行のハッシュと自分の中身から作る。 */
import { createHash } from "node:crypto";

export const CHAIN_START = "0".repeat(64);

export type ChainedFields = {
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly previousHash: string;
};

/** 鍵の順に依らない JSON。 */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** 行のハッシュ（SHA-256、16進）。 */
export const chainHash = (row: ChainedFields): string =>
  createHash("sha256")
    .update(
      canonical({
        at: row.at,
        actorId: row.actorId,
        actorName: row.actorName,
        actorRole: row.actorRole,
        action: row.action,
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        details: row.details,
        requestId: row.requestId,
        previousHash: row.previousHash,
      }),
    )
    .digest("hex");

export type ChainedRow = ChainedFields & { readonly sequence: number; readonly hash: string };

/** 鎖の切れ目。content: 行の中身がハッシュと合わない。link: 前の行とつながらない（行が抜けた、入れ替わった）。 */
export type ChainBreak = { readonly sequence: number; readonly reason: "content" | "link" };

/**
 * 鎖の続きの中で、最初に切れている行を探す。
 * @param rows 古い順の行
 * @param previousHash 直前の行のハッシュ。先頭からなら CHAIN_START
 * @returns 切れ目。どこも切れていなければ null
 */
export function firstBreak(rows: readonly ChainedRow[], previousHash: string): ChainBreak | null {
  let previous = previousHash;
  for (const row of rows) {
    if (row.previousHash !== previous) return { sequence: row.sequence, reason: "link" };
    if (chainHash(row) !== row.hash) return { sequence: row.sequence, reason: "content" };
    previous = row.hash;
  }
  return null;
}
