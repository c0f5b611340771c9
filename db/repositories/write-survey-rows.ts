import { and, eq, gt, inArray, lt } from "drizzle-orm";
import type { Database, Transaction } from "../client.ts";
import { outbox, surveys } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

/** 調査を書き、状態を動かす。 */
export function writeSurveyRows(tx: Transaction, rows: PlannedRows<unknown>): void {
  for (const row of rows.newSurveys ?? []) tx.insert(surveys).values(row).run();
  for (const { id, from, set } of rows.surveyMoves ?? []) {
    const moved = tx
      .update(surveys)
      .set(set)
      .where(and(eq(surveys.id, id), eq(surveys.state, from)))
      .run();
    if (moved.changes !== 1) throw new StaleVersion("survey", id);
  }
}

/**
 * 待っている調査のメールを、送らないことにする。
 *
 * @param limit 一つの取引で変える数
 * @returns 変えた数。limit より少なければ、もう残っていない
 */
export function skipSurveyMails(database: Database, campaign: string, now: string, limit: number): number {
  return database.transact((tx) => {
    const waiting = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          eq(outbox.topic, "bulkMail"),
          gt(outbox.key, `${campaign}:`),
          lt(outbox.key, `${campaign};`),
          eq(outbox.state, "waiting"),
        ),
      )
      .limit(limit)
      .all()
      .map(({ id }) => id);
    if (waiting.length > 0)
      tx.update(outbox)
        .set({ state: "skipped", doneAt: now, leaseUntil: null })
        .where(inArray(outbox.id, waiting))
        .run();
    return waiting.length;
  });
}
