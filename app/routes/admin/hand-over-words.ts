/** 引継ぎの取込みの状態の言葉。 */
import type { Tone } from "#app/ui/tones.ts";

export const runStates: Readonly<
  Record<"running" | "done" | "mismatched", { readonly label: string; readonly tone: Tone }>
> = {
  running: { label: "途中", tone: "warning" },
  done: { label: "終わり", tone: "success" },
  mismatched: { label: "突き合わせが合わない", tone: "danger" },
};
