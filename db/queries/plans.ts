/** 認定された計画と、その版の読み出し。 */
import { and, asc, desc, eq, gt, isNull, type SQL } from "drizzle-orm";
import type { Database } from "../client.ts";
import type { ApplicationRow } from "./applications.ts";
import { applications, openChange, planEvents, plans, planVersions } from "../schema/index.ts";

export type PlanRow = typeof plans.$inferSelect;
export type PlanVersionRow = typeof planVersions.$inferSelect;
export type PlanEventRow = typeof planEvents.$inferSelect;

export async function findPlan(database: Database, planId: string): Promise<PlanRow | undefined> {
  return database.reader.select().from(plans).where(eq(plans.id, planId)).get();
}

/** 会社の計画。実施時期の終わりの遅い順。 */
export async function companyPlans(database: Database, companyKey: string): Promise<readonly PlanRow[]> {
  return database.reader
    .select()
    .from(plans)
    .where(eq(plans.companyKey, companyKey))
    .orderBy(desc(plans.endMonth), desc(plans.id))
    .all();
}

/** 会社の計画と、いまの版の認定日。認定日の新しい順。 */
export async function companyCurrentVersions(
  database: Database,
  companyKey: string,
): Promise<readonly { readonly plan: PlanRow; readonly certifiedOn: string }[]> {
  return database.reader
    .select({ plan: plans, certifiedOn: planVersions.certifiedOn })
    .from(plans)
    .innerJoin(
      planVersions,
      and(eq(planVersions.planId, plans.id), eq(planVersions.version, plans.currentVersion)),
    )
    .where(eq(plans.companyKey, companyKey))
    .orderBy(desc(planVersions.certifiedOn))
    .all();
}

/** 計画の版。新しい順。 */
export async function planVersionsOf(database: Database, planId: string): Promise<readonly PlanVersionRow[]> {
  return database.reader
    .select()
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
    .orderBy(desc(planVersions.version))
    .all();
}

/** その申請を認定した版。認定されていない申請では undefined。 */
export async function versionOfApplication(
  database: Database,
  applicationId: string,
): Promise<PlanVersionRow | undefined> {
  return database.reader
    .select()
    .from(planVersions)
    .where(eq(planVersions.applicationId, applicationId))
    .get();
}

/** その文書番号の版と、その計画。どの会社のものも返す。 */
export async function plansByNumber(database: Database, number: string): Promise<readonly PlanRow[]> {
  return database.reader
    .selectDistinct()
    .from(plans)
    .innerJoin(planVersions, and(eq(planVersions.planId, plans.id), eq(planVersions.number, number)))
    .all()
    .map((row) => row.plans);
}

/** 計画に起きたこと。古い順。 */
export async function planEventsOf(database: Database, planId: string): Promise<readonly PlanEventRow[]> {
  return database.reader
    .select()
    .from(planEvents)
    .where(eq(planEvents.planId, planId))
    .orderBy(asc(planEvents.sequence))
    .all();
}

/** その計画の、まだ決まっていない変更認定申請。 */
export const openChangeOfPlan = (database: Database, planId: string): Promise<ApplicationRow | undefined> =>
  findOpenChange(database, eq(applications.planId, planId));

/** その会社がその文書番号の認定を変える、まだ決まっていない変更認定申請。 */
export const openChangeOfNumber = (
  database: Database,
  companyKey: string,
  number: string,
): Promise<ApplicationRow | undefined> =>
  findOpenChange(database, and(eq(applications.companyKey, companyKey), eq(applications.baseNumber, number)));

async function findOpenChange(database: Database, of: SQL | undefined): Promise<ApplicationRow | undefined> {
  return database.reader.select().from(applications).where(and(of, openChange)).get();
}

/** その月に実施時期の終わる、途中で終わっていない計画。id の順に、境目の後から limit 行まで。 */
export const plansEnding = (
  { reader }: Database,
  endMonth: string,
  after: string,
  limit: number,
): readonly PlanRow[] =>
  reader
    .select()
    .from(plans)
    .where(and(eq(plans.endMonth, endMonth), gt(plans.id, after), isNull(plans.ended)))
    .orderBy(asc(plans.id))
    .limit(limit)
    .all();
