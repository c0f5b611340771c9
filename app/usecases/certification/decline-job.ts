/** 不認定通知書を作る仕事。 */
import type { OutboxDraft } from "#db/write-plan.ts";

export const declineJob = (applicationId: string): OutboxDraft => ({
  topic: "issueDeclineNotice",
  key: applicationId,
  payload: { applicationId },
});
