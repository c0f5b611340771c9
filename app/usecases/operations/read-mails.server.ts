/** 送った、又は送れずに残したメールを読む。宛先は個人の情報なので、読んだことも残す。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type Delivery, pendingDelivery, sentDelivery } from "#app/domain/notification/delivery.ts";
import {
  bouncedAmong,
  bouncedMailOf,
  findMail,
  type MailBounceRow,
  type MailRow,
  pendingMailJobs,
  recentMails,
} from "#db/queries/operations.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { mailJob } from "../notifications/mail-job.ts";
import { noteInAudit } from "./note-in-audit.server.ts";

export const MAIL_LIST_SIZE = 200;

/** 一覧に出す分だけ。本文は一通ずつ開く。 */
export type MailHeading = Pick<MailRow, "id" | "createdAt" | "subject" | "toName" | "toAddress"> & {
  readonly delivery: Delivery;
};

/** @returns 新しい順に {@link MAIL_LIST_SIZE} 通まで */
export async function readMails(context: UseCaseContext): Promise<Result<readonly MailHeading[], Refusal>> {
  const allowed = authorise(context, "mails.view", {});
  if (!allowed.ok) return allowed;
  const rows = await recentMails(context.database, MAIL_LIST_SIZE);
  const bounced = bouncedAmong(
    context.database,
    rows.map(({ id }) => id),
  );
  await noteInAudit(context, "mails.view", { kind: "mails", id: "list", details: { shown: rows.length } });
  return ok(
    rows.map(({ id, createdAt, subject, toName, toAddress, state }) => ({
      id,
      createdAt,
      subject,
      toName,
      toAddress,
      delivery: sentDelivery(state, bounced.has(id)),
    })),
  );
}

export type PendingMail = Omit<MailHeading, "id"> & {
  /** 仕事の番号。 */
  readonly jobId: number;
  readonly lastError: string | null;
};

/** まだ送っていない、又は送れなかったメール。 @returns 新しい順に {@link MAIL_LIST_SIZE} 通まで */
export async function readPendingMails(
  context: UseCaseContext,
): Promise<Result<readonly PendingMail[], Refusal>> {
  const allowed = authorise(context, "mails.view", {});
  if (!allowed.ok) return allowed;
  const jobs = pendingMailJobs(context.database, MAIL_LIST_SIZE);
  await noteInAudit(context, "mails.view", { kind: "mails", id: "pending", details: { shown: jobs.length } });
  return ok(
    jobs.flatMap((job) => {
      const read = mailJob.safeParse(job.payload);
      if (!read.success) return [];
      const { subject, toName, toAddress } = read.data;
      const delivery = pendingDelivery(job);
      const { id: jobId, createdAt, lastError } = job;
      return [{ jobId, createdAt, subject, toName, toAddress, delivery, lastError }];
    }),
  );
}

export type OpenMail = { readonly mail: MailRow; readonly bounce: MailBounceRow | null };

/** 一通を開く。 */
export async function readMail(context: UseCaseContext, id: string): Promise<Result<OpenMail, Refusal>> {
  const allowed = authorise(context, "mails.view", {});
  if (!allowed.ok) return allowed;
  const mail = await findMail(context.database, id);
  if (mail === undefined) return refuse({ kind: "notFound" });
  await noteInAudit(context, "mails.view", { kind: "mail", id: mail.id });
  return ok({ mail, bounce: bouncedMailOf(context.database, mail.id) ?? null });
}
