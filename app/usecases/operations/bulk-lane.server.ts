/**
 * 大勢に送る仕事の列。一つずつの仕事とは別に進み、一分あたりの数を守るので、
 * 十二万通の調査を送っていても、申請の知らせや通知書の作成は待たない。
 */
import type { Job } from "#db/repositories/outbox-jobs.ts";

/** 一度に手を付ける数。使い回す接続の数でもある。 */
export const BULK_AT_ONCE = 4;

export type BulkLane = {
  /** 待っている仕事がなくなるまで、決めた速さで行う。 */
  run(): Promise<void>;
  /** いまの仕事を終えて止まる。 */
  stop(): Promise<void>;
};

/**
 * @param lane.perMinute 一分あたりの数の上限
 * @param lane.claim 行う時の来た仕事を、多くてもその数だけ借りる
 * @param lane.attempt 一つを行い、うまくいかなければ後に回す（投げない）
 */
export function createBulkLane(lane: {
  readonly perMinute: number;
  readonly claim: (limit: number) => Promise<readonly Job[]>;
  readonly attempt: (job: Job) => Promise<void>;
}): BulkLane {
  const state = { stopped: false, interrupt: () => undefined as void };
  let running: Promise<void> | null = null;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      state.interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const runAll = async (): Promise<void> => {
    let next = performance.now();
    while (!state.stopped) {
      // 遅れた分を後で取り戻さない。
      next = Math.max(next, performance.now());
      const jobs = await lane.claim(BULK_AT_ONCE);
      if (jobs.length === 0) return;
      await Promise.all(jobs.map(lane.attempt));
      next += (jobs.length * 60_000) / lane.perMinute;
      const wait = next - performance.now();
      if (wait > 0 && !state.stopped) await pause(wait);
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
      state.interrupt();
      await running;
    },
  };
}
