/** 審査の内部のメモの読み出し。職員の use case だけが使う。 */
import { asc, eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { reviewNotes } from "../schema/index.ts";

export type ReviewNoteRow = typeof reviewNotes.$inferSelect;

/** その申請のメモ。書いた順。 */
export async function notesOf(database: Database, applicationId: string): Promise<readonly ReviewNoteRow[]> {
  return database.reader
    .select()
    .from(reviewNotes)
    .where(eq(reviewNotes.applicationId, applicationId))
    .orderBy(asc(reviewNotes.createdAt), asc(reviewNotes.id))
    .all();
}
