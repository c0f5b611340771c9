import { type PlanState, planStateWords } from "#app/domain/plan-life/plan-state.ts";
import { Tag } from "../primitives/Tag.tsx";
import { planTone } from "./plan-tone.ts";

/** 計画の様子の札。 */
export function PlanStateTag({ state }: { readonly state: PlanState }) {
  return <Tag tone={planTone[state]}>{planStateWords[state]}</Tag>;
}
