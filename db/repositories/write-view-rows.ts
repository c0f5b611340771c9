import { eq } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { listExports, pinnedViews, savedViews } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

/** 一覧の見方と書出しの行を書く。 */
export function writeViewRows(tx: Transaction, at: string, rows: PlannedRows<unknown>): void {
  for (const row of rows.savedViews ?? []) tx.insert(savedViews).values(row).run();
  for (const row of rows.listExports ?? []) tx.insert(listExports).values(row).run();
  for (const id of rows.removedViews ?? []) {
    tx.delete(pinnedViews).where(eq(pinnedViews.viewId, id)).run();
    tx.delete(savedViews).where(eq(savedViews.id, id)).run();
  }
  if (rows.pin === undefined) return;
  const { accountId, viewId } = rows.pin;
  tx.delete(pinnedViews).where(eq(pinnedViews.accountId, accountId)).run();
  if (viewId !== null) tx.insert(pinnedViews).values({ accountId, viewId, createdAt: at }).run();
}
