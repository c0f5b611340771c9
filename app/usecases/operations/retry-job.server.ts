/** 諦めた仕事を、もう一度行わせる。 */
import { ok, type Result } from "#app/domain/result.ts";
import { retryJob as putBackJob } from "#db/repositories/outbox-jobs.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { noteInAudit } from "./note-in-audit.server.ts";

/**
 * @param jobId outbox の番号
 * @returns retried が偽なら、諦めた仕事ではなかった（別の人が先にやり直した、など）。何も変わっていない
 */
export async function retryJob(
  context: UseCaseContext,
  jobId: number,
): Promise<Result<{ readonly retried: boolean }, Refusal>> {
  const allowed = authorise(context, "jobs.view", {});
  if (!allowed.ok) return allowed;
  // 記録のない変更を作らないため、先に監査へ残す。
  await noteInAudit(context, "jobs.retry", { kind: "job", id: String(jobId) });
  return ok({ retried: await putBackJob(context.database, jobId, context.clock.now()) });
}
