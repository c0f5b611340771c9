/** 会社の事実の控えの読み出し。 */
import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { closureOverrides, companyFacts, directoryHealth, submissionFacts } from "../schema/index.ts";

export type CompanyFactsRow = typeof companyFacts.$inferSelect;
export type DirectoryHealthRow = typeof directoryHealth.$inferSelect;
export type ClosureOverrideRow = typeof closureOverrides.$inferSelect;
export type SubmissionFactsRow = typeof submissionFacts.$inferSelect;

export async function keptFacts(
  database: Database,
  corporateNumber: string,
): Promise<CompanyFactsRow | undefined> {
  return database.reader
    .select()
    .from(companyFacts)
    .where(eq(companyFacts.corporateNumber, corporateNumber))
    .get();
}

/** 引く口ごとの様子。 */
export async function directoryStates(database: Database): Promise<readonly DirectoryHealthRow[]> {
  return database.reader.select().from(directoryHealth).all();
}

/** 閉鎖されていても申請してよいとした、最後の判断。 */
export async function closureOverrideOf(
  database: Database,
  corporateNumber: string,
): Promise<ClosureOverrideRow | undefined> {
  return database.reader
    .select()
    .from(closureOverrides)
    .where(eq(closureOverrides.corporateNumber, corporateNumber))
    .orderBy(desc(closureOverrides.createdAt))
    .limit(1)
    .get();
}

/** 提出した時の、会社の値の出どころ。この仕組みの前の提出には無い。 */
export async function factsAtFiling(
  database: Database,
  applicationId: string,
  sequence: number,
): Promise<SubmissionFactsRow | undefined> {
  return database.reader
    .select()
    .from(submissionFacts)
    .where(and(eq(submissionFacts.applicationId, applicationId), eq(submissionFacts.sequence, sequence)))
    .get();
}
