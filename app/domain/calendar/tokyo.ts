/**
 * 瞬間 (UTC の ISO 文字列) と東京の暦日・時刻の橋渡し。法令の期間は東京の日で数える。
 * 日本標準時は常に UTC+9 で、夏時刻はない (このポータルが扱う 1952 年以後)。
 */
import type { CivilDate } from "./civil-date.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u;
const NINE_HOURS = 9 * 60 * 60 * 1000;

/** 東京の時計が指す日と時刻。 */
export type TokyoClock = { readonly day: CivilDate; readonly hour: number; readonly minute: number };

/**
 * 瞬間を東京の日と時刻にする。
 * @param instantIso UTC または時差付きの ISO 文字列。時差のない文字列は機械の時間帯に左右されるので RangeError
 */
export function tokyoClock(instantIso: string): TokyoClock {
  const epoch = INSTANT.test(instantIso) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(epoch)) throw new RangeError(`瞬間として読めません: ${instantIso}`);
  const local = new Date(epoch + NINE_HOURS).toISOString();
  return {
    day: local.slice(0, 10) as CivilDate,
    hour: Number(local.slice(11, 13)),
    minute: Number(local.slice(14, 16)),
  };
}

/**
 * その瞬間の東京の暦日。
 * @param instantIso UTC または時差付きの ISO 文字列
 */
export const tokyoDay = (instantIso: string): CivilDate => tokyoClock(instantIso).day;

/**
 * その日の始まり（東京の 0 時）の瞬間。
 * @returns UTC の ISO 文字列。例 `2026-12-01` なら `2026-11-30T15:00:00.000Z`
 */
export const startOfTokyoDay = (day: CivilDate): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - NINE_HOURS).toISOString();

/** 日本の時差を付けた書き方（連携の口）。秒より下は切り捨てる。例 `2026-12-01T10:00:00+09:00` */
export const tokyoInstant = (instantIso: string): string =>
  `${new Date(Date.parse(instantIso) + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
