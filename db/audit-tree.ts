/**
 * 監査の行のハッシュから作るハッシュ木（RFC 6962 の Merkle Tree Hash）。
 * 木の根だけを外に控えれば、一行が控えた時のままであることを、ほかの行の中身を見せずに示せる。
 */
import { createHash } from "node:crypto";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const digest = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();
const leafOf = (rowHash: string): Buffer => digest(LEAF, Buffer.from(rowHash, "hex"));

/** 葉の数より小さい、最も大きい二の冪。 */
const splitAt = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return digest();
  if (leaves.length === 1) return only;
  const left = splitAt(leaves.length);
  return digest(NODE, rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

/** @param rowHashes 行のハッシュ（16進）。古い順 */
export const treeRoot = (rowHashes: readonly string[]): string =>
  rootOf(rowHashes.map(leafOf)).toString("hex");

/** 根までの道の一段。side は、隣のハッシュが左右のどちらにあるか。 */
export type ProofStep = { readonly side: "left" | "right"; readonly hash: string };

/**
 * 一行から根までの道。
 * @param index その行の位置（0 から）
 * @returns 葉に近い段から
 */
export function treePath(rowHashes: readonly string[], index: number): readonly ProofStep[] {
  const walk = (leaves: readonly Buffer[], at: number): readonly ProofStep[] => {
    if (leaves.length <= 1) return [];
    const left = splitAt(leaves.length);
    const inLeft = at < left;
    const [own, other] = [leaves.slice(0, left), leaves.slice(left)];
    const below = inLeft ? walk(own, at) : walk(other, at - left);
    const step: ProofStep = inLeft
      ? { side: "right", hash: rootOf(other).toString("hex") }
      : { side: "left", hash: rootOf(own).toString("hex") };
    return [...below, step];
  };
  return walk(rowHashes.map(leafOf), index);
}
