/** 投資計画の確認の添付を取り除く。中身は、使われなくなって一日たってから片付ける。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { evidenceOf } from "./evidence.server.ts";
import {
  loadEditableConfirmation,
  type OwnConfirmation,
  staleConfirmation,
} from "./load-confirmation.server.ts";

/** @returns もう無い添付は notFound */
export async function removeEvidence(
  context: UseCaseContext,
  input: OwnConfirmation & { readonly attachmentId: string },
): Promise<Result<null, Refusal>> {
  const editable = await loadEditableConfirmation(context, input);
  if (!editable.ok) return editable;
  const { id: confirmationId } = editable.value;
  const { files, facts } = await evidenceOf(context, editable.value);
  const file = files.find(({ id }) => id === input.attachmentId);
  if (file === undefined) return refuse({ kind: "notFound" });
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const outcome = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    expects: { confirmationAttachments: [{ confirmationId, facts }] },
    rows: () => ({
      result: null,
      confirmations: {
        removals: [{ attachmentId: file.id, reason: "removed", removedBy: actor.id, removedAt: at }],
      },
      audit: [
        {
          action: "attachment.remove",
          subjectKind: "attachment",
          subjectId: file.id,
          details: { confirmationId, kind: file.kind, fileName: file.fileName },
        },
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(await staleConfirmation(context, confirmationId)) : ok(null);
}
