/** 連携の読み出し: 同意、連携先に見える計画、連携先、札。 */
import { and, asc, desc, eq, gt, gte, inArray, max } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  apiClients,
  apiTokens,
  applications,
  certificateRevocations,
  certifications,
  issuedDocuments,
  planVersions,
  sharedPlans,
  sharingConsents,
  submissions,
} from "../schema/index.ts";

export type ConsentRow = typeof sharingConsents.$inferSelect;
export type SharedPlanRow = typeof sharedPlans.$inferSelect;
export type ApiClientRow = typeof apiClients.$inferSelect;

/** 示した意思のこれまで。新しい順。 */
export async function consentsOf(database: Database, applicationId: string): Promise<readonly ConsentRow[]> {
  return database.reader
    .select()
    .from(sharingConsents)
    .where(eq(sharingConsents.applicationId, applicationId))
    .orderBy(desc(sharingConsents.sequence))
    .all();
}

/**
 * 変わった順の一枚。
 *
 * @param wanted.after この変化より後
 * @param wanted.since この瞬間より後に変わった物（UTC の ISO 文字列）
 */
export async function sharedPage(
  database: Database,
  wanted: {
    readonly after: number;
    readonly since: string | null;
    readonly companyKey: string | null;
    readonly limit: number;
  },
): Promise<readonly SharedPlanRow[]> {
  const after = Math.max(wanted.after, await changeBefore(database, wanted.since));
  return database.reader
    .select()
    .from(sharedPlans)
    .where(
      and(
        gt(sharedPlans.change, after),
        wanted.companyKey === null ? undefined : eq(sharedPlans.companyKey, wanted.companyKey),
      ),
    )
    .orderBy(asc(sharedPlans.change))
    .limit(wanted.limit)
    .all();
}

/** その瞬間より前の、最後の変化の番号。 */
async function changeBefore(database: Database, since: string | null): Promise<number> {
  if (since === null) return 0;
  const first = database.reader
    .select({ change: sharedPlans.change })
    .from(sharedPlans)
    .where(gte(sharedPlans.updatedAt, since))
    .orderBy(asc(sharedPlans.updatedAt), asc(sharedPlans.change))
    .limit(1)
    .get();
  return first === undefined ? Number.MAX_SAFE_INTEGER : first.change - 1;
}

export async function sharedPlan(
  database: Database,
  applicationId: string,
): Promise<SharedPlanRow | undefined> {
  return database.reader.select().from(sharedPlans).where(eq(sharedPlans.applicationId, applicationId)).get();
}

/** いちばん新しい変化の番号。 */
export async function lastChange(database: Database): Promise<number> {
  return (
    database.reader
      .select({ change: max(sharedPlans.change) })
      .from(sharedPlans)
      .get()?.change ?? 0
  );
}

export type SharedFacts = NonNullable<Awaited<ReturnType<typeof sharedFacts>>[number]>;

/** 渡す計画の値。一覧の一枚を、数回の問合せで読む。 */
export async function sharedFacts(database: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const rows = database.reader
    .select({
      id: applications.id,
      companyKey: applications.companyKey,
      companyName: applications.companyName,
      prefecture: applications.prefecture,
      industryCode: applications.industryCode,
      sequence: applications.submissionSequence,
      number: certifications.number,
      certifiedOn: certifications.certifiedOn,
      routing: submissions.routing,
      revokedOn: certificateRevocations.revokedOn,
      kind: applications.kind,
      planId: planVersions.planId,
      planVersion: planVersions.version,
    })
    .from(applications)
    .innerJoin(certifications, eq(certifications.applicationId, applications.id))
    .innerJoin(
      submissions,
      and(
        eq(submissions.applicationId, applications.id),
        eq(submissions.sequence, applications.submissionSequence),
      ),
    )
    .leftJoin(certificateRevocations, eq(certificateRevocations.applicationId, applications.id))
    .leftJoin(planVersions, eq(planVersions.applicationId, applications.id))
    .where(inArray(applications.id, wanted))
    .all();
  const documents = database.reader
    .select({
      applicationId: issuedDocuments.applicationId,
      edition: issuedDocuments.edition,
      sha256: issuedDocuments.sha256,
    })
    .from(issuedDocuments)
    .where(
      and(inArray(issuedDocuments.applicationId, wanted), eq(issuedDocuments.kind, "certificationNotice")),
    )
    .orderBy(desc(issuedDocuments.edition))
    .all();
  return rows.map((row) => ({
    ...row,
    document: documents.find(({ applicationId }) => applicationId === row.id) ?? null,
  }));
}

export async function apiClientById(database: Database, id: string): Promise<ApiClientRow | undefined> {
  return database.reader.select().from(apiClients).where(eq(apiClients.id, id)).get();
}

/** 全部の連携先。古い順。 */
export async function apiClientList(database: Database): Promise<readonly ApiClientRow[]> {
  return database.reader.select().from(apiClients).orderBy(asc(apiClients.createdAt)).all();
}

/** 期限の内の札。 */
export async function liveToken(
  database: Database,
  tokenHash: string,
  now: string,
): Promise<typeof apiTokens.$inferSelect | undefined> {
  return database.reader
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, tokenHash), gt(apiTokens.expiresAt, now)))
    .get();
}
