import { eq, max } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { publications, publishedPlans } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 一つの文で入れる行数。 */
const AT_ONCE = 20;

/** 公表の版とその行を書く。同じ月の版は、いまの版の次でなければ断る。 */
export function writePublicationRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.publications ?? []) {
    const last = tx
      .select({ edition: max(publications.edition) })
      .from(publications)
      .where(eq(publications.month, row.month))
      .get();
    if ((last?.edition ?? 0) + 1 !== row.edition) throw new StaleVersion("publication", row.month);
    tx.insert(publications).values(row).run();
  }
  const plans = rows.publishedPlans ?? [];
  for (let at = 0; at < plans.length; at += AT_ONCE)
    tx.insert(publishedPlans)
      .values(plans.slice(at, at + AT_ONCE))
      .run();
}
