/** 会社の事実の控えの読み出し。 */
import { and, desc, eq, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import { closureOverrides, companyFacts, directoryHealth, submissionFacts } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type CompanyFactsRow = typeof companyFacts.$inferSelect;
export type DirectoryHealthRow = typeof directoryHealth.$inferSelect;
export type ClosureOverrideRow = typeof closureOverrides.$inferSelect;
export type SubmissionFactsRow = typeof submissionFacts.$inferSelect;

const factsBy = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(companyFacts)
    .where(eq(companyFacts.corporateNumber, sql.placeholder("corporateNumber")))
    .prepare(),
);

export async function keptFacts(
  database: Database,
  corporateNumber: string,
): Promise<CompanyFactsRow | undefined> {
  return factsBy(database.reader).get({ corporateNumber });
}

/** 引く口ごとの様子。 */
export async function directoryStates(database: Database): Promise<readonly DirectoryHealthRow[]> {
  return database.reader.select().from(directoryHealth).all();
}

const lastOverride = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(closureOverrides)
    .where(eq(closureOverrides.corporateNumber, sql.placeholder("corporateNumber")))
    .orderBy(desc(closureOverrides.createdAt))
    .limit(1)
    .prepare(),
);

/** 閉鎖されていても申請してよいとした、最後の判断。 */
export async function closureOverrideOf(
  database: Database,
  corporateNumber: string,
): Promise<ClosureOverrideRow | undefined> {
  return lastOverride(database.reader).get({ corporateNumber });
}

const filedFacts = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(submissionFacts)
    .where(
      and(
        eq(submissionFacts.applicationId, sql.placeholder("applicationId")),
        eq(submissionFacts.sequence, sql.placeholder("sequence")),
      ),
    )
    .prepare(),
);

/** 提出した時の、会社の値の出どころ。この仕組みの前の提出には無い。 */
export async function factsAtFiling(
  database: Database,
  applicationId: string,
  sequence: number,
): Promise<SubmissionFactsRow | undefined> {
  return filedFacts(database.reader).get({ applicationId, sequence });
}
