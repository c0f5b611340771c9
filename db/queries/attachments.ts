/** 添付の読み出し。 */
import { and, asc, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { ContentFact } from "#app/domain/attachment/scan-state.ts";
import {
  confirmationUploadIds,
  isConfirmationContent,
  removedConfirmationContents,
  unscannedConfirmationContents,
} from "./confirmation-attachments.ts";
import type { Connection, Database, Transaction } from "../client.ts";
import {
  attachmentRemovals,
  attachments,
  contentFacts,
  issuedDocuments,
  submissionAttachments,
  uploads,
} from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type AttachmentRow = typeof attachments.$inferSelect;
export type SubmissionAttachmentRow = typeof submissionAttachments.$inferSelect;
export type UploadRow = typeof uploads.$inferSelect;

/** その申請に添付した物の全部の番号。外した物も含む。 */
export const everyAttachmentId = ({ reader }: Database, applicationId: string): readonly string[] =>
  reader
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
    .all()
    .map(({ id }) => id);

/** いま添付されている物。添付した順。 */
export async function attachmentsOf(
  database: Database,
  applicationId: string,
): Promise<readonly AttachmentRow[]> {
  return (
    database.reader
      .select({ attachment: attachments })
      .from(attachments)
      .leftJoin(attachmentRemovals, eq(attachmentRemovals.attachmentId, attachments.id))
      .where(and(eq(attachments.applicationId, applicationId), isNull(attachmentRemovals.attachmentId)))
      // 同じ瞬間に添付した物も、書いた順に並べる。
      .orderBy(asc(attachments.attachedAt), sql`${attachments}.rowid`)
      .all()
      .map(({ attachment }) => attachment)
  );
}

/** 添付と取り除きの数の合計。動けば必ず増えるので、版の代わりに見張る。 */
export function attachmentFactCount(connection: Connection | Transaction, applicationId: string): number {
  const counted = connection
    .select({
      added: sql<number>`count(${attachments.id})`,
      removed: sql<number>`count(${attachmentRemovals.attachmentId})`,
    })
    .from(attachments)
    .leftJoin(attachmentRemovals, eq(attachmentRemovals.attachmentId, attachments.id))
    .where(eq(attachments.applicationId, applicationId))
    .get();
  return (counted?.added ?? 0) + (counted?.removed ?? 0);
}

export async function findAttachment(database: Database, id: string): Promise<AttachmentRow | undefined> {
  return database.reader.select().from(attachments).where(eq(attachments.id, id)).get();
}

/** 中身ごとの、最後に起きたこと。 */
export async function lastFacts(
  database: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ContentFact>> {
  if (hashes.length === 0) return new Map();
  const rows = database.reader
    .select({ sha256: contentFacts.sha256, fact: contentFacts.fact })
    .from(contentFacts)
    .where(inArray(contentFacts.sha256, [...new Set(hashes)]))
    .orderBy(asc(contentFacts.sequence))
    .all();
  return new Map(rows.map(({ sha256, fact }) => [sha256, fact]));
}

const frozenBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(submissionAttachments)
    .where(
      and(
        eq(submissionAttachments.applicationId, sql.placeholder("applicationId")),
        eq(submissionAttachments.submissionSequence, sql.placeholder("submissionSequence")),
      ),
    )
    .orderBy(asc(submissionAttachments.position))
    .prepare(),
);

/** 提出の時の添付の控え。 */
export async function submissionAttachmentsOf(
  database: Database,
  applicationId: string,
  submissionSequence: number,
): Promise<readonly SubmissionAttachmentRow[]> {
  return frozenBy(database.reader).all({ applicationId, submissionSequence });
}

/** その中身の、いま添付されている物の全部（どの申請でも）。 */
export async function attachmentsWithContent(
  database: Database,
  sha256: string,
): Promise<readonly AttachmentRow[]> {
  return database.reader
    .select({ attachment: attachments })
    .from(attachments)
    .leftJoin(attachmentRemovals, eq(attachmentRemovals.attachmentId, attachments.id))
    .where(and(eq(attachments.sha256, sha256), isNull(attachmentRemovals.attachmentId)))
    .all()
    .map(({ attachment }) => attachment);
}

/** その中身を、添付、提出の控え、発行した書類のどれかが指しているか。投資計画の確認の物も数える。 */
export async function isContentReferenced(database: Database, sha256: string): Promise<boolean> {
  if ((await attachmentsWithContent(database, sha256)).length > 0) return true;
  const filed = database.reader
    .select({ id: submissionAttachments.attachmentId })
    .from(submissionAttachments)
    .where(eq(submissionAttachments.sha256, sha256))
    .limit(1)
    .get();
  if (filed !== undefined) return true;
  const issued = database.reader
    .select({ id: issuedDocuments.id })
    .from(issuedDocuments)
    .where(eq(issuedDocuments.sha256, sha256))
    .limit(1)
    .get();
  return issued !== undefined || isConfirmationContent(database, sha256);
}

/** before より前に取り除かれ、まだ消したことになっていない中身。 */
export async function removedContents(database: Database, before: string): Promise<readonly string[]> {
  const ofPlans = database.reader
    .selectDistinct({ sha256: attachments.sha256 })
    .from(attachmentRemovals)
    .innerJoin(attachments, eq(attachments.id, attachmentRemovals.attachmentId))
    .where(lt(attachmentRemovals.removedAt, before))
    .all()
    .map(({ sha256 }) => sha256);
  const removed = [...new Set([...ofPlans, ...(await removedConfirmationContents(database, before))])];
  const facts = new Map<string, ContentFact>();
  for (let start = 0; start < removed.length; start += 500)
    for (const [sha256, fact] of await lastFacts(database, removed.slice(start, start + 500)))
      facts.set(sha256, fact);
  return removed.filter((sha256) => {
    const fact = facts.get(sha256);
    return fact !== "deleted" && fact !== "infected";
  });
}

/** 最後に起きたことが unscanned の、いま添付されている中身。 */
export async function unscannedContents(database: Database): Promise<readonly string[]> {
  const attached = database.reader
    .selectDistinct({ sha256: attachments.sha256 })
    .from(attachments)
    .innerJoin(
      contentFacts,
      and(eq(contentFacts.sha256, attachments.sha256), eq(contentFacts.fact, "unscanned")),
    )
    .leftJoin(attachmentRemovals, eq(attachmentRemovals.attachmentId, attachments.id))
    .where(isNull(attachmentRemovals.attachmentId))
    .all()
    .map(({ sha256 }) => sha256);
  const held = [...new Set([...attached, ...(await unscannedConfirmationContents(database))])];
  const facts = await lastFacts(database, held);
  return held.filter((sha256) => facts.get(sha256) === "unscanned");
}

export async function findUpload(database: Database, id: string): Promise<UploadRow | undefined> {
  return database.reader.select().from(uploads).where(eq(uploads.id, id)).get();
}

/** 申請の、送りかけのファイル。新しい順。 */
export async function receivingUploads(
  database: Database,
  applicationId: string,
): Promise<readonly UploadRow[]> {
  return database.reader
    .select()
    .from(uploads)
    .where(and(eq(uploads.applicationId, applicationId), eq(uploads.state, "receiving")))
    .orderBy(desc(uploads.updatedAt))
    .all();
}

/** before より前から動いていない、送っている途中のファイルの行。 */
export async function uploadsBefore(database: Database, before: string): Promise<readonly UploadRow[]> {
  return database.reader.select().from(uploads).where(lt(uploads.updatedAt, before)).all();
}

export async function uploadIds(database: Database): Promise<ReadonlySet<string>> {
  const ofPlans = database.reader
    .select({ id: uploads.id })
    .from(uploads)
    .all()
    .map(({ id }) => id);
  return new Set([...ofPlans, ...(await confirmationUploadIds(database))]);
}

/** ウイルスが見つかって取り除かれた物。 */
export async function infectedRemovals(
  database: Database,
  applicationId: string,
): Promise<readonly { readonly kind: string; readonly fileName: string; readonly removedAt: string }[]> {
  return database.reader
    .select({
      kind: attachments.kind,
      fileName: attachments.fileName,
      removedAt: attachmentRemovals.removedAt,
    })
    .from(attachmentRemovals)
    .innerJoin(attachments, eq(attachments.id, attachmentRemovals.attachmentId))
    .where(and(eq(attachments.applicationId, applicationId), eq(attachmentRemovals.reason, "infected")))
    .orderBy(asc(attachmentRemovals.removedAt))
    .all();
}
