/** 認定の後の届出と、承継の申出の読み出し。 */
import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { planRequests, plans } from "../schema/index.ts";
import type { PlanRow } from "./plans.ts";

export type PlanRequestRow = typeof planRequests.$inferSelect;

/** その計画への届出と申出。新しい順。 */
export async function planRequestsOf(database: Database, planId: string): Promise<readonly PlanRequestRow[]> {
  return database.reader
    .select()
    .from(planRequests)
    .where(eq(planRequests.planId, planId))
    .orderBy(desc(planRequests.createdAt), desc(planRequests.id))
    .all();
}

/** その会社が承継した（手放した）計画と、その承継。新しい順。 */
export async function formerPlans(
  database: Database,
  companyKey: string,
): Promise<readonly { readonly plan: PlanRow; readonly request: PlanRequestRow }[]> {
  return database.reader
    .select({ plan: plans, request: planRequests })
    .from(planRequests)
    .innerJoin(plans, eq(plans.id, planRequests.planId))
    .where(
      and(
        eq(planRequests.companyKey, companyKey),
        eq(planRequests.status, "accepted"),
        eq(planRequests.kind, "succession"),
      ),
    )
    .orderBy(desc(planRequests.createdAt))
    .all();
}
