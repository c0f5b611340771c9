/** 公表の読み出し: 公表した月と版、その行、公表の元になる認定。 */
import { and, asc, count, desc, eq, gt, isNotNull, lt, lte, min, or } from "drizzle-orm";
import type { Connection } from "../client.ts";
import {
  accounts,
  applications,
  certificateRevocations,
  certifications,
  plans,
  planVersions,
  publications,
  publishedPlans,
  submissions,
} from "../schema/index.ts";

export type PublicationRow = typeof publications.$inferSelect;
export type PublishedPlanRow = typeof publishedPlans.$inferSelect;

const p = publishedPlans;

/** 計画の終わり方と、計画の行の無い古い認定の取消しの日。 */
const endColumns = { ended: plans.ended, revokedOn: certificateRevocations.revokedOn } as const;

/** 公表の全部の版。新しい月が先、同じ月では新しい版が先。 */
export const publicationEditions = (reader: Connection): readonly PublicationRow[] =>
  reader.select().from(publications).orderBy(desc(publications.month), desc(publications.edition)).all();

/** その月の版。新しい順。公表していなければ空。 */
export const editionsOfMonth = (reader: Connection, month: string): readonly PublicationRow[] =>
  reader
    .select()
    .from(publications)
    .where(eq(publications.month, month))
    .orderBy(desc(publications.edition))
    .all();

/** 一番古い認定の日。認定がなければ null。 */
export const firstCertifiedOn = (reader: Connection): string | null =>
  reader
    .select({ day: min(certifications.certifiedOn) })
    .from(certifications)
    .get()?.day ?? null;

/** 公表する値の元。 */
const candidateColumns = {
  applicationId: certifications.applicationId,
  companyKey: certifications.companyKey,
  number: certifications.number,
  certifiedOn: certifications.certifiedOn,
  kind: applications.kind,
  guidelineId: applications.guidelineId,
  ministry: applications.ministry,
  prefecture: applications.prefecture,
  editionId: submissions.editionId,
  answers: submissions.answers,
  routing: submissions.routing,
  filedByName: submissions.filedByName,
} as const;

const candidates = (reader: Connection) =>
  reader
    .select(candidateColumns)
    .from(certifications)
    .innerJoin(applications, eq(applications.id, certifications.applicationId))
    .innerJoin(
      submissions,
      and(
        eq(submissions.applicationId, applications.id),
        eq(submissions.sequence, applications.submissionSequence),
      ),
    );

export type PublicationCandidate = NonNullable<ReturnType<typeof candidateByNumber>>;

export const candidateByNumber = (reader: Connection, number: string) =>
  candidates(reader).where(eq(certifications.number, number)).get();

/**
 * その間に認定した計画。認定日の順に、少しずつ読む。
 *
 * @param days 認定日の両端（含む）
 * @param size 一度に読む行数
 */
export function* candidateChunks(
  reader: Connection,
  days: { readonly from: string; readonly to: string },
  size: number,
): Generator<readonly PublicationCandidate[]> {
  const { certifiedOn, applicationId } = certifications;
  let after = { day: days.from, id: "" };
  while (true) {
    const rows = candidates(reader)
      .where(
        and(
          lte(certifiedOn, days.to),
          or(gt(certifiedOn, after.day), and(eq(certifiedOn, after.day), gt(applicationId, after.id))),
        ),
      )
      .orderBy(asc(certifiedOn), asc(applicationId))
      .limit(size)
      .all();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = { day: last.certifiedOn, id: last.applicationId };
  }
}

/** その事業者のアカウントの人の氏名。 */
export const personNamesOf = (reader: Connection, companyKey: string): readonly string[] =>
  reader
    .select({ name: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.companyKey, companyKey))
    .all()
    .map(({ name }) => name);

/** 一覧の条件。空文字の条件では絞らない。 */
export type PublishedFilter = {
  readonly month: string;
  readonly edition: number;
  readonly ministry: string;
  readonly prefecture: string;
  readonly division: string;
};

const matching = ({ month, edition, ministry, prefecture, division }: PublishedFilter) =>
  and(
    eq(p.month, month),
    eq(p.edition, edition),
    ministry === "" ? undefined : eq(p.ministry, ministry),
    prefecture === "" ? undefined : eq(p.prefecture, prefecture),
    division === "" ? undefined : eq(p.division, division),
  );

/** 一覧の一枚。計画が途中で終わった行には、その終わり方が付く。 */
export const publishedPage = (
  reader: Connection,
  filter: PublishedFilter,
  { after, limit }: { readonly after: number; readonly limit: number },
) =>
  reader
    .select({ plan: p, ...endColumns })
    .from(p)
    .leftJoin(planVersions, eq(planVersions.applicationId, p.applicationId))
    .leftJoin(plans, eq(plans.id, planVersions.planId))
    .leftJoin(certificateRevocations, eq(certificateRevocations.applicationId, p.applicationId))
    .where(and(matching(filter), gt(p.position, after)))
    .orderBy(asc(p.position))
    .limit(limit)
    .all();

/** 条件に合う行の数と、その中での何行目か。 */
export const countPublished = (reader: Connection, filter: PublishedFilter, before?: number): number =>
  reader
    .select({ total: count() })
    .from(p)
    .where(and(matching(filter), before === undefined ? undefined : lt(p.position, before)))
    .get()?.total ?? 0;

/** 絞込みの選択肢と件数。省庁、都道府県、大分類の組ごと。 */
export const publishedGroups = (reader: Connection, month: string, edition: number) =>
  reader
    .select({
      ministry: p.ministry,
      prefecture: p.prefecture,
      prefectureName: p.prefectureName,
      division: p.division,
      divisionName: p.divisionName,
      total: count(),
    })
    .from(p)
    .where(and(eq(p.month, month), eq(p.edition, edition)))
    .groupBy(p.ministry, p.prefecture, p.prefectureName, p.division, p.divisionName)
    .all();

/** 公表の後に計画が終わった行と、その終わり方。行の順。 */
export const endedAfterwards = (reader: Connection, month: string, edition: number) =>
  reader
    .select({ position: p.position, ...endColumns })
    .from(p)
    .leftJoin(planVersions, eq(planVersions.applicationId, p.applicationId))
    .leftJoin(plans, eq(plans.id, planVersions.planId))
    .leftJoin(certificateRevocations, eq(certificateRevocations.applicationId, p.applicationId))
    .where(
      and(
        eq(p.month, month),
        eq(p.edition, edition),
        or(isNotNull(plans.ended), isNotNull(certificateRevocations.revokedOn)),
      ),
    )
    .orderBy(asc(p.position))
    .all();

/** その版の全部の行。 */
export const publishedRows = (
  reader: Connection,
  month: string,
  edition: number,
): readonly PublishedPlanRow[] =>
  reader
    .select()
    .from(p)
    .where(and(eq(p.month, month), eq(p.edition, edition)))
    .orderBy(asc(p.position))
    .all();
