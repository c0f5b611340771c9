/** 連絡を送る。相手には、内容を載せないメールで知らせる。 */
import { type MessageFaults, otherSide, readMessage } from "#app/domain/messages/message.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { unreadMessages } from "#db/queries/messages.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";
import { contactOf } from "../review/apply-command.server.ts";
import { loadCorrespondence } from "./load-correspondence.server.ts";

export type SendMessageRefusal = Refusal | { readonly kind: "faults"; readonly faults: MessageFaults };

/**
 * @param input.intent 一つの入力の画面の鍵。同じ鍵の二度目は送らず、前と同じに答える
 * @param input.about 空（申請の全体）、又は `区画/欄`
 */
export async function sendMessage(
  context: UseCaseContext,
  input: {
    readonly applicationId: string;
    readonly intent: string;
    readonly about: string;
    readonly text: string;
  },
): Promise<Result<null, SendMessageRefusal>> {
  const loaded = await loadCorrespondence(context, "message.send", input.applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission, side } = loaded.value;
  const read = readMessage(input, submission.document);
  if (!read.ok) return refuse({ kind: "faults", faults: read.error });
  const { anchor, text } = read.value;
  const other = otherSide(side);
  // 相手がまだ読んでいない連絡があれば、知らせは届いている。
  const alreadyTold = unreadMessages(context.database, application.id, other) > 0;
  const mails = await plannedMails(
    context,
    alreadyTold ? [] : [{ kind: "mail", template: "messageArrived", to: other }],
    {
      application,
      contact: contactOf(submission),
      facts: { companyName: application.companyName, officeName: submission.routing.office.name },
      occasion: `message:${input.intent}`,
    },
  );
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "message.send", key: `${application.id}:${actor.id}:${input.intent}` },
    rows: () => ({
      result: null,
      messages: [
        {
          applicationId: application.id,
          side,
          authorId: actor.id,
          authorName: actor.name,
          ...anchor,
          text,
          createdAt: at,
        },
      ],
      audit: [
        {
          action: "message.send",
          subjectKind: "application",
          subjectId: application.id,
          details: { side, ...anchor, text },
        },
      ],
      outbox: mails({ receiptNumber: application.receiptNumber ?? "" }),
    }),
  });
  return ok(null);
}
