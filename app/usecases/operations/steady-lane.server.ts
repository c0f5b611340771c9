/**
 * 決めた数まで同時に行う仕事の列。一つずつの列（数は一）も、通知書のように何通も並べて作る列も同じ物である。
 * 列どうしは互いに待たないので、固まった相手を待つ列が、ほかの列を止めない。
 */
import type { Job } from "#db/repositories/outbox-jobs.ts";

export type SteadyLane = {
  /** 待っている仕事がなくなるまで行う。 */
  run(): Promise<void>;
  /** 手を付けた仕事を終え、借りただけの仕事を返して止まる。 */
  stop(): Promise<void>;
};

/**
 * @param lane.atOnce 同時に行う数
 * @param lane.claim 行う時の来た仕事を、多くてもその数だけ借りる。終えた仕事は、その時に記す
 * @param lane.attempt 一つを行い、うまくいかなければ後に回す（投げない）
 * @param lane.after 一つを終えるたびに呼ぶ
 * @param lane.giveBack 終えた仕事を記し、手を付けていない仕事を返す。列が止まる時に呼ぶ
 */
export function createSteadyLane(lane: {
  readonly atOnce: number;
  readonly claim: (limit: number) => Promise<readonly Job[]>;
  readonly attempt: (job: Job) => Promise<void>;
  readonly after?: () => void;
  readonly giveBack: (jobs: readonly Job[]) => Promise<void>;
}): SteadyLane {
  const state = { stopped: false };
  let running: Promise<void> | null = null;
  let called = Promise.withResolvers<void>();
  /** 何通も並べる列では、書込みを減らすため、手を付ける前の分もまとめて借りる。 */
  const claimed = lane.atOnce === 1 ? 1 : 2 * lane.atOnce;

  const runAll = async (): Promise<void> => {
    const waiting: Job[] = [];
    const going = new Set<Promise<void>>();
    try {
      while (!state.stopped) {
        if (waiting.length === 0) {
          called = Promise.withResolvers();
          waiting.push(...(await lane.claim(claimed)));
        }
        const job = waiting.shift();
        if (job === undefined && going.size === 0) return;
        if (job !== undefined) {
          const one = lane.attempt(job).finally(() => {
            going.delete(one);
            lane.after?.();
          });
          going.add(one);
        }
        // 手が空いていれば、行っている仕事が長くても、呼ばれた時に新しい仕事を見に行く。
        if (job === undefined) await Promise.race([...going, called.promise]);
        else if (going.size === lane.atOnce) await Promise.race(going);
      }
    } finally {
      await Promise.allSettled(going);
      if (state.stopped) await lane.giveBack(waiting);
    }
  };
  return {
    run() {
      called.resolve();
      running ??= runAll().finally(() => {
        running = null;
      });
      return running;
    },
    async stop() {
      state.stopped = true;
      await running;
    },
  };
}
