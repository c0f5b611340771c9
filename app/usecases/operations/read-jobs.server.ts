/** 取引の後に行う仕事（outbox）の様子を見る。 */
import { ok, type Result } from "#app/domain/result.ts";
import { type OutboxRow, recentJobs } from "#db/queries/operations.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export const jobStates = [
  "waiting",
  "dead",
  "done",
  "skipped",
] as const satisfies readonly OutboxRow["state"][];
export type JobState = (typeof jobStates)[number];

export const JOB_LIST_SIZE = 200;

/** 一覧に出す分だけ。payload はメールの本文や宛先を含むので出さない。 */
export type JobLine = Omit<OutboxRow, "payload" | "key">;

/**
 * @param state その状態だけ。null なら全部
 * @returns 新しい順に {@link JOB_LIST_SIZE} 件まで
 */
export async function readJobs(
  context: UseCaseContext,
  state: JobState | null,
): Promise<Result<readonly JobLine[], Refusal>> {
  const allowed = authorise(context, "jobs.view", {});
  if (!allowed.ok) return allowed;
  const rows = await recentJobs(context.database, JOB_LIST_SIZE, state ?? undefined);
  return ok(rows.map(({ payload: _payload, key: _key, ...line }) => line));
}
