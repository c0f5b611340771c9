/** 試験が動かす時計。 */
import type { Clock } from "#app/adapters/clock/clock-port.ts";

export type TestClock = Clock & {
  /** その瞬間に合わせる（UTC 又は時差付きの ISO 文字列）。 */
  set(iso: string): void;
  /** 進める。 */
  advance(by: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void;
};

const MINUTE = 60_000;

/**
 * @param iso 始まりの瞬間（例 `2026-12-01T01:00:00.000Z` は東京の 10 時）
 */
export function createTestClock(iso: string): TestClock {
  let epoch = parse(iso);
  return {
    now: () => new Date(epoch).toISOString(),
    set(next) {
      epoch = parse(next);
    },
    advance({ days = 0, hours = 0, minutes = 0 }) {
      epoch += ((days * 24 + hours) * 60 + minutes) * MINUTE;
    },
  };
}

function parse(iso: string): number {
  const epoch = Date.parse(iso);
  if (Number.isNaN(epoch)) throw new RangeError(`瞬間として読めません: ${iso}`);
  return epoch;
}
