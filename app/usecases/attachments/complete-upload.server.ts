/** 届き終えたファイルの中身を確かめ、添付し、検査に回す。 */
import { contentFaultMessages } from "#app/domain/attachment/file-content.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { lastFacts, type UploadRow } from "#db/queries/attachments.ts";
import type { OwnApplication } from "../applications/load-own-application.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import type { AttachmentTools, UploadProgress } from "./attachment-tools.ts";
import { recordAttachment } from "./record-attachment.server.ts";
import { refuseUpload } from "./refuse-upload.server.ts";
import { scanAttachment } from "./scan-attachment.server.ts";

export async function completeUpload(
  context: UseCaseContext,
  tools: AttachmentTools,
  own: OwnApplication,
  upload: UploadRow,
): Promise<Result<UploadProgress, Refusal>> {
  const { size, sha256, content } = await tools.uploads.inspect(upload.id);
  if (!content.accepted)
    return ok(await refuseUpload(context, tools, upload, contentFaultMessages[content.fault]));
  if ((await lastFacts(context.database, [sha256])).get(sha256) === "infected")
    return ok(await refuseUpload(context, tools, upload, infectedMessage));
  const recorded = await recordAttachment(context, own, {
    uploadId: upload.id,
    kind: upload.kind,
    rowIds: upload.rowIds,
    replaces: upload.replaces,
    fileName: upload.fileName,
    size,
    sha256,
    mediaType: content.mediaType,
  });
  if (!recorded.ok) {
    if (recorded.error.kind !== "invalid") return recorded;
    const message = Object.values(recorded.error.errors).flat().join("");
    return ok(await refuseUpload(context, tools, upload, message));
  }
  const { attachmentId } = recorded.value;
  // 検査の設定がなければ待つ物がないので、すぐに保管庫へ移す。途中で落ちても、検査の仕事が同じことをする。
  if (tools.scanner === null) await scanAttachment(context, tools, { attachmentId, uploadId: upload.id });
  return ok({ state: "attached", attachmentId });
}

const infectedMessage =
  "このファイルからは、前にウイルスが見つかっています。受け取れません。元のファイルを確かめてください。";
