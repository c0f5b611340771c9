/** 操作者の読取りと操作を、監査に残す。 */
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";

/**
 * @param action 操作の符号。権限の表（ACTION_NAMES）の符号か、監査の画面が言葉を知っている符号
 * @param subject 対象。details は何をしたかが分かるだけの値にし、読んだ中身は写さない
 */
export async function noteInAudit(
  context: UseCaseContext,
  action: string,
  subject: {
    readonly kind: string;
    readonly id: string;
    readonly details?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      audit: [{ action, subjectKind: subject.kind, subjectId: subject.id, details: subject.details ?? {} }],
    }),
  });
}
