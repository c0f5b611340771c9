/** outbox の仕事を借り、終える。借りた仕事は期限まで他の働き手に渡らない。 */
import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import type { Database, Transaction } from "../client.ts";
import { laneOf } from "../job-lane.ts";
import { outbox } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { StaleVersion } from "./stale-version.ts";

export type Job = typeof outbox.$inferSelect;

/**
 * その列の、行う時の来た仕事を、多くても limit 個借りる。
 *
 * @param finished 前に借りて終えた仕事。同じ取引で、終えたと記す
 */
export async function claimJobs(
  database: Database,
  lane: Job["lane"],
  now: string,
  leaseUntil: string,
  limit: number,
  finished: readonly Job[] = [],
): Promise<readonly Job[]> {
  return database.transact((tx) => {
    markDone(tx, finished, now);
    const jobs = tx
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.lane, lane),
          eq(outbox.state, "waiting"),
          lte(outbox.availableAt, now),
          or(isNull(outbox.leaseUntil), lte(outbox.leaseUntil, now)),
        ),
      )
      .orderBy(asc(outbox.availableAt), asc(outbox.id))
      .limit(limit)
      .all();
    return jobs.map((job) => {
      const attempts = job.attempts + 1;
      tx.update(outbox).set({ leaseUntil, attempts }).where(eq(outbox.id, job.id)).run();
      return { ...job, leaseUntil, attempts };
    });
  });
}

/** 終えた仕事を記し、手を付けていない仕事を、借りる前に戻す。 */
export async function returnJobs(
  database: Database,
  jobs: { readonly finished: readonly Job[]; readonly untouched: readonly Job[] },
  now: string,
): Promise<void> {
  if (jobs.finished.length === 0 && jobs.untouched.length === 0) return;
  database.transact((tx) => {
    markDone(tx, jobs.finished, now);
    for (const { id, attempts, leaseUntil } of jobs.untouched)
      tx.update(outbox)
        .set({ leaseUntil: null, attempts: attempts - 1 })
        .where(and(eq(outbox.id, id), eq(outbox.leaseUntil, leaseUntil ?? "")))
        .run();
  });
}

function markDone(tx: Transaction, jobs: readonly Job[], now: string): void {
  for (const { id } of jobs)
    tx.update(outbox)
      .set({ state: "done", doneAt: now, leaseUntil: null, lastError: null })
      .where(eq(outbox.id, id))
      .run();
}

/** 失敗した仕事を後でやり直す。next が null なら諦めて操作者の画面に出す。 */
export async function postponeJob(
  database: Database,
  id: number,
  error: string,
  next: string | null,
): Promise<void> {
  database.transact((tx) => {
    tx.update(outbox)
      .set(
        next === null
          ? { state: "dead", leaseUntil: null, lastError: error }
          : { availableAt: next, leaseUntil: null, lastError: error },
      )
      .where(eq(outbox.id, id))
      .run();
  });
}

/** 諦めた仕事を、もう一度待たせるか、行わないと決める。諦めた仕事でなければ断る。 */
export function settleJobs(tx: Transaction, at: string, rows: PlannedRows<unknown>): void {
  for (const { id, to } of rows.settledJobs ?? []) {
    const written = tx
      .update(outbox)
      .set(
        to === "waiting"
          ? { state: to, availableAt: at, leaseUntil: null, attempts: 0 }
          : { state: to, doneAt: at, leaseUntil: null },
      )
      .where(and(eq(outbox.id, id), eq(outbox.state, "dead")))
      .run();
    if (written.changes !== 1) throw new StaleVersion("job", String(id));
  }
}

type NewJob = {
  readonly topic: string;
  readonly key: string;
  /** 省けば、仕事の種類で決まる列。 */
  readonly lane?: Job["lane"];
  readonly payload: Readonly<Record<string, unknown>>;
};

/** 決まった時に一度だけ行う仕事を入れる。同じ鍵の仕事があれば何もしない。 */
export async function enqueueOnce(database: Database, job: NewJob, now: string): Promise<void> {
  enqueueEach(database, [job], now);
}

/** 一度だけ行う仕事を、まとめて入れる。同じ鍵の仕事がある分は何もしない。 */
export function enqueueEach(database: Database, jobs: readonly NewJob[], now: string): void {
  database.transact((tx) => {
    for (const job of jobs)
      tx.insert(outbox)
        .values({
          ...job,
          lane: job.lane ?? laneOf(job.topic),
          payload: { ...job.payload },
          state: "waiting",
          attempts: 0,
          availableAt: now,
          createdAt: now,
        })
        .onConflictDoNothing()
        .run();
  });
}
