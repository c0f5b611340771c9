/** 受け取り終えて中身を確かめたファイルを、申請に添付する。上限は、書く取引の中でもう一度守る。 */
import { attachmentLimits, limitProblem } from "#app/domain/attachment/attachment-limits.ts";
import type { MediaType } from "#app/domain/attachment/file-content.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OwnApplication } from "../applications/load-own-application.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { attachedFiles } from "./attached-files.server.ts";
import { editableApplication } from "./editable-application.server.ts";
import { invalid, type UploadTarget } from "./upload-target.server.ts";

export type ReceivedFile = Omit<UploadTarget, "size"> & {
  /** 隔離の置き場での id。同じ id の二度目は、最初の添付を返す。 */
  readonly uploadId: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: MediaType;
};

/** 同時に添付した人がいたとき、読み直してもう一度試す回数。 */
const ATTEMPTS = 10;

export async function recordAttachment(
  context: UseCaseContext,
  own: OwnApplication,
  file: ReceivedFile,
): Promise<Result<{ readonly attachmentId: string }, Refusal>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const editable = await editableApplication(context, own);
    if (!editable.ok) return editable;
    const { files, totals, facts } = await attachedFiles(context, own.applicationId);
    const replaced = files.find(({ id, kind }) => id === file.replaces && kind === file.kind);
    const problem = limitProblem(
      attachmentLimits,
      {
        files: totals.files - (replaced === undefined ? 0 : 1),
        bytes: totals.bytes - (replaced?.size ?? 0),
      },
      file.size,
    );
    if (problem !== null) return invalid("file", problem);
    const written = await write(
      context,
      { id: own.applicationId, version: editable.value.version, facts },
      file,
      replaced?.id,
    );
    if (written.kind !== "stale") return ok(written.result);
  }
  return refuse({
    kind: "stale",
    subject: "application",
    by: null,
    what: "ほかの人が同時に添付しています。少し待ってから、もう一度お試しください。",
  });
}

function write(
  context: UseCaseContext,
  application: { readonly id: string; readonly version: number; readonly facts: number },
  file: ReceivedFile,
  replaced: string | undefined,
) {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const attachmentId = context.newId();
  const { kind, rowIds, fileName, mediaType, size, sha256 } = file;
  return applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "attachment.add", key: file.uploadId },
    expects: {
      applications: [{ id: application.id, version: application.version }],
      attachments: [{ applicationId: application.id, facts: application.facts }],
    },
    rows: () => ({
      result: { attachmentId },
      attachments: [
        {
          id: attachmentId,
          applicationId: application.id,
          kind,
          rowIds,
          fileName,
          mediaType,
          size,
          sha256,
          attachedBy: actor.id,
          attachedByName: actor.name,
          attachedAt: at,
        },
      ],
      attachmentRemovals:
        replaced === undefined
          ? []
          : [{ attachmentId: replaced, reason: "replaced", removedBy: actor.id, removedAt: at }],
      uploadChanges: [{ id: file.uploadId, set: { state: "attached", attachmentId, updatedAt: at } }],
      audit: [
        {
          action: "attachment.add",
          subjectKind: "attachment",
          subjectId: attachmentId,
          details: {
            applicationId: application.id,
            kind,
            fileName,
            size,
            sha256,
            replaces: replaced ?? null,
          },
        },
      ],
      outbox: [
        {
          topic: "scanAttachment",
          key: attachmentId,
          payload: { attachmentId, uploadId: file.uploadId },
        },
      ],
    }),
  });
}
