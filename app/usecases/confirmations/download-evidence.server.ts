/** 投資計画の確認に添付された書類を渡し、誰が受け取ったかを残す。 */
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import {
  confirmationAttachmentsOf,
  findConfirmationAttachment,
} from "#db/queries/confirmation-attachments.ts";
import { filedEvidenceOf } from "#db/queries/confirmations.ts";
import { type AttachmentFile, deliverAttachment } from "../attachments/download-attachment.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import {
  loadFiledConfirmation,
  loadOwnConfirmation,
  type OwnConfirmation,
} from "./load-confirmation.server.ts";

/** 申請者が、自社の申請に添付した物を受け取る。取り除いた物でも、提出に残る物は受け取れる。 */
export async function downloadOwnEvidence(
  context: UseCaseContext,
  storage: DocumentStorage,
  input: OwnConfirmation & { readonly attachmentId: string },
): Promise<Result<AttachmentFile, Refusal>> {
  const loaded = await loadOwnConfirmation(context, "confirmation.viewOwn", input);
  if (!loaded.ok) return loaded;
  const { id, filingSequence } = loaded.value;
  const current = await confirmationAttachmentsOf(context.database, id);
  const visible =
    current.some((row) => row.id === input.attachmentId) ||
    (await isFiled(context, id, filingSequence, input.attachmentId));
  return visible ? deliver(context, storage, input.attachmentId) : refuse({ kind: "notFound" });
}

/** 局の職員が、提出に添付された物を受け取る。差戻し中の書きかけは見えない。 */
export async function downloadFiledEvidence(
  context: UseCaseContext,
  storage: DocumentStorage,
  input: { readonly confirmationId: string; readonly attachmentId: string },
): Promise<Result<AttachmentFile, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.view", input.confirmationId);
  if (!loaded.ok) return loaded;
  const { confirmation } = loaded.value;
  return (await isFiled(context, confirmation.id, confirmation.filingSequence, input.attachmentId))
    ? deliver(context, storage, input.attachmentId)
    : refuse({ kind: "notFound" });
}

async function isFiled(
  { database }: UseCaseContext,
  confirmationId: string,
  lastSequence: number,
  attachmentId: string,
): Promise<boolean> {
  for (let sequence = lastSequence; sequence > 0; sequence -= 1) {
    const rows = await filedEvidenceOf(database, confirmationId, sequence);
    if (rows.some((row) => row.attachmentId === attachmentId)) return true;
  }
  return false;
}

async function deliver(
  context: UseCaseContext,
  storage: DocumentStorage,
  attachmentId: string,
): Promise<Result<AttachmentFile, Refusal>> {
  const row = await findConfirmationAttachment(context.database, attachmentId);
  return row === undefined
    ? refuse({ kind: "notFound" })
    : deliverAttachment(context, storage, row, { confirmationId: row.confirmationId });
}
