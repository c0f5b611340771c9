/** 実施状況報告の読み出し。 */
import { and, asc, count, desc, eq, gt, gte, inArray, lt, lte, or } from "drizzle-orm";
import type { Connection } from "../client.ts";
import {
  companies,
  outbox,
  plans,
  progressReportDrafts,
  progressReports,
  reportDues,
} from "../schema/index.ts";

export type ProgressReportRow = typeof progressReports.$inferSelect;
export type ReportDraftRow = typeof progressReportDrafts.$inferSelect;

const r = progressReports;
const d = reportDues;

/** 計画の報告の全部の版。古い年が先、同じ年では新しい版が先。 */
export const reportsOfPlan = (reader: Connection, planId: string): readonly ProgressReportRow[] =>
  reader.select().from(r).where(eq(r.planId, planId)).orderBy(asc(r.year), desc(r.edition)).all();

export const reportDraftOf = (reader: Connection, planId: string, year: number): ReportDraftRow | undefined =>
  reader
    .select()
    .from(progressReportDrafts)
    .where(and(eq(progressReportDrafts.planId, planId), eq(progressReportDrafts.year, year)))
    .get();

/** 会社の計画と、次に待つ報告。実施時期の終わりの遅い順。 */
export const companyDues = (reader: Connection, companyKey: string) =>
  reader
    .select({
      planId: plans.id,
      number: plans.number,
      year: d.year,
      opensOn: d.opensOn,
      dueOn: d.dueOn,
    })
    .from(plans)
    .innerJoin(d, eq(d.planId, plans.id))
    .where(eq(plans.companyKey, companyKey))
    .orderBy(desc(plans.endMonth), desc(plans.id))
    .all();

/** 待つ報告の条件。offices が null なら全部の局。 */
type DueFilter = {
  readonly offices: readonly string[] | null;
  /** 期限の両端（含む）。 */
  readonly dueFrom: string;
  readonly dueTo: string;
  /** この日までに書けるようになった報告だけ。 */
  readonly opensBy: string;
};

const dueMatching = ({ offices, dueFrom, dueTo, opensBy }: DueFilter) =>
  and(
    offices === null ? undefined : inArray(d.officeCode, [...offices]),
    gte(d.dueOn, dueFrom),
    lte(d.dueOn, dueTo),
    lte(d.opensOn, opensBy),
  );

export type DueKey = { readonly dueOn: string; readonly planId: string };

/** 待つ報告の一枚。期限の早い順。 */
export const duePage = (reader: Connection, filter: DueFilter, after: DueKey | null, limit: number) =>
  reader
    .select({
      planId: d.planId,
      year: d.year,
      opensOn: d.opensOn,
      dueOn: d.dueOn,
      officeCode: d.officeCode,
      companyName: companies.name,
      number: plans.number,
    })
    .from(d)
    .innerJoin(plans, eq(plans.id, d.planId))
    .innerJoin(companies, eq(companies.key, d.companyKey))
    .where(
      and(
        dueMatching(filter),
        after === null
          ? undefined
          : or(gt(d.dueOn, after.dueOn), and(eq(d.dueOn, after.dueOn), gt(d.planId, after.planId))),
      ),
    )
    .orderBy(asc(d.dueOn), asc(d.planId))
    .limit(limit)
    .all();

export const countDue = (reader: Connection, filter: DueFilter): number =>
  reader.select({ total: count() }).from(d).where(dueMatching(filter)).get()?.total ?? 0;

type FiledFilter = { readonly offices: readonly string[] | null; readonly state: "filed" | "received" };

const filedMatching = ({ offices, state }: FiledFilter) =>
  and(offices === null ? undefined : inArray(r.officeCode, [...offices]), eq(r.state, state));

export type FiledKey = { readonly filedAt: string; readonly planId: string };

/** 提出された報告の一枚。新しい順。同じ計画の同じ瞬間の提出は一つだけ。 */
export const filedPage = (reader: Connection, filter: FiledFilter, after: FiledKey | null, limit: number) =>
  reader
    .select({
      planId: r.planId,
      year: r.year,
      edition: r.edition,
      form: r.form,
      officeCode: r.officeCode,
      companyName: r.companyName,
      number: r.planNumber,
      filedAt: r.filedAt,
      receivedOn: r.receivedOn,
    })
    .from(r)
    .where(
      and(
        filedMatching(filter),
        after === null
          ? undefined
          : or(lt(r.filedAt, after.filedAt), and(eq(r.filedAt, after.filedAt), lt(r.planId, after.planId))),
      ),
    )
    .orderBy(desc(r.filedAt), desc(r.planId))
    .limit(limit)
    .all();

export const countFiled = (reader: Connection, filter: FiledFilter): number =>
  reader.select({ total: count() }).from(r).where(filedMatching(filter)).get()?.total ?? 0;

/** そのうち、もう知らせた鍵。 */
export const remindedAmong = (reader: Connection, keys: readonly string[]): ReadonlySet<string> =>
  new Set(
    keys.filter(
      (key) =>
        reader
          .select({ id: outbox.id })
          .from(outbox)
          .where(and(eq(outbox.topic, "bulkMail"), eq(outbox.key, key)))
          .get() !== undefined,
    ),
  );

/** 期限がその間にある、待つ報告。期限の早い順に、境目の後から limit 行まで。 */
export const duesBetween = (
  reader: Connection,
  { from, to }: { readonly from: string; readonly to: string },
  after: DueKey | null,
  limit: number,
) => duePage(reader, { offices: null, dueFrom: from, dueTo: to, opensBy: to }, after, limit);
