/** 一つずつ行う仕事の列。列どうしは互いに待たないので、固まった相手を待つ列が、ほかの列を止めない。 */
import type { Job } from "#db/repositories/outbox-jobs.ts";

export type SerialLane = {
  /** 待っている仕事がなくなるまで行う。 */
  run(): Promise<void>;
  /** いまの仕事を終えて止まる。 */
  stop(): Promise<void>;
};

/**
 * @param lane.claim 行う時の来た仕事を一つ借りる
 * @param lane.attempt 一つを行い、うまくいかなければ後に回す（投げない）
 * @param lane.after 一つを終えるたびに呼ぶ
 */
export function createSerialLane(lane: {
  readonly claim: () => Promise<Job | undefined>;
  readonly attempt: (job: Job) => Promise<void>;
  readonly after?: () => void;
}): SerialLane {
  const state = { stopped: false };
  let running: Promise<void> | null = null;
  const runAll = async (): Promise<void> => {
    while (!state.stopped) {
      const job = await lane.claim();
      if (job === undefined) return;
      await lane.attempt(job);
      lane.after?.();
    }
  };
  return {
    run() {
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
