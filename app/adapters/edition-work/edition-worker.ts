/** 作業スレッドの入口。build/edition-worker.js に一つに束ねられ、piscina が起動する。 */
import { type EditionTasks, performEditionTask, type TaskName } from "#app/domain/rulebook/edition-task.ts";

export default function perform<N extends TaskName>(task: {
  readonly name: N;
  readonly input: EditionTasks[N]["input"];
}): EditionTasks[N]["output"] {
  return performEditionTask(task.name, task.input);
}
