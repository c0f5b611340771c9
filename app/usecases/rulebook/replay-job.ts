/** 申請の再計算の、一つの仕事。 */
import type { OutboxDraft } from "#db/write-plan.ts";

/** @param from 何番目の申請から読むか */
export const replayJob = (replayId: string, from: number): OutboxDraft => ({
  topic: "replayEdition",
  key: `${replayId}:${from}`,
  payload: { replayId, from },
});
