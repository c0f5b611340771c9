/** いま添付されている物と、その検査の状態。 */
import { type AttachedFile, checkAttachments } from "#app/domain/attachment/check-attachments.ts";
import type { AttachmentTotals } from "#app/domain/attachment/attachment-limits.ts";
import { requiredAttachments, type RequiredAttachment } from "#app/domain/attachment/required-attachments.ts";
import { scanStateOf } from "#app/domain/attachment/scan-state.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import type { PlanValues } from "#app/domain/plan/sections.ts";
import {
  type AttachmentRow,
  attachmentFactCount,
  attachmentsOf,
  lastFacts,
} from "#db/queries/attachments.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";

export type FileWithScan = AttachmentRow & Pick<AttachedFile, "scan">;

export type AttachedFiles = {
  readonly files: readonly FileWithScan[];
  readonly totals: AttachmentTotals;
  /** 添付と取り除きの数の合計。書く時に、動いていないことを確かめる。 */
  readonly facts: number;
};

export async function attachedFiles(context: UseCaseContext, applicationId: string): Promise<AttachedFiles> {
  // 先に数える。後で数えると、読んだ後の変化を見逃す。
  const facts = attachmentFactCount(context.database.reader, applicationId);
  const rows = await attachmentsOf(context.database, applicationId);
  const last = await lastFacts(
    context.database,
    rows.map(({ sha256 }) => sha256),
  );
  return {
    files: rows.map((row) => ({ ...row, scan: scanStateOf(last.get(row.sha256)) })),
    totals: { files: rows.length, bytes: rows.reduce((total, { size }) => total + size, 0) },
    facts,
  };
}

export type CheckedAttachments = AttachedFiles & {
  readonly required: readonly RequiredAttachment[];
  readonly findings: readonly Finding[];
};

/** 計画の答えから要る書類を決め、揃っているかを点検する。 */
export async function checkedAttachments(
  context: UseCaseContext,
  applicationId: string,
  values: PlanValues,
): Promise<CheckedAttachments> {
  const attached = await attachedFiles(context, applicationId);
  const required = requiredAttachments(currentRulebook(context).rulebook, values);
  return { ...attached, required, findings: checkAttachments(required, attached.files, context.scanRule) };
}
