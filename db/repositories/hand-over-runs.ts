/** 取込みの進み。束の行と同じ取引で進むので、どこで止まっても、書いた所と合う。 */
import { eq, sql } from "drizzle-orm";
import type { Finding } from "#app/domain/hand-over/finding.ts";
import type { HandOverStep } from "#app/domain/hand-over/progress.ts";
import type { Database, Transaction } from "../client.ts";
import { handOverFindings, handOverRuns, numberSeries } from "../schema/index.ts";
import type { ActorStamp, AuditDraft } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";

type Run = typeof handOverRuns.$inferInsert;

/** 監査に残す行為者と時。 */
export type HandOverStamp = {
  readonly actor: ActorStamp;
  readonly at: string;
  readonly requestId: string;
};

export function startRun(database: Database, stamp: HandOverStamp, run: Run, audit: AuditDraft): void {
  database.transact((tx) => {
    tx.insert(handOverRuns).values(run).run();
    appendAudit(tx, stamp, [audit]);
  });
}

/** 止まっていた取込みを続ける。 */
export function noteRun(database: Database, stamp: HandOverStamp, audit: AuditDraft): void {
  database.transact((tx) => appendAudit(tx, stamp, [audit]));
}

export function advanceRun(
  tx: Transaction,
  runId: string,
  to: { readonly step: HandOverStep; readonly position: number },
): void {
  tx.update(handOverRuns).set(to).where(eq(handOverRuns.id, runId)).run();
}

export function writeFindings(
  database: Database,
  runId: string,
  findings: readonly Finding[],
  position: number,
): void {
  database.transact((tx) => {
    for (const { effect, file, line, field, code, reason } of findings)
      tx.insert(handOverFindings).values({ runId, effect, file, line, field, code, reason }).run();
    advanceRun(tx, runId, { step: "findings", position });
  });
}

/** 段を終えて、次の段の初めに置く。 */
export function enterStep(database: Database, runId: string, step: HandOverStep): void {
  database.transact((tx) => advanceRun(tx, runId, { step, position: 0 }));
}

export function finishRun(
  database: Database,
  stamp: HandOverStamp,
  runId: string,
  end: { readonly state: "done" | "mismatched"; readonly audit: AuditDraft },
): void {
  database.transact((tx) => {
    tx.update(handOverRuns)
      .set({ state: end.state, step: "done", position: 0, finishedAt: stamp.at })
      .where(eq(handOverRuns.id, runId))
      .run();
    appendAudit(tx, stamp, [end.audit]);
  });
}

/** 番号の系列を、引き継いだ番号より先へ進める。これから引く番号と重ならない。 */
export function raiseSeries(tx: Transaction, series: string, last: number): void {
  tx.insert(numberSeries)
    .values({ series, last })
    .onConflictDoUpdate({
      target: numberSeries.series,
      set: { last: sql`max(${numberSeries.last}, excluded.last)` },
    })
    .run();
}
