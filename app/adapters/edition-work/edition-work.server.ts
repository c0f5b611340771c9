/** 版の組立てと点検は重いので、ふだんは作業スレッドで行い、画面の応答を止めない。 */
import { Piscina } from "piscina";
import { performEditionTask } from "#app/domain/rulebook/edition-task.ts";
import type { EditionWork } from "./edition-work-port.ts";

/** 使わない作業スレッドを片付けるまで。 */
const IDLE_MS = 60_000;

/**
 * @param workerFile 束ねた作業スレッドの入口（build/edition-worker.js の絶対パス）。null なら同じ糸の中で計算する
 */
export function createEditionWork(workerFile: string | null): EditionWork {
  if (workerFile === null)
    return {
      run: (name, input) => Promise.resolve(performEditionTask(name, input)),
      close: () => Promise.resolve(),
    };
  const pool = new Piscina({ filename: workerFile, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS });
  return {
    run: (name, input) => pool.run({ name, input }),
    close: () => pool.close(),
  };
}
