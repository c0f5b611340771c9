import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { numberSeries } from "../schema/index.ts";

/** 系列の次の番号を引く。取引が戻れば番号も戻るので、欠番も重複もできない。 */
export function drawNumber(tx: Transaction, series: string): number {
  tx.insert(numberSeries)
    .values({ series, last: 1 })
    .onConflictDoUpdate({ target: numberSeries.series, set: { last: sql`${numberSeries.last} + 1` } })
    .run();
  const row = tx.select().from(numberSeries).where(eq(numberSeries.series, series)).get();
  if (row === undefined) throw new Error(`番号の系列 ${series} がありません。`);
  return row.last;
}
