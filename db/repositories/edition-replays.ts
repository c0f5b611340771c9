/** 申請の再計算の進みと結果を書く。 */
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { DifferenceKind } from "#app/domain/plan/difference-kinds.ts";
import type { PlanDifference } from "#app/domain/plan/replay-plan.ts";
import { finalStatuses } from "#app/domain/workflow/statuses.ts";
import type { Database, Transaction } from "../client.ts";
import { applications, editionReplays, replayedPlans } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

/** 終わった申請のうち、読み比べる最近の提出。 */
const LAST_FILED = 1_000;

/** 始まりと中止を書く。同じ版の前の再計算は、結果の出たもののほかは消える。 */
export function writeReplayRows(tx: Transaction, at: string, rows: PlannedRows<unknown>): void {
  for (const row of rows.newReplays ?? []) {
    const earlier = and(eq(editionReplays.editionId, row.editionId), ne(editionReplays.state, "done"));
    removeReplays(tx, tx.select({ id: editionReplays.id }).from(editionReplays).where(earlier).all());
    tx.insert(editionReplays)
      .values({ ...row, state: "running", done: 0, total: 0 })
      .run();
    const total = listPlans(tx, row.id);
    tx.update(editionReplays).set({ total }).where(eq(editionReplays.id, row.id)).run();
  }
  for (const id of rows.cancelledReplays ?? [])
    tx.update(editionReplays)
      .set({ state: "cancelled", endedAt: at })
      .where(and(eq(editionReplays.id, id), eq(editionReplays.state, "running")))
      .run();
}

/** 終わっていない申請の全部と、終わった申請のうち最近の提出。 @returns その数 */
function listPlans(tx: Transaction, replayId: string): number {
  const over = sql.join(
    finalStatuses.map((status) => sql`${status}`),
    sql`, `,
  );
  const listed = tx.run(sql`
    insert into ${replayedPlans} (replay_id, position, application_id)
    select ${replayId}, row_number() over (order by id) - 1, id from (
      select id from ${applications} where status not in (${over})
      union
      select id from (
        select id from ${applications} where filed_at is not null
        order by filed_at desc, id desc limit ${LAST_FILED}))`);
  return listed.changes;
}

function removeReplays(tx: Transaction, replays: readonly { readonly id: string }[]): void {
  const ids = replays.map(({ id }) => id);
  tx.delete(replayedPlans).where(inArray(replayedPlans.replayId, ids)).run();
  tx.delete(editionReplays).where(inArray(editionReplays.id, ids)).run();
}

export type ReplayedStep = {
  readonly replayId: string;
  /** 読み終えている数。ほかの働き手が進めていたら書かない。 */
  readonly from: number;
  /** この一歩で読み終える数。 */
  readonly to: number;
  readonly differences: readonly {
    readonly position: number;
    readonly kinds: readonly DifferenceKind[];
    readonly difference: PlanDifference;
  }[];
};

/**
 * 一歩の結果を書く。全部を読み終えれば、同じ版の前の結果と入れ替わる。
 *
 * @returns まだ続きがあるか。止められていたら偽
 */
export async function recordReplayStep(
  database: Database,
  step: ReplayedStep,
  now: string,
): Promise<boolean> {
  const { replayId, from, to } = step;
  return database.transact((tx) => {
    const replay = tx.select().from(editionReplays).where(eq(editionReplays.id, replayId)).get();
    if (replay?.state !== "running" || replay.done !== from) return false;
    for (const { position, kinds, difference } of step.differences)
      tx.update(replayedPlans)
        .set({ kinds, difference })
        .where(and(eq(replayedPlans.replayId, replayId), eq(replayedPlans.position, position)))
        .run();
    const over = to >= replay.total;
    tx.update(editionReplays)
      .set(over ? { done: to, state: "done", endedAt: now } : { done: to })
      .where(eq(editionReplays.id, replayId))
      .run();
    if (over) {
      const others = and(eq(editionReplays.editionId, replay.editionId), ne(editionReplays.id, replayId));
      removeReplays(tx, tx.select({ id: editionReplays.id }).from(editionReplays).where(others).all());
    }
    return !over;
  });
}

/** 進められなくなった再計算を止める。 */
export async function stopReplay(
  database: Database,
  replayId: string,
  stopped: { readonly state: "failed" | "outdated"; readonly problem: string | null },
  now: string,
): Promise<void> {
  database.transact((tx) => {
    tx.update(editionReplays)
      .set({ ...stopped, endedAt: now })
      .where(and(eq(editionReplays.id, replayId), eq(editionReplays.state, "running")))
      .run();
  });
}
