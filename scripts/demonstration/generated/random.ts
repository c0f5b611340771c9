/** 種から決まる乱数。同じ種なら、いつでもどの機械でも同じ列になる（mulberry32）。 */
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
  /** UUID の形の id。 */
  id(): string;
};

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
  const hex = (length: number): string => Array.from({ length }, () => integer(0, 15).toString(16)).join("");
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
      let point = next() * from.reduce((total, [, weight]) => total + weight, 0);
      for (const [value, weight] of from) {
        point -= weight;
        if (point < 0) return value;
      }
      return pick(from)[0];
    },
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`,
  };
}
