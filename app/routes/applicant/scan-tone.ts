import type { ScanState } from "#app/domain/attachment/scan-state.ts";
import type { Tone } from "#app/ui/tones.ts";

/** 検査の状態の色。言葉は domain の scanStateWords が持つ。 */
export const scanTone = {
  scanning: "progress",
  clean: "success",
  unscanned: "warning",
  infected: "danger",
} as const satisfies Record<ScanState, Tone>;
