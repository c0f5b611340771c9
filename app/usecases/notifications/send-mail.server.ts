/** outbox のメールを一通送り、送ったことを残す。 */
import type { Mailer } from "#app/adapters/mail/mailer-port.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { MailJob } from "./mail-job.ts";

/**
 * @param input.key 仕事の鍵。Message-ID はこれから作るので、送り直しても同じ
 */
export async function sendMail(
  context: UseCaseContext,
  mailer: Mailer,
  input: { readonly key: string; readonly messageId: string; readonly job: MailJob },
): Promise<void> {
  const { job } = input;
  const state = await mailer.send({
    to: { name: job.toName, address: job.toAddress },
    subject: job.subject,
    body: job.body,
    messageId: input.messageId,
  });
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action: "mail.send", key: input.key },
    rows: () => ({
      result: null,
      mails: [
        {
          id: context.newId(),
          applicationId: job.applicationId,
          side: job.side,
          template: job.template,
          toName: job.toName,
          toAddress: job.toAddress,
          subject: job.subject,
          body: job.body,
          messageId: input.messageId,
          state,
          createdAt: context.clock.now(),
        },
      ],
      audit: [
        {
          action: "mails.send",
          subjectKind: job.applicationId === null ? "mail" : "application",
          subjectId: job.applicationId ?? input.messageId,
          details: { template: job.template, state },
        },
      ],
    }),
  });
}
