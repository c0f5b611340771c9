import { type DueDay, dueWords } from "#app/domain/worklist/due-day.ts";
import { Tag } from "../primitives/Tag.tsx";
import type { Tone } from "../tones.ts";

const pressingTone = { over: "danger", soon: "warning", ample: "neutral" } as const satisfies Record<
  string,
  Tone
>;

/** 処理の目安の日までの札（超過3日、残り5日、停止中）。目安の日がなければ何も出さない。 */
export function DueTag({ due }: { readonly due: DueDay }) {
  if (due.kind === "none") return null;
  return <Tag tone={due.kind === "stopped" ? "info" : pressingTone[due.pressing]}>{dueWords(due)}</Tag>;
}
