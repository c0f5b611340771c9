/** 計画の束を、いくつかの別の糸に振り分けて作る。 */
import { Worker } from "node:worker_threads";
import type { NumberRun } from "#db/repositories/bulk-load.ts";
import type { PackedRows } from "#db/repositories/pack-rows.ts";
import type { BatchMaker, BatchRange, BatchSource } from "./plan-batches.ts";

/** numbers が null なら open、あれば pack。 */
export type BatchQuestion = {
  readonly id: number;
  readonly range: BatchRange;
  readonly numbers: readonly NumberRun[] | null;
};
export type BatchAnswer = { readonly id: number; readonly value: ReadonlyMap<string, number> | PackedRows };

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void };

/** @param options.size 一つの束の件数。同じ束は、いつも同じ糸が受け持つ */
export function createBatchThreads(
  source: BatchSource,
  options: { readonly threads: number; readonly size: number },
): BatchMaker {
  const waiting = new Map<number, Waiting>();
  const failAll = (error: unknown): void => {
    for (const { reject } of waiting.values()) reject(error);
  };
  const workers = Array.from({ length: options.threads }, () => {
    const worker = new Worker(new URL("./plan-worker.ts", import.meta.url), {
      workerData: source,
    });
    worker.on("message", ({ id, value }: BatchAnswer) => {
      waiting.get(id)?.resolve(value as never);
      waiting.delete(id);
    });
    worker.on("error", failAll);
    return worker;
  });
  let last = 0;
  function ask<T>(range: BatchRange, numbers: readonly NumberRun[] | null): Promise<T> {
    last += 1;
    const id = last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      const turn = Math.floor(range.from / options.size) % workers.length;
      workers[turn]?.postMessage({ id, range, numbers } satisfies BatchQuestion);
    });
  }
  return {
    open: (range) => ask(range, null),
    pack: ask,
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
