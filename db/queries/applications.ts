/** 申請の読み出し。決めることはしない。 */
import { and, asc, desc, eq, max, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import {
  applicationEvents,
  applications,
  applicationSections,
  reviewComments,
  submissions,
} from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type ApplicationRow = typeof applications.$inferSelect;
export type SubmissionRow = typeof submissions.$inferSelect;
export type SectionRow = typeof applicationSections.$inferSelect;
export type CommentRow = typeof reviewComments.$inferSelect;
export type EventRow = typeof applicationEvents.$inferSelect;

const byId = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(applications)
    .where(eq(applications.id, sql.placeholder("id")))
    .prepare(),
);

export async function findApplication(database: Database, id: string): Promise<ApplicationRow | undefined> {
  return byId(database.reader).get({ id });
}

const ofCompany = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(applications)
    .where(eq(applications.companyKey, sql.placeholder("companyKey")))
    .orderBy(desc(applications.updatedAt))
    .prepare(),
);

/** 会社の申請と下書きの全部の id。 */
export const applicationIdsOf = ({ reader }: Database, companyKey: string): readonly string[] =>
  reader
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.companyKey, companyKey))
    .all()
    .map(({ id }) => id);

/** 会社の申請。新しく動いた順。 */
export async function companyApplications(
  database: Database,
  companyKey: string,
): Promise<readonly ApplicationRow[]> {
  return ofCompany(database.reader).all({ companyKey });
}

const sectionsBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(applicationSections)
    .where(eq(applicationSections.applicationId, sql.placeholder("applicationId")))
    .prepare(),
);

export async function sectionsOf(database: Database, applicationId: string): Promise<readonly SectionRow[]> {
  return sectionsBy(database.reader).all({ applicationId });
}

const latestOf = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, sql.placeholder("applicationId")))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .prepare(),
);

/** 最も新しい提出。 */
export async function latestSubmission(
  database: Database,
  applicationId: string,
): Promise<SubmissionRow | undefined> {
  return latestOf(database.reader).get({ applicationId });
}

const atSequence = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.applicationId, sql.placeholder("applicationId")),
        eq(submissions.sequence, sql.placeholder("sequence")),
      ),
    )
    .prepare(),
);

/** その回の提出。 */
export async function submissionAt(
  database: Database,
  applicationId: string,
  sequence: number,
): Promise<SubmissionRow | undefined> {
  return atSequence(database.reader).get({ applicationId, sequence });
}

const latestAnswersBy = preparedOnce((reader: Connection) =>
  reader
    .select({ answers: submissions.answers, filedAt: submissions.filedAt })
    .from(submissions)
    .where(eq(submissions.applicationId, sql.placeholder("applicationId")))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .prepare(),
);

/** 最も新しい提出の、答えと申請の瞬間だけ。 */
export const latestAnswers = (
  { reader }: Database,
  applicationId: string,
): Pick<SubmissionRow, "answers" | "filedAt"> | undefined => latestAnswersBy(reader).get({ applicationId });

/** 提出の見出し。 */
export type FilingRow = Pick<SubmissionRow, "sequence" | "filedAt" | "filedByName">;

const headingsOf = preparedOnce((reader: Connection) =>
  reader
    .select({
      sequence: submissions.sequence,
      filedAt: submissions.filedAt,
      filedByName: submissions.filedByName,
    })
    .from(submissions)
    .where(eq(submissions.applicationId, sql.placeholder("applicationId")))
    .orderBy(desc(submissions.sequence))
    .prepare(),
);

/** これまでの提出の見出し。新しい順。 */
export async function filingsOf(database: Database, applicationId: string): Promise<readonly FilingRow[]> {
  return headingsOf(database.reader).all({ applicationId });
}

const commentsAt = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(reviewComments)
    .where(
      and(
        eq(reviewComments.applicationId, sql.placeholder("applicationId")),
        eq(reviewComments.submissionSequence, sql.placeholder("submissionSequence")),
      ),
    )
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id))
    .prepare(),
);

/** その提出への指摘。 */
export async function commentsOn(
  database: Database,
  applicationId: string,
  submissionSequence: number,
): Promise<readonly CommentRow[]> {
  return commentsAt(database.reader).all({ applicationId, submissionSequence });
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

const eventsBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(applicationEvents.sequence))
    .prepare(),
);

/** 起きたことの全部。古い順。 */
export async function eventsOf(database: Database, applicationId: string): Promise<readonly EventRow[]> {
  return eventsBy(database.reader).all({ applicationId });
}
