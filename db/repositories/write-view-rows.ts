import { and, eq } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { listExports, noticeChoices, pinnedViews, savedViews } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 一覧の見方、書出し、知らせの受け方の行を書く。受け方は、画面が読んだ版から動いていたら断る。 */
export function writeViewRows(tx: Transaction, at: string, rows: PlannedRows<unknown>): void {
  for (const row of rows.savedViews ?? []) tx.insert(savedViews).values(row).run();
  for (const row of rows.listExports ?? []) tx.insert(listExports).values(row).run();
  for (const { expectedVersion, row } of rows.noticeChoices ?? []) {
    const target = [noticeChoices.subjectKind, noticeChoices.subjectId];
    const stored = tx
      .select({ version: noticeChoices.version })
      .from(noticeChoices)
      .where(and(eq(noticeChoices.subjectKind, row.subjectKind), eq(noticeChoices.subjectId, row.subjectId)))
      .get();
    if ((stored?.version ?? 0) !== expectedVersion) throw new StaleVersion("noticeChoices", row.subjectId);
    const written = { ...row, version: expectedVersion + 1 };
    tx.insert(noticeChoices).values(written).onConflictDoUpdate({ target, set: written }).run();
  }
  for (const id of rows.removedViews ?? []) {
    tx.delete(pinnedViews).where(eq(pinnedViews.viewId, id)).run();
    tx.delete(savedViews).where(eq(savedViews.id, id)).run();
  }
  if (rows.pin === undefined) return;
  const { accountId, viewId } = rows.pin;
  tx.delete(pinnedViews).where(eq(pinnedViews.accountId, accountId)).run();
  if (viewId !== null) tx.insert(pinnedViews).values({ accountId, viewId, createdAt: at }).run();
}
