/** 受け取れないファイルを隔離の置き場から消し、断ったことを残す。 */
import type { UploadRow } from "#db/queries/attachments.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { ToolBox } from "../tools.ts";

export async function refuseUpload(
  context: UseCaseContext,
  tools: Pick<ToolBox, "uploads">,
  upload: UploadRow,
  message: string,
): Promise<{ readonly state: "refused"; readonly message: string }> {
  await tools.uploads.remove(upload.id);
  const at = context.clock.now();
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      uploadChanges: [{ id: upload.id, set: { state: "refused", refusal: message, updatedAt: at } }],
      audit: [
        {
          action: "attachment.refuse",
          subjectKind: "application",
          subjectId: upload.applicationId,
          details: { kind: upload.kind, fileName: upload.fileName, reason: message },
        },
      ],
    }),
  });
  return { state: "refused", message };
}
