/** 種から決まる乱数。同じ種なら、いつでもどの機械でも同じ列になる（mulberry32）。 */
import { hash } from "node:crypto";

export type Random = {
  /** 0 以上 1 未満。 */
  next(): number;
  /** 両端を含む整数。 */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** 重なりのない count 個（足りなければある分だけ）。 */
  sample<T>(from: readonly T[], count: number): readonly T[];
  /** 重みの割合で一つ。 */
  weighted<T>(from: readonly (readonly [value: T, weight: number])[]): T;
};

/** 32 ビットの数をよく混ぜる（murmur3 の仕上げ）。違う数は必ず違う数になる。 */
function mixed(value: number): number {
  let state = value >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2_ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** 乱数の使い道。同じ番号でも、使い道が違えば違う列になる。 */
const uses = { company: 1, place: 2, plan: 3 } as const;

/** 種と使い道の中の、index 番目だけの乱数。ほかの番号を作らなくても同じ列になる。 */
export const randomAt = (seed: number, use: keyof typeof uses, index: number): Random =>
  createRandom(mixed(mixed(Math.imul(seed, 4) + uses[use]) + index));

/** 文字から決まる、UUID の形の id。 */
export function idOf(text: string): string {
  const hex = hash("sha256", text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError("選ぶ物がありません。");
    return from[integer(0, from.length - 1)] as T;
  };
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick,
    sample(from, count) {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () => {
        const at = integer(0, left.length - 1);
        const [taken] = left.splice(at, 1);
        return taken as (typeof from)[number];
      });
    },
    weighted(from) {
      let total = 0;
      for (const [, weight] of from) total += weight;
      let point = next() * total;
      for (const [value, weight] of from) {
        point -= weight;
        if (point < 0) return value;
      }
      return pick(from)[0];
    },
  };
}
