/** 提出とともに凍結する添付の控え。後で取り除いても、版の種類の名前が変わっても、控えは変わらない。 */
import { attachmentKindName } from "#app/domain/attachment/attachment-kind.ts";
import { scanStateOf, type ScanState } from "#app/domain/attachment/scan-state.ts";
import { lastFacts, type SubmissionAttachmentRow, submissionAttachmentsOf } from "#db/queries/attachments.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import type { FileWithScan } from "./attached-files.server.ts";

/** 規則集の種類の順、同じ種類では添付した順。 */
export function frozenAttachments(
  context: UseCaseContext,
  applicationId: string,
  submissionSequence: number,
  files: readonly FileWithScan[],
): readonly SubmissionAttachmentRow[] {
  const { rulebook } = currentRulebook(context);
  const orderOf = (kind: string): number =>
    rulebook.procedure.attachmentKinds.get(kind)?.order ?? Number.MAX_SAFE_INTEGER;
  return files
    .toSorted((a, b) => orderOf(a.kind) - orderOf(b.kind))
    .map(({ id, kind, fileName, mediaType, size, sha256 }, index) => ({
      applicationId,
      submissionSequence,
      attachmentId: id,
      position: index + 1,
      kind,
      kindName: attachmentKindName(rulebook, kind),
      fileName,
      mediaType,
      size,
      sha256,
    }));
}

export type FiledAttachment = SubmissionAttachmentRow & { readonly scan: ScanState };

/** 提出の添付の控えと、いまの検査の状態。 */
export async function filedAttachments(
  context: UseCaseContext,
  applicationId: string,
  submissionSequence: number,
): Promise<readonly FiledAttachment[]> {
  const rows = await submissionAttachmentsOf(context.database, applicationId, submissionSequence);
  const facts = await lastFacts(
    context.database,
    rows.map(({ sha256 }) => sha256),
  );
  return rows.map((row) => ({ ...row, scan: scanStateOf(facts.get(row.sha256)) }));
}
