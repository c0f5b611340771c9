/** 計画の束を作る別の糸の入口。頼まれた順に答える。 */
import { parentPort, workerData } from "node:worker_threads";
import { type BatchSource, createBatchMaker } from "./plan-batches.ts";
import type { BatchAnswer, BatchQuestion } from "./plan-threads.ts";

// 頼む側（plan-threads.ts）が BatchSource を渡して立ち上げる。
const maker = createBatchMaker(workerData as BatchSource);
let earlier: Promise<void> = Promise.resolve();

async function answer({ id, range, numbers }: BatchQuestion): Promise<void> {
  const value = numbers === null ? await maker.open(range) : await maker.pack(range, numbers);
  parentPort?.postMessage({ id, value } satisfies BatchAnswer, []);
}

parentPort?.on("message", (question: BatchQuestion) => {
  earlier = earlier.then(() => answer(question));
});
