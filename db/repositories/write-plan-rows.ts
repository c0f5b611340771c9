/** 計画、その版、起きたことを書く。計画の版が動いていたら断る。 */
import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { planEvents, planRequests, plans, planVersions } from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

export function writePlanRows(
  tx: Transaction,
  { actor, at }: Pick<WritePlan<unknown>, "actor" | "at">,
  rows: PlannedRows<unknown>,
): void {
  for (const row of rows.newPlans ?? []) tx.insert(plans).values(row).run();
  for (const { id, expectedVersion, set } of rows.planChanges ?? []) {
    const written = tx
      .update(plans)
      .set({ ...set, version: expectedVersion + 1, updatedAt: at })
      .where(and(eq(plans.id, id), eq(plans.version, expectedVersion)))
      .run();
    if (written.changes !== 1) throw new StaleVersion("plan", id);
  }
  for (const row of rows.newPlanRequests ?? []) tx.insert(planRequests).values(row).run();
  for (const { id, expectedVersion, set } of rows.planRequestChanges ?? []) {
    const written = tx
      .update(planRequests)
      .set({ ...set, version: expectedVersion + 1 })
      .where(and(eq(planRequests.id, id), eq(planRequests.version, expectedVersion)))
      .run();
    if (written.changes !== 1) throw new StaleVersion("plan", id);
  }
  for (const row of rows.planVersions ?? []) tx.insert(planVersions).values(row).run();
  for (const { planId, event } of rows.planEvents ?? []) {
    const last = tx
      .select({ sequence: max(planEvents.sequence) })
      .from(planEvents)
      .where(eq(planEvents.planId, planId))
      .get();
    tx.insert(planEvents)
      .values({
        planId,
        sequence: (last?.sequence ?? 0) + 1,
        type: event.type,
        data: event.data,
        actorId: actor.id,
        actorName: actor.name,
        at,
      })
      .run();
  }
}
