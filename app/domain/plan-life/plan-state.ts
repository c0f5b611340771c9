/**
 * 認定された計画の、その日の様子。実施時期の終わりは日付から導くので、誰かが書き換えるのを待たない。
 * 取消し（法第18条第2項）、辞退、引継ぎで終わった計画は、実施時期の中でも終わっている。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { monthOf } from "../calendar/civil-month.ts";
import type { PlanEnd, PlanEndKind } from "./plan-end.ts";

/** 計画のうち、様子を決める事実。 */
export type PlanTerm = {
  /** YYYY-MM */
  readonly startMonth: string;
  /** YYYY-MM */
  readonly endMonth: string;
  readonly ended: PlanEnd | null;
};

/** beforeStart: 認定を受け、実施時期はまだ始まらない。running: 実施時期の中。expired: 期間満了。 */
export type PlanState = "beforeStart" | "running" | "expired" | PlanEndKind;

export const planStateWords = {
  beforeStart: "実施時期の前",
  running: "実施中",
  expired: "期間満了",
  revoked: "認定取消し",
  surrendered: "認定の辞退",
  succeeded: "引継ぎ済み",
} as const satisfies Record<PlanState, string>;

/**
 * @param on 見る日（Tokyo の日）
 * @returns 途中で終わった計画は、終わった日から後、その終わり方
 */
export function planState({ startMonth, endMonth, ended }: PlanTerm, on: CivilDate): PlanState {
  if (ended !== null && ended.on <= on) return ended.kind;
  const month = monthOf(on);
  if (month > endMonth) return "expired";
  return month < startMonth ? "beforeStart" : "running";
}

/** 変更の認定を申請できる様子か（実施時期の間、又はその前）。 */
export const isAlive = (state: PlanState): state is "beforeStart" | "running" =>
  state === "beforeStart" || state === "running";
