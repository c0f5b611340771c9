/** 規則集の版を丸ごと読む重い計算を頼む側との約束。計算の中身は domain/rulebook/edition-task。 */
import type { EditionTasks, TaskName } from "#app/domain/rulebook/edition-task.ts";

export interface EditionWork {
  /** 画面の応答を止めずに計算する。 */
  run<N extends TaskName>(name: N, input: EditionTasks[N]["input"]): Promise<EditionTasks[N]["output"]>;
  /** 計算中のものを待って終わる。 */
  close(): Promise<void>;
}
