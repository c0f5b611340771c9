import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { JobLine } from "#app/usecases/operations/read-jobs.server.ts";
import { topicWord } from "./job-words.ts";

/** 画面に出す仕事の値。 */
export const jobView = (job: JobLine) => ({
  id: job.id,
  topic: topicWord(job.topic),
  state: job.state,
  attempts: job.attempts,
  createdAt: formatTokyoInstant(job.createdAt),
  /** 待っている仕事は次に行う時、終わった仕事は終えた時。 */
  at:
    job.state === "done" || job.state === "skipped"
      ? job.doneAt === null
        ? ""
        : formatTokyoInstant(job.doneAt)
      : job.state === "waiting"
        ? formatTokyoInstant(job.availableAt)
        : "",
  lastError: job.lastError ?? "",
});
