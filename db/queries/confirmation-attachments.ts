/** 投資計画の確認の添付の読み出し。 */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Connection, Database, Transaction } from "../client.ts";
import { confirmationAttachmentRemovals, confirmationAttachments } from "../schema/index.ts";

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
