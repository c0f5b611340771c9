/** 申請の読み出し。決めることはしない。 */
import { and, asc, desc, eq, max } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  applicationEvents,
  applications,
  applicationSections,
  reviewComments,
  submissions,
} from "../schema/index.ts";

export type ApplicationRow = typeof applications.$inferSelect;
export type SubmissionRow = typeof submissions.$inferSelect;
export type SectionRow = typeof applicationSections.$inferSelect;
export type CommentRow = typeof reviewComments.$inferSelect;
export type EventRow = typeof applicationEvents.$inferSelect;

export async function findApplication(database: Database, id: string): Promise<ApplicationRow | undefined> {
  return database.reader.select().from(applications).where(eq(applications.id, id)).get();
}

/** 会社の申請。新しく動いた順。 */
export async function companyApplications(
  database: Database,
  companyKey: string,
): Promise<readonly ApplicationRow[]> {
  return database.reader
    .select()
    .from(applications)
    .where(eq(applications.companyKey, companyKey))
    .orderBy(desc(applications.updatedAt))
    .all();
}

export async function sectionsOf(database: Database, applicationId: string): Promise<readonly SectionRow[]> {
  return database.reader
    .select()
    .from(applicationSections)
    .where(eq(applicationSections.applicationId, applicationId))
    .all();
}

/** 最も新しい提出。 */
export async function latestSubmission(
  database: Database,
  applicationId: string,
): Promise<SubmissionRow | undefined> {
  return database.reader
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .get();
}

/** その回の提出。 */
export async function submissionAt(
  database: Database,
  applicationId: string,
  sequence: number,
): Promise<SubmissionRow | undefined> {
  return database.reader
    .select()
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), eq(submissions.sequence, sequence)))
    .get();
}

/** 提出の見出し。 */
export type FilingRow = Pick<SubmissionRow, "sequence" | "filedAt" | "filedByName">;

/** これまでの提出の見出し。新しい順。 */
export async function filingsOf(database: Database, applicationId: string): Promise<readonly FilingRow[]> {
  return database.reader
    .select({
      sequence: submissions.sequence,
      filedAt: submissions.filedAt,
      filedByName: submissions.filedByName,
    })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.sequence))
    .all();
}

/** その提出への指摘。 */
export async function commentsOn(
  database: Database,
  applicationId: string,
  submissionSequence: number,
): Promise<readonly CommentRow[]> {
  return database.reader
    .select()
    .from(reviewComments)
    .where(
      and(
        eq(reviewComments.applicationId, applicationId),
        eq(reviewComments.submissionSequence, submissionSequence),
      ),
    )
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id))
    .all();
}

/** 最も新しい差戻しの指摘。差し戻されたことがなければ空。 */
export async function latestComments(
  database: Database,
  applicationId: string,
): Promise<readonly CommentRow[]> {
  const last = database.reader
    .select({ sequence: max(reviewComments.submissionSequence) })
    .from(reviewComments)
    .where(eq(reviewComments.applicationId, applicationId))
    .get();
  const sequence = last?.sequence ?? null;
  return sequence === null ? [] : commentsOn(database, applicationId, sequence);
}

/** 起きたことの全部。古い順。 */
export async function eventsOf(database: Database, applicationId: string): Promise<readonly EventRow[]> {
  return database.reader
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.sequence))
    .all();
}
