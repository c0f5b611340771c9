import type { ShownStatus } from "#app/domain/workflow/statuses.ts";
import type { Tone } from "../tones.ts";

/** 申請の状態の色。言葉は domain の statusWords が持つ。 */
export const statusTone = {
  draft: "neutral",
  submitted: "info",
  accepted: "progress",
  underReview: "progress",
  returned: "warning",
  certified: "success",
  declined: "danger",
  withdrawn: "neutral",
  revoked: "danger",
} as const satisfies Record<ShownStatus, Tone>;
