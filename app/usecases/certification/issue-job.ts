/** 認定通知書を作る仕事の名前と鍵。 */
import type { OutboxDraft } from "#db/write-plan.ts";

export const ISSUE_TOPIC = "issueCertificate";

export const issueJobKey = (applicationId: string, edition: number): string =>
  edition === 1 ? applicationId : `${applicationId}:${edition}`;

export const issueJob = (applicationId: string, edition: number): OutboxDraft => ({
  topic: ISSUE_TOPIC,
  key: issueJobKey(applicationId, edition),
  payload: { applicationId, edition },
});
