/** 投資計画の確認の添付の読み出し。 */
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Connection, Database, Transaction } from "../client.ts";
import {
  confirmationAttachmentRemovals,
  confirmationAttachments,
  confirmationDocuments,
  confirmationFiledAttachments,
  confirmationUploads,
  contentFacts,
} from "../schema/index.ts";

export type ConfirmationAttachmentRow = typeof confirmationAttachments.$inferSelect;

/** いま添付されている物。添付した順。 */
export async function confirmationAttachmentsOf(
  database: Database,
  confirmationId: string,
): Promise<readonly ConfirmationAttachmentRow[]> {
  return database.reader
    .select({ attachment: confirmationAttachments })
    .from(confirmationAttachments)
    .leftJoin(
      confirmationAttachmentRemovals,
      eq(confirmationAttachmentRemovals.attachmentId, confirmationAttachments.id),
    )
    .where(
      and(
        eq(confirmationAttachments.confirmationId, confirmationId),
        isNull(confirmationAttachmentRemovals.attachmentId),
      ),
    )
    .orderBy(asc(confirmationAttachments.attachedAt), sql`${confirmationAttachments}.rowid`)
    .all()
    .map(({ attachment }) => attachment);
}

/** 添付と取り除きの数の合計。動けば必ず増えるので、版の代わりに見張る。 */
export function confirmationFactCount(connection: Connection | Transaction, confirmationId: string): number {
  const counted = connection
    .select({
      added: sql<number>`count(${confirmationAttachments.id})`,
      removed: sql<number>`count(${confirmationAttachmentRemovals.attachmentId})`,
    })
    .from(confirmationAttachments)
    .leftJoin(
      confirmationAttachmentRemovals,
      eq(confirmationAttachmentRemovals.attachmentId, confirmationAttachments.id),
    )
    .where(eq(confirmationAttachments.confirmationId, confirmationId))
    .get();
  return (counted?.added ?? 0) + (counted?.removed ?? 0);
}

export async function findConfirmationAttachment(
  database: Database,
  id: string,
): Promise<ConfirmationAttachmentRow | undefined> {
  return database.reader
    .select()
    .from(confirmationAttachments)
    .where(eq(confirmationAttachments.id, id))
    .get();
}

/** その中身の、いま添付されている物の全部（どの申請でも）。 */
export async function confirmationAttachmentsWithContent(
  database: Database,
  sha256: string,
): Promise<readonly ConfirmationAttachmentRow[]> {
  return database.reader
    .select({ attachment: confirmationAttachments })
    .from(confirmationAttachments)
    .leftJoin(
      confirmationAttachmentRemovals,
      eq(confirmationAttachmentRemovals.attachmentId, confirmationAttachments.id),
    )
    .where(
      and(eq(confirmationAttachments.sha256, sha256), isNull(confirmationAttachmentRemovals.attachmentId)),
    )
    .all()
    .map(({ attachment }) => attachment);
}

/** その中身を、確認の添付、提出の控え、発行した確認書のどれかが指しているか。 */
export async function isConfirmationContent(database: Database, sha256: string): Promise<boolean> {
  if ((await confirmationAttachmentsWithContent(database, sha256)).length > 0) return true;
  const filed = database.reader
    .select({ id: confirmationFiledAttachments.attachmentId })
    .from(confirmationFiledAttachments)
    .where(eq(confirmationFiledAttachments.sha256, sha256))
    .limit(1)
    .get();
  if (filed !== undefined) return true;
  const issued = database.reader
    .select({ id: confirmationDocuments.confirmationId })
    .from(confirmationDocuments)
    .where(eq(confirmationDocuments.sha256, sha256))
    .limit(1)
    .get();
  return issued !== undefined;
}

/** before より前に取り除かれた中身。 */
export async function removedConfirmationContents(
  database: Database,
  before: string,
): Promise<readonly string[]> {
  return database.reader
    .selectDistinct({ sha256: confirmationAttachments.sha256 })
    .from(confirmationAttachmentRemovals)
    .innerJoin(
      confirmationAttachments,
      eq(confirmationAttachments.id, confirmationAttachmentRemovals.attachmentId),
    )
    .where(lt(confirmationAttachmentRemovals.removedAt, before))
    .all()
    .map(({ sha256 }) => sha256);
}

/** 一度は unscanned とされた、いま添付されている中身。 */
export async function unscannedConfirmationContents(database: Database): Promise<readonly string[]> {
  return database.reader
    .selectDistinct({ sha256: confirmationAttachments.sha256 })
    .from(confirmationAttachments)
    .innerJoin(
      contentFacts,
      and(eq(contentFacts.sha256, confirmationAttachments.sha256), eq(contentFacts.fact, "unscanned")),
    )
    .leftJoin(
      confirmationAttachmentRemovals,
      eq(confirmationAttachmentRemovals.attachmentId, confirmationAttachments.id),
    )
    .where(isNull(confirmationAttachmentRemovals.attachmentId))
    .all()
    .map(({ sha256 }) => sha256);
}

/** 受け取っている途中のファイルの id。before を渡せば、それより前に始めた物だけ。 */
export async function confirmationUploadIds(database: Database, before?: string): Promise<readonly string[]> {
  return database.reader
    .select({ id: confirmationUploads.id })
    .from(confirmationUploads)
    .where(before === undefined ? undefined : lt(confirmationUploads.createdAt, before))
    .all()
    .map(({ id }) => id);
}
