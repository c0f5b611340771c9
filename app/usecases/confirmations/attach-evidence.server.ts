/**
 * 投資計画の確認に書類を添付する。計画の添付と同じ道を通る:
 * 隔離の置き場で受け取る → 中身を確かめる → 添付する → 検査の仕事が引き取る。
 */
import { attachmentLimits, limitProblem, tooLargeMessage } from "#app/domain/attachment/attachment-limits.ts";
import { contentFaultMessages } from "#app/domain/attachment/file-content.ts";
import { safeFileName } from "#app/domain/attachment/file-name.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { lastFacts } from "#db/queries/attachments.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { forgetConfirmationUploads, startConfirmationUpload } from "#db/repositories/uploads.ts";
import type { AttachmentTools } from "../attachments/attachment-tools.ts";
import { scanAttachment } from "../attachments/scan-attachment.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { evidenceOf } from "./evidence.server.ts";
import {
  loadEditableConfirmation,
  type OwnConfirmation,
  staleConfirmation,
} from "./load-confirmation.server.ts";

export type EvidenceUpload = OwnConfirmation & {
  readonly kind: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** 同時に添付した人がいたとき、読み直してもう一度試す回数。 */
const ATTEMPTS = 10;

/** @returns 添付の id。受け取れないファイルは invalid で、何も残さない */
export async function attachEvidence(
  context: UseCaseContext,
  tools: AttachmentTools,
  upload: EvidenceUpload,
): Promise<Result<{ readonly attachmentId: string }, Refusal>> {
  const editable = await loadEditableConfirmation(context, upload);
  if (!editable.ok) return editable;
  const { required, totals } = await evidenceOf(context, editable.value);
  if (!required.some(({ kind }) => kind.id === upload.kind))
    return invalid("この種類の書類は添付できません。画面を開き直してください。");
  const full = limitProblem(attachmentLimits, totals, 0);
  if (full !== null) return invalid(full);
  const id = context.newId();
  await startConfirmationUpload(context.database, {
    id,
    confirmationId: upload.confirmationId,
    createdAt: context.clock.now(),
  });
  const received = await receive(context, tools, upload, id);
  if (!received.ok) {
    await tools.uploads.remove(id);
    await forgetConfirmationUploads(context.database, [id]);
    return received;
  }
  // 検査の設定がなければ待つ物がないので、すぐに保管庫へ移す。途中で落ちても、検査の仕事が同じことをする。
  if (tools.scanner === null) await scanAttachment(context, tools, { attachmentId: id, uploadId: id });
  return received;
}

async function receive(
  context: UseCaseContext,
  tools: AttachmentTools,
  upload: EvidenceUpload,
  id: string,
): Promise<Result<{ readonly attachmentId: string }, Refusal>> {
  const received = await tools.uploads.append(id, 0, upload.bytes, attachmentLimits.fileBytes);
  if (received.kind === "tooLarge") return invalid(tooLargeMessage(attachmentLimits));
  if (received.kind !== "received") return invalid("送信が途中で切れました。もう一度添付してください。");
  const { size, sha256, content } = await tools.uploads.inspect(id);
  if (!content.accepted) return invalid(contentFaultMessages[content.fault]);
  if ((await lastFacts(context.database, [sha256])).get(sha256) === "infected")
    return invalid("このファイルからは、前にウイルスが見つかっています。受け取れません。");
  const fileName = safeFileName(upload.fileName, attachmentLimits.nameCharacters);
  const file = { id, kind: upload.kind, fileName, mediaType: content.mediaType, size, sha256 };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const recorded = await record(context, upload, file);
    if (recorded !== null) return recorded;
  }
  return refuse(await staleConfirmation(context, upload.confirmationId));
}

type File = {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: Extract<
    Awaited<ReturnType<AttachmentTools["uploads"]["inspect"]>>["content"],
    {
      accepted: true;
    }
  >["mediaType"];
  readonly size: number;
  readonly sha256: string;
};

/** @returns 読んだ後に添付が動いていて、もう一度試すなら null */
async function record(
  context: UseCaseContext,
  own: OwnConfirmation,
  file: File,
): Promise<Result<{ readonly attachmentId: string }, Refusal> | null> {
  const editable = await loadEditableConfirmation(context, own);
  if (!editable.ok) return editable;
  const { totals, facts } = await evidenceOf(context, editable.value);
  const problem = limitProblem(attachmentLimits, totals, file.size);
  if (problem !== null) return invalid(problem);
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const { confirmationId } = own;
  const written = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    expects: { confirmationAttachments: [{ confirmationId, facts }] },
    rows: () => ({
      result: { attachmentId: file.id },
      confirmations: {
        attachments: [
          { ...file, confirmationId, attachedBy: actor.id, attachedByName: actor.name, attachedAt: at },
        ],
      },
      audit: [
        {
          action: "attachment.add",
          subjectKind: "attachment",
          subjectId: file.id,
          details: { confirmationId, kind: file.kind, fileName: file.fileName, sha256: file.sha256 },
        },
      ],
      outbox: [
        {
          topic: "scanAttachment",
          key: file.id,
          payload: { attachmentId: file.id, uploadId: file.id },
        },
      ],
    }),
  });
  return written.kind === "stale" ? null : ok(written.result);
}

const invalid = (message: string): Result<never, Refusal> =>
  refuse({ kind: "invalid", errors: { file: [message] } });
