/** 認定通知書のほかの決定の通知書（不認定、取消し）と、それを作る仕事。 */
import type { OutboxDraft } from "#db/write-plan.ts";

export type DecisionLetter = "decline" | "revocation";

/** 仕事の名前。 */
export const letterTopics = {
  decline: "issueDeclineNotice",
  revocation: "issueRevocationNotice",
} as const satisfies Record<DecisionLetter, string>;

export const letterJob = (letter: DecisionLetter, applicationId: string): OutboxDraft => ({
  topic: letterTopics[letter],
  key: applicationId,
  payload: { applicationId },
});
