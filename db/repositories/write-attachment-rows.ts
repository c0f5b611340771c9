import { eq } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import {
  attachmentRemovals,
  attachments,
  contentFacts,
  submissionAttachments,
  uploads,
} from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

/** 添付、取り除き、中身の事実、提出の控え、送っている途中のファイルの行。 */
export function writeAttachmentRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.attachments ?? []) tx.insert(attachments).values(row).run();
  for (const row of rows.attachmentRemovals ?? [])
    tx.insert(attachmentRemovals).values(row).onConflictDoNothing().run();
  for (const row of rows.contentFacts ?? []) tx.insert(contentFacts).values(row).run();
  for (const row of rows.submissionAttachments ?? []) tx.insert(submissionAttachments).values(row).run();
  for (const { id, set } of rows.uploadChanges ?? [])
    tx.update(uploads).set(set).where(eq(uploads.id, id)).run();
}
