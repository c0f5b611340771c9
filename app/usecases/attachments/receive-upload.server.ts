/**
 * ファイルを受け取る。分けて送る時（続きから送れる）も、一度に送る時も同じ道を通る:
 * 隔離の置き場に書き足す → 全部届いたら中身を確かめる → 添付する → 検査の仕事が引き取る。
 */
import { attachmentLimits, tooLargeMessage } from "#app/domain/attachment/attachment-limits.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findUpload, type UploadRow } from "#db/queries/attachments.ts";
import { startUpload, touchUpload } from "#db/repositories/uploads.ts";
import type { OwnApplication } from "../applications/load-own-application.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import type { AttachmentTools, UploadProgress } from "./attachment-tools.ts";
import { completeUpload } from "./complete-upload.server.ts";
import { editableApplication } from "./editable-application.server.ts";
import { refuseUpload } from "./refuse-upload.server.ts";
import { type UploadTarget, uploadTarget } from "./upload-target.server.ts";

/**
 * 分けたファイルの一つを受け取る。
 *
 * @param input.offset この一つの始まり。受け取った所と違えば何も書かず、receiving で今の所を返す
 */
export async function receivePiece(
  context: UseCaseContext,
  tools: AttachmentTools,
  input: OwnApplication & {
    readonly uploadId: string;
    readonly target: UploadTarget & { readonly size: number };
    readonly offset: number;
    readonly bytes: AsyncIterable<Uint8Array>;
  },
): Promise<Result<UploadProgress, Refusal>> {
  const started = await startOrContinue(context, input);
  if (!started.ok) return started;
  const upload = started.value;
  const settled = settledProgress(upload);
  if (settled !== null) return ok(settled);
  return append(context, tools, upload, input);
}

/** 一度に送られたファイルを受け取る（JavaScript のない画面）。 */
export async function receiveWhole(
  context: UseCaseContext,
  tools: AttachmentTools,
  input: OwnApplication & { readonly target: UploadTarget; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Result<UploadProgress, Refusal>> {
  const started = await startOrContinue(context, { ...input, uploadId: context.newId() });
  if (!started.ok) return started;
  const answered = await append(context, tools, started.value, { ...input, offset: 0 });
  // 一度に送る時は続きから送れないので、切れた物は残さない。
  return answered.ok && answered.value.state === "receiving"
    ? ok(
        await refuseUpload(
          context,
          tools,
          started.value,
          "送信が途中で切れました。もう一度添付してください。",
        ),
      )
    : answered;
}

/** これまでにどこまで受け取ったか。知らない id は、まだ何も受け取っていない。 */
export async function uploadProgress(
  context: UseCaseContext,
  tools: AttachmentTools,
  input: OwnApplication & { readonly uploadId: string },
): Promise<Result<UploadProgress, Refusal>> {
  const editable = await editableApplication(context, input);
  if (!editable.ok) return editable;
  const upload = await findUpload(context.database, input.uploadId);
  if (upload === undefined) return ok({ state: "receiving", offset: 0 });
  if (upload.applicationId !== input.applicationId) return refuse({ kind: "notFound" });
  return ok(settledProgress(upload) ?? { state: "receiving", offset: await tools.uploads.offset(upload.id) });
}

async function startOrContinue(
  context: UseCaseContext,
  input: OwnApplication & { readonly uploadId: string; readonly target: UploadTarget },
): Promise<Result<UploadRow, Refusal>> {
  const editable = await editableApplication(context, input);
  if (!editable.ok) return editable;
  const known = await findUpload(context.database, input.uploadId);
  if (known !== undefined)
    return known.applicationId === input.applicationId ? ok(known) : refuse({ kind: "notFound" });
  const target = await uploadTarget(context, input.applicationId, input.target);
  if (!target.ok) return target;
  const row: UploadRow = {
    id: input.uploadId,
    applicationId: input.applicationId,
    ...target.value,
    state: "receiving",
    refusal: null,
    attachmentId: null,
    createdBy: actorStamp(context.actor).id,
    updatedAt: context.clock.now(),
  };
  await startUpload(context.database, row);
  return ok(row);
}

const settledProgress = (upload: UploadRow): UploadProgress | null => {
  if (upload.attachmentId !== null) return { state: "attached", attachmentId: upload.attachmentId };
  return upload.state === "refused" ? { state: "refused", message: upload.refusal ?? "" } : null;
};

async function append(
  context: UseCaseContext,
  tools: AttachmentTools,
  upload: UploadRow,
  input: OwnApplication & { readonly offset: number; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Result<UploadProgress, Refusal>> {
  const limit = Math.min(attachmentLimits.fileBytes, upload.size ?? attachmentLimits.fileBytes);
  const received = await tools.uploads.append(upload.id, input.offset, input.bytes, limit);
  await touchUpload(context.database, upload.id, context.clock.now());
  switch (received.kind) {
    case "wrongOffset":
    case "interrupted":
      return ok({ state: "receiving", offset: received.offset });
    case "tooLarge":
      return ok(await refuseUpload(context, tools, upload, tooLargeMessage(attachmentLimits)));
    case "received":
      return upload.size !== null && received.offset < upload.size
        ? ok({ state: "receiving", offset: received.offset })
        : completeUpload(context, tools, input, upload);
  }
}
