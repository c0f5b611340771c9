/** 諦めた仕事を、操作者が手当てする: もう一度行うか、理由を残して行わないと決める。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { jobById, type OutboxRow } from "#db/queries/operations.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

const REASON_LENGTH = 200;

/** 行わないと決めてよい仕事。通知書や提出の様式を作る仕事、検査は、行わずに済ませられない。 */
const skippable: ReadonlySet<string> = new Set([
  "mail",
  "bulkMail",
  "digest",
  "planDigests",
  "exportList",
  "spreadSurvey",
  "replayEdition",
]);

export type SettledJob = Omit<OutboxRow, "payload" | "key"> & {
  /** 行わないと決めてよいか。 */
  readonly skippable: boolean;
};

/** 一つの仕事の様子。宛先などの中身は出さない。 */
export function readJob(context: UseCaseContext, jobId: number): Result<SettledJob, Refusal> {
  const allowed = authorise(context, "jobs.view", {});
  if (!allowed.ok) return allowed;
  const job = jobById(context.database, jobId);
  if (job === undefined) return refuse({ kind: "notFound" });
  const { payload: _payload, key: _key, ...line } = job;
  return ok({ ...line, skippable: skippable.has(job.topic) });
}

/**
 * @param input.to waiting なら回数を初めから数え直してもう一度行い、skipped なら行わないと決める
 * @returns 行わない理由が無い、行わないと決められない仕事は invalid。諦めた仕事でなくなっていれば stale
 */
export async function settleJob(
  context: UseCaseContext,
  input: { readonly jobId: number; readonly to: "waiting" | "skipped"; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const read = readJob(context, input.jobId);
  if (!read.ok) return read;
  const reason = cleanText(input.reason);
  const fault =
    reason.length > REASON_LENGTH || (input.to === "skipped" && reason === "")
      ? `理由を${REASON_LENGTH}字までで入力してください。`
      : input.to === "skipped" && !read.value.skippable
        ? "この処理は、行わないと決めることができません。もう一度行ってください。"
        : null;
  if (fault !== null) return refuse({ kind: "invalid", errors: { reason: [fault] } });
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      settledJobs: [{ id: input.jobId, to: input.to }],
      audit: [
        {
          action: input.to === "waiting" ? "jobs.retry" : "jobs.skip",
          subjectKind: "job",
          subjectId: String(input.jobId),
          details: { topic: read.value.topic, ...(reason === "" ? {} : { reason }) },
        },
      ],
    }),
  });
  return outcome.kind === "stale"
    ? refuse({ kind: "stale", subject: "job", by: null, what: "この処理は、もう失敗のままではありません。" })
    : ok(null);
}
