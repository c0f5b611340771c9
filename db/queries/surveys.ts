/** 調査のメールと、その宛先の読み出し。 */
import { and, asc, count, desc, eq, gt, inArray, lt, max, notExists, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  applicationListings,
  certificateRevocations,
  mailBounces,
  mails,
  noticeChoices,
  outbox,
  submissions,
  surveys,
} from "../schema/index.ts";
import { conditionsOf, type ListingFilter } from "./listing-filter.ts";

export type SurveyRow = typeof surveys.$inferSelect;

/** 新しい順。 */
export const recentSurveys = ({ reader }: Database, limit: number): readonly SurveyRow[] =>
  reader.select().from(surveys).orderBy(desc(surveys.proposedAt)).limit(limit).all();

export const surveyById = ({ reader }: Database, id: string): SurveyRow | undefined =>
  reader.select().from(surveys).where(eq(surveys.id, id)).get();

const listed = applicationListings;

/** 会社の一つの、いちばん新しい認定の申請。 */
export type SurveyCompany = { readonly companyKey: string; readonly number: number };

/**
 * 条件に合う認定（取り消されたものを除く）のある会社。会社の鍵の順。
 *
 * @param after この鍵より後から。初めは空文字
 */
export const certifiedCompanies = (
  { reader }: Database,
  filter: ListingFilter,
  after: string,
  limit: number,
): readonly SurveyCompany[] =>
  reader
    .select({ companyKey: listed.companyKey, number: sql<number>`${max(listed.number)}` })
    .from(listed)
    .where(
      and(
        gt(listed.companyKey, after),
        ...conditionsOf(filter),
        notExists(
          reader
            .select({ one: sql`1` })
            .from(certificateRevocations)
            .where(eq(certificateRevocations.applicationId, listed.applicationId)),
        ),
      ),
    )
    .groupBy(listed.companyKey)
    .orderBy(asc(listed.companyKey))
    .limit(limit)
    .all();

/** そのうち、知らせの受け方を変えたことのある会社の選び。 */
export const companyChoices = (
  { reader }: Database,
  keys: readonly string[],
): readonly { readonly companyKey: string; readonly choices: Readonly<Record<string, string>> }[] =>
  keys.length === 0
    ? []
    : reader
        .select({ companyKey: noticeChoices.subjectId, choices: noticeChoices.choices })
        .from(noticeChoices)
        .where(and(eq(noticeChoices.subjectKind, "company"), inArray(noticeChoices.subjectId, [...keys])))
        .all();

/** 一覧の行の番号から、会社の鍵と、最も新しい提出の答え。 */
export const filedAnswersOf = ({ reader }: Database, numbers: readonly number[]) =>
  numbers.length === 0
    ? []
    : reader
        .select({
          companyKey: listed.companyKey,
          companyName: listed.companyName,
          answers: submissions.answers,
          sequence: submissions.sequence,
        })
        .from(listed)
        .innerJoin(submissions, eq(submissions.applicationId, listed.applicationId))
        .where(inArray(listed.number, [...numbers]))
        .orderBy(asc(submissions.sequence))
        .all();

/** 送る仕事の状態ごとの数。 */
export const surveyMailStates = ({ reader }: Database, campaign: string) =>
  reader
    .select({ state: outbox.state, total: count() })
    .from(outbox)
    .where(and(eq(outbox.topic, "bulkMail"), gt(outbox.key, `${campaign}:`), lt(outbox.key, `${campaign};`)))
    .groupBy(outbox.state)
    .all();

/** 届かずに戻った数。 */
export const surveyBounces = ({ reader }: Database, campaign: string): number =>
  reader
    .select({ total: count() })
    .from(mailBounces)
    .innerJoin(mails, eq(mails.id, mailBounces.mailId))
    .where(and(eq(mailBounces.applicationId, ""), eq(mails.template, campaign)))
    .get()?.total ?? 0;
