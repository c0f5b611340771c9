/** 申請について出したメールの届き具合。送った物と、まだ送っていない物を、古い順に並べる。 */
import { type Delivery, pendingDelivery, sentDelivery } from "#app/domain/notification/delivery.ts";
import type { Database } from "#db/client.ts";
import { bouncedMailsOf, mailsOf, pendingMailJobsOf } from "#db/queries/operations.ts";
import { mailJob } from "./mail-job.ts";

export type MailDelivery = {
  readonly id: string;
  readonly subject: string;
  readonly toName: string;
  /** 送った、又は送ると決めた瞬間（UTC の ISO 文字列）。 */
  readonly at: string;
  readonly delivery: Delivery;
};

export async function deliveriesOf(
  database: Database,
  applicationId: string,
): Promise<readonly MailDelivery[]> {
  const bounced = new Set(bouncedMailsOf(database, applicationId).map(({ mailId }) => mailId));
  const sent = (await mailsOf(database, applicationId)).map((mail) => ({
    id: mail.id,
    subject: mail.subject,
    toName: mail.toName,
    at: mail.createdAt,
    delivery: sentDelivery(mail.state, bounced.has(mail.id)),
  }));
  const pending = pendingMailJobsOf(database, applicationId).flatMap((job) => {
    const read = mailJob.safeParse(job.payload);
    if (!read.success) return [];
    const { subject, toName } = read.data;
    return [{ id: `job-${job.id}`, subject, toName, at: job.createdAt, delivery: pendingDelivery(job) }];
  });
  return [...sent, ...pending].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
