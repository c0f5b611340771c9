/** 監査の鎖。各行のハッシュは、前の行のハッシュと自分の中身から作る。 */
import { hash } from "node:crypto";

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

const text = JSON.stringify;

/** 行のハッシュ（SHA-256、16進）。鍵の名前の順に並べた JSON から作る。並べる順を変えると、前の行が確かめられなくなる。 */
export const chainHash = (row: ChainedFields): string =>
  hash(
    "sha256",
    `{"action":${text(row.action)},"actorId":${text(row.actorId)},"actorName":${text(row.actorName)},` +
      `"actorRole":${text(row.actorRole)},"at":${text(row.at)},"details":${canonical(row.details)},` +
      `"previousHash":${text(row.previousHash)},"requestId":${text(row.requestId)},` +
      `"subjectId":${text(row.subjectId)},"subjectKind":${text(row.subjectKind)}}`,
  );

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
