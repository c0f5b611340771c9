/** 実施状況報告の下書き、提出、受領を書く。画面が読んだ版から動いていたら断る。 */
import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { progressReportDrafts, progressReports } from "../schema/index.ts";
import type { PlannedRows, WritePlan } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

const t = progressReports;

export function writeReportRows(
  tx: Transaction,
  { actor }: Pick<WritePlan<unknown>, "actor">,
  rows: PlannedRows<unknown>,
): void {
  for (const { row, expectedVersion } of rows.reportDrafts ?? []) writeDraft(tx, row, expectedVersion);
  for (const row of rows.progressReports ?? []) {
    const same = and(eq(t.planId, row.planId), eq(t.year, row.year));
    const last = tx
      .select({ edition: max(t.edition) })
      .from(t)
      .where(same)
      .get();
    if ((last?.edition ?? 0) + 1 !== row.edition) throw new StaleVersion("progressReport", row.planId);
    if (row.edition > 1)
      tx.update(t)
        .set({ state: "superseded" })
        .where(and(same, eq(t.edition, row.edition - 1)))
        .run();
    tx.insert(t)
      .values({ ...row, state: "filed" })
      .run();
  }
  for (const { planId, year, edition, on } of rows.receivedReports ?? []) {
    const written = tx
      .update(t)
      .set({ state: "received", receivedOn: on, receivedByName: actor.name })
      .where(and(eq(t.planId, planId), eq(t.year, year), eq(t.edition, edition), eq(t.state, "filed")))
      .run();
    if (written.changes !== 1) throw new StaleVersion("progressReport", planId);
  }
}

function writeDraft(
  tx: Transaction,
  row: Omit<typeof progressReportDrafts.$inferInsert, "version">,
  expectedVersion: number,
): void {
  const d = progressReportDrafts;
  const stored = tx
    .select({ version: d.version })
    .from(d)
    .where(and(eq(d.planId, row.planId), eq(d.year, row.year)))
    .get();
  if ((stored?.version ?? 0) !== expectedVersion) throw new StaleVersion("progressReport", row.planId);
  const written = { ...row, version: expectedVersion + 1 };
  tx.insert(d)
    .values(written)
    .onConflictDoUpdate({ target: [d.planId, d.year], set: written })
    .run();
}
