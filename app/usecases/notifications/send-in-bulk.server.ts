/** 大勢への同じ用件のメール（調査など）を、一つずつのメールを待たせない列に入れる。 */
import { enqueueEach } from "#db/repositories/outbox-jobs.ts";
import type { UseCaseContext } from "../context.ts";
import type { MailJob } from "./mail-job.ts";

/** 一つの取引で入れる数。 */
const CHUNK = 1_000;

/**
 * @param campaign 用件の符号。同じ用件を同じ宛先に二度入れない
 * @param mails 一人に一通
 */
export async function sendInBulk(
  { database, clock }: UseCaseContext,
  campaign: string,
  mails: readonly Omit<MailJob, "applicationId" | "template">[],
): Promise<void> {
  for (let from = 0; from < mails.length; from += CHUNK) {
    const jobs = mails.slice(from, from + CHUNK).map((mail) => ({
      topic: "bulkMail",
      key: `${campaign}:${mail.toAddress}`,
      lane: "bulk" as const,
      payload: { ...mail, applicationId: null, template: campaign } satisfies MailJob,
    }));
    enqueueEach(database, jobs, clock.now());
    // 入れている間も、画面の要求に応える。
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
