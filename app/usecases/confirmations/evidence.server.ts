/** 投資計画の確認に、いま添付されている書類と、要る書類。 */
import type { AttachmentTotals } from "#app/domain/attachment/attachment-limits.ts";
import { checkAttachments } from "#app/domain/attachment/check-attachments.ts";
import type { RequiredAttachment } from "#app/domain/attachment/required-attachments.ts";
import { type ScanState, scanStateOf } from "#app/domain/attachment/scan-state.ts";
import { requiredEvidence } from "#app/domain/confirmation/required-evidence.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { lastFacts } from "#db/queries/attachments.ts";
import {
  type ConfirmationAttachmentRow,
  confirmationAttachmentsOf,
  confirmationFactCount,
} from "#db/queries/confirmation-attachments.ts";
import type { ConfirmationRow } from "#db/queries/confirmations.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";

export type Evidence = {
  readonly required: readonly RequiredAttachment[];
  readonly files: readonly (ConfirmationAttachmentRow & { readonly scan: ScanState })[];
  readonly totals: AttachmentTotals;
  /** 添付と取り除きの数の合計。書く時に、動いていないことを確かめる。 */
  readonly facts: number;
  readonly findings: readonly Finding[];
};

export async function evidenceOf(
  context: UseCaseContext,
  { id, type }: Pick<ConfirmationRow, "id" | "type">,
): Promise<Evidence> {
  // 先に数える。後で数えると、読んだ後の変化を見逃す。
  const facts = confirmationFactCount(context.database.reader, id);
  const rows = await confirmationAttachmentsOf(context.database, id);
  const last = await lastFacts(
    context.database,
    rows.map(({ sha256 }) => sha256),
  );
  const required = requiredEvidence(currentRulebook(context).rulebook, type);
  const files = rows.map((row) => ({ ...row, scan: scanStateOf(last.get(row.sha256)) }));
  const attached = files.map((file) => ({ ...file, rowIds: [] }));
  return {
    required,
    files,
    totals: { files: rows.length, bytes: rows.reduce((total, { size }) => total + size, 0) },
    facts,
    findings: checkAttachments(required, attached, context.scanRule),
  };
}
