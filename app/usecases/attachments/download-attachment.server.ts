/** 添付された書類を渡し、誰が受け取ったかを残す。検査を待つ物と感染した物は渡さない。 */
import { scanStateOf } from "#app/domain/attachment/scan-state.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  type AttachmentRow,
  attachmentsOf,
  findAttachment,
  lastFacts,
  submissionAttachmentsOf,
} from "#db/queries/attachments.ts";
import { loadOwnApplication, type OwnApplication } from "../applications/load-own-application.server.ts";
import type { UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";
import { loadReadable } from "../review/apply-command.server.ts";

export type AttachmentFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
};

/** 申請者が、自社の申請に添付した物を受け取る。取り除いた物でも、提出に残る物は受け取れる。 */
export async function downloadOwnAttachment(
  context: UseCaseContext,
  storage: DocumentStorage,
  input: OwnApplication & { readonly attachmentId: string },
): Promise<Result<AttachmentFile, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const current = await attachmentsOf(context.database, loaded.value.id);
  const visible =
    current.some(({ id }) => id === input.attachmentId) ||
    (await isFiled(context, loaded.value.id, loaded.value.submissionSequence, input.attachmentId));
  return visible ? deliver(context, storage, input.attachmentId) : refuse({ kind: "notFound" });
}

/** 提出先の職員が、提出に添付された物を受け取る。申請の前と、差戻し中の書きかけは見えない。 */
export async function downloadFiledAttachment(
  context: UseCaseContext,
  storage: DocumentStorage,
  input: { readonly applicationId: string; readonly attachmentId: string },
): Promise<Result<AttachmentFile, Refusal>> {
  const loaded = await loadReadable(context, input.applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  return (await isFiled(context, application.id, submission.sequence, input.attachmentId))
    ? deliver(context, storage, input.attachmentId)
    : refuse({ kind: "notFound" });
}

/** これまでのどれかの提出に入っているか。 */
async function isFiled(
  context: UseCaseContext,
  applicationId: string,
  lastSequence: number,
  attachmentId: string,
): Promise<boolean> {
  for (let sequence = lastSequence; sequence > 0; sequence -= 1) {
    const rows = await submissionAttachmentsOf(context.database, applicationId, sequence);
    if (rows.some((row) => row.attachmentId === attachmentId)) return true;
  }
  return false;
}

async function deliver(
  context: UseCaseContext,
  storage: DocumentStorage,
  attachmentId: string,
): Promise<Result<AttachmentFile, Refusal>> {
  const row = await findAttachment(context.database, attachmentId);
  return row === undefined
    ? refuse({ kind: "notFound" })
    : deliverAttachment(context, storage, row, { applicationId: row.applicationId });
}

/**
 * 見てよいことを確かめた後の、添付の受渡し。
 *
 * @param of 監査に残す、何の申請の添付か
 * @returns 検査を待つ物と感染した物は stale
 */
export async function deliverAttachment(
  context: UseCaseContext,
  storage: DocumentStorage,
  row: Pick<AttachmentRow, "id" | "sha256" | "fileName" | "mediaType">,
  of: Readonly<Record<string, string>>,
): Promise<Result<AttachmentFile, Refusal>> {
  const { sha256, fileName, mediaType } = row;
  const state = scanStateOf((await lastFacts(context.database, [sha256])).get(sha256));
  if (state === "infected") return closed("この書類からウイルスが見つかったため、中身を消しました。");
  if (state === "scanning") return closed("この書類は、ウイルスの検査が済むまで開けません。");
  const bytes = await storage.get(sha256);
  if (bytes === null) throw new Error(`保管した書類 ${sha256} が読めません。`);
  await noteInAudit(context, "attachment.download", {
    kind: "attachment",
    id: row.id,
    details: { ...of, sha256 },
  });
  return ok({ bytes, fileName, mediaType, sha256 });
}

const closed = (what: string): Result<never, Refusal> =>
  refuse({ kind: "stale", subject: "application", by: null, what });
