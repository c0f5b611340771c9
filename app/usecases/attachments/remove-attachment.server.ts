/** 添付を取り除く。中身は、使われなくなって一日たってから片付ける。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OwnApplication } from "../applications/load-own-application.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { attachedFiles } from "./attached-files.server.ts";
import { editableApplication } from "./editable-application.server.ts";

/** @returns 取り除いたファイルの名前。もう無ければ notFound */
export async function removeAttachment(
  context: UseCaseContext,
  input: OwnApplication & { readonly attachmentId: string },
): Promise<Result<{ readonly fileName: string }, Refusal>> {
  const editable = await editableApplication(context, input);
  if (!editable.ok) return editable;
  const { files } = await attachedFiles(context, input.applicationId);
  const file = files.find(({ id }) => id === input.attachmentId);
  if (file === undefined) return refuse({ kind: "notFound" });
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const outcome = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    expects: { applications: [{ id: input.applicationId, version: editable.value.version }] },
    rows: () => ({
      result: null,
      attachmentRemovals: [{ attachmentId: file.id, reason: "removed", removedBy: actor.id, removedAt: at }],
      audit: [
        {
          action: "attachment.remove",
          subjectKind: "attachment",
          subjectId: file.id,
          details: { applicationId: input.applicationId, kind: file.kind, fileName: file.fileName },
        },
      ],
    }),
  });
  if (outcome.kind === "stale")
    return refuse({ kind: "stale", subject: "application", by: null, what: null });
  return ok({ fileName: file.fileName });
}
