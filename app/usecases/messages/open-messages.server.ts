/** 申請の連絡を開く。相手の連絡は、開いた側が読んだことになる。 */
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { type MessageSide, otherSide } from "#app/domain/messages/message.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { type MessageRow, messagesOf } from "#db/queries/messages.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadCorrespondence } from "./load-correspondence.server.ts";

export type OpenMessages = {
  readonly application: ApplicationRow;
  readonly side: MessageSide;
  readonly officeName: string;
  /** 最後に提出した様式。連絡の指す欄の見出しを引く。 */
  readonly document: PlanDocument;
  readonly messages: readonly MessageRow[];
  /** 送れるか。企画課は読むだけ。 */
  readonly maySend: boolean;
};

/** @returns まだ提出していない申請と、その人のものでない申請は notFound */
export async function openMessages(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<OpenMessages, Refusal>> {
  const loaded = await loadCorrespondence(context, "message.read", applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission, side } = loaded.value;
  const sender = await loadCorrespondence(context, "message.send", applicationId);
  const messages = messagesOf(context.database, applicationId);
  const lastOfOther = messages.findLast((message) => message.side === otherSide(side));
  if (sender.ok && lastOfOther !== undefined)
    await applyWritePlan<null>(context.database, {
      actor: actorStamp(context.actor),
      at: context.clock.now(),
      requestId: context.requestId,
      intent: { action: "message.read", key: `${applicationId}:${side}:${lastOfOther.number}` },
      rows: () => ({
        result: null,
        messageReads: [{ applicationId, side, readTo: lastOfOther.number }],
        audit: [
          {
            action: "message.read",
            subjectKind: "application",
            subjectId: applicationId,
            details: { readTo: lastOfOther.number },
          },
        ],
      }),
    });
  return ok({
    application,
    side,
    officeName: submission.routing.office.name,
    document: submission.document,
    messages,
    maySend: sender.ok,
  });
}
