/** 計画の一覧の読み出し。実施時期の終わりの順に、鍵でページを送る。見てよい局を必ず条件に入れる。 */
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { EndRange, PlanKey, PlanOrigin } from "#app/domain/plan-life/plan-list-query.ts";
import type { Database } from "../client.ts";
import { companies, plans, planVersions } from "../schema/index.ts";

export type PlanFilter = EndRange & {
  /** null は全部の局。 */
  readonly offices: readonly string[] | null;
  readonly guideline: string;
  readonly prefecture: string;
  readonly origin: PlanOrigin | null;
  /** 文書番号、又は法人番号。空なら問わない。 */
  readonly q: string;
};

export type ListedPlanRow = ReturnType<typeof planPage>[number];

/** どの月よりも前と、後。 */
const FIRST_MONTH = "0000-00";
const LAST_MONTH = "9999-99";

export function planPage(
  { reader }: Database,
  filter: PlanFilter,
  { after, limit }: { readonly after: PlanKey | null; readonly limit: number },
) {
  const { from, to, ended, latestFirst } = filter;
  const order = latestFirst ? desc : asc;
  const beyond =
    after ?? (latestFirst ? { endMonth: LAST_MONTH, id: "" } : { endMonth: FIRST_MONTH, id: "" });
  return reader
    .select({
      id: plans.id,
      number: plans.number,
      companyKey: plans.companyKey,
      companyName: companies.name,
      guidelineId: plans.guidelineId,
      prefecture: plans.prefecture,
      startMonth: plans.startMonth,
      endMonth: plans.endMonth,
      currentVersion: plans.currentVersion,
      certifiedOn: plans.certifiedOn,
      ended: plans.ended,
    })
    .from(plans)
    .innerJoin(companies, eq(companies.key, plans.companyKey))
    .where(
      and(
        latestFirst
          ? sql`(${plans.endMonth}, ${plans.id}) < (${beyond.endMonth}, ${beyond.id})`
          : sql`(${plans.endMonth}, ${plans.id}) > (${beyond.endMonth}, ${beyond.id})`,
        from === null ? undefined : gte(plans.endMonth, from),
        to === null ? undefined : lte(plans.endMonth, to),
        ended === null ? undefined : ended ? isNotNull(plans.ended) : isNull(plans.ended),
        filter.offices === null ? undefined : inArray(plans.officeCode, [...filter.offices]),
        filter.guideline === "" ? undefined : eq(plans.guidelineId, filter.guideline),
        filter.prefecture === "" ? undefined : eq(plans.prefecture, filter.prefecture),
        filter.origin === null ? undefined : eq(plans.origin, filter.origin),
        filter.q === "" ? undefined : named(filter.q),
      ),
    )
    .orderBy(order(plans.endMonth), order(plans.id))
    .limit(limit)
    .all();
}

/** 計画の数。初めの認定をどこで受けたかごとに。 */
export const plansByOrigin = (
  { reader }: Database,
  offices: readonly string[] | null,
): readonly { readonly origin: PlanOrigin; readonly total: number }[] =>
  reader
    .select({ origin: plans.origin, total: count() })
    .from(plans)
    .where(offices === null ? undefined : inArray(plans.officeCode, [...offices]))
    .groupBy(plans.origin)
    .all();

/** その文書番号の版のある計画と、その法人番号の会社の計画。 */
const named = (q: string) =>
  or(
    inArray(
      plans.id,
      sql`(select ${planVersions.planId} from ${planVersions} where ${planVersions.number} = ${q})`,
    ),
    eq(plans.companyKey, q),
  );
