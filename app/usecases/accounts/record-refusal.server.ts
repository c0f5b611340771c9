/** 断った操作を監査に残す。 */
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";

export async function recordRefusal(
  context: UseCaseContext,
  refused: { readonly action: string; readonly reason: string; readonly path: string },
): Promise<void> {
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      audit: [
        {
          action: "access.refused",
          subjectKind: "route",
          subjectId: refused.path,
          details: { action: refused.action, reason: refused.reason },
        },
      ],
    }),
  });
}
