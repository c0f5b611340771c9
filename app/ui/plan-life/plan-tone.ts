import type { PlanState } from "#app/domain/plan-life/plan-state.ts";
import type { Tone } from "../tones.ts";

/** 計画の様子の色。言葉は domain の planStateWords が持つ。 */
export const planTone = {
  beforeStart: "info",
  running: "success",
  expired: "neutral",
  revoked: "danger",
  surrendered: "neutral",
  succeeded: "neutral",
} as const satisfies Record<PlanState, Tone>;
