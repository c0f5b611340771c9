/** 審査の内部のメモの読み出し。職員の use case だけが使う。 */
import { asc, eq, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import { reviewNotes } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type ReviewNoteRow = typeof reviewNotes.$inferSelect;

const notesBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(reviewNotes)
    .where(eq(reviewNotes.applicationId, sql.placeholder("applicationId")))
    .orderBy(asc(reviewNotes.createdAt), asc(reviewNotes.id))
    .prepare(),
);

/** その申請のメモ。書いた順。 */
export async function notesOf(database: Database, applicationId: string): Promise<readonly ReviewNoteRow[]> {
  return notesBy(database.reader).all({ applicationId });
}
