/** outbox の仕事を借り、終える。借りた仕事は期限まで他の働き手に渡らない。 */
import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import type { Database } from "../client.ts";
import { outbox } from "../schema/index.ts";

export type Job = typeof outbox.$inferSelect;

/** その列の、行う時の来た仕事を一つ借りる。無ければ null。 */
export async function claimJob(
  database: Database,
  lane: Job["lane"],
  now: string,
  leaseUntil: string,
): Promise<Job | null> {
  return database.transact((tx) => {
    const job = tx
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
      .limit(1)
      .get();
    if (job === undefined) return null;
    tx.update(outbox)
      .set({ leaseUntil, attempts: job.attempts + 1 })
      .where(eq(outbox.id, job.id))
      .run();
    return { ...job, leaseUntil, attempts: job.attempts + 1 };
  });
}

export async function finishJob(database: Database, id: number, now: string): Promise<void> {
  database.transact((tx) => {
    tx.update(outbox)
      .set({ state: "done", doneAt: now, leaseUntil: null, lastError: null })
      .where(eq(outbox.id, id))
      .run();
  });
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

/** 諦めた仕事を、操作者がもう一度行わせる。 */
export async function retryJob(database: Database, id: number, now: string): Promise<boolean> {
  return database.transact((tx) => {
    const written = tx
      .update(outbox)
      .set({ state: "waiting", availableAt: now, leaseUntil: null, attempts: 0 })
      .where(and(eq(outbox.id, id), eq(outbox.state, "dead")))
      .run();
    return written.changes === 1;
  });
}

type NewJob = {
  readonly topic: string;
  readonly key: string;
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
