/** メールを一通送る仕事。 */
import { z } from "zod";
import type { OutboxDraft } from "#db/write-plan.ts";

export const mailJob = z.object({
  /** 申請によらないメール（一日のまとめなど）は null。 */
  applicationId: z.string().nullable(),
  side: z.enum(["applicant", "office"]).default("applicant"),
  template: z.string(),
  toName: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  body: z.string(),
});

export type MailJob = z.output<typeof mailJob>;

/** @param key 同じ知らせを二度入れないための鍵。Message-ID もこれから作る */
export const mailJobDraft = (key: string, job: MailJob): OutboxDraft => ({
  topic: "mail",
  key,
  applicationId: job.applicationId,
  payload: job,
});
