/** 変える元の計画が、いまも変えられるか。始める時、申請する時、認定する時に同じ目で見る。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { PlanLifeRefusal } from "./change-refusal.ts";
import { isAlive, planState, type PlanTerm } from "./plan-state.ts";

/**
 * @param plan 計画のいまの姿
 * @param baseVersion 変える元の版
 * @param on その日（Tokyo の日）
 * @returns 終わった計画、先に次の版が認定された計画ではその理由。変えられるなら null
 */
export function changeObstacle(
  plan: PlanTerm & { readonly currentVersion: number },
  baseVersion: number,
  on: CivilDate,
): PlanLifeRefusal | null {
  const state = planState(plan, on);
  if (!isAlive(state)) return { kind: "planEnded", state };
  return plan.currentVersion === baseVersion ? null : { kind: "planMoved", version: plan.currentVersion };
}
