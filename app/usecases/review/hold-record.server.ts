/** 申請の審査の占有を取る、延ばす、引き継ぐ。命令を止める力はない（止めるのは版の比べ合わせ）。 */
import type { LeaseMode } from "#app/domain/plan/section-lease.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { findApplication } from "#db/queries/applications.ts";
import { writeReviewLease } from "#db/repositories/review-leases.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** いま審査している人。mine なら自分。 */
export type RecordHold = {
  readonly mine: boolean;
  readonly holderName: string;
  /** 審査を始めた瞬間（UTC の ISO 文字列）。 */
  readonly since: string;
  /** 自分から引き継がれたか。 */
  readonly takenFromMe: boolean;
};

/**
 * @param input.tabId どの画面か
 * @param input.mode take: 開いた。renew: 開いている。takeOver: 引き継ぐ
 * @returns いま審査している人。よその局の申請は notFound
 */
export async function holdRecord(
  context: UseCaseContext,
  input: { readonly applicationId: string; readonly tabId: string; readonly mode: LeaseMode },
): Promise<Result<RecordHold, Refusal>> {
  const application = await findApplication(context.database, input.applicationId);
  if (application === undefined || application.status === "draft") return refuse({ kind: "notFound" });
  const allowed = authorise(context, "review.hold", accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const actor = actorStamp(context.actor);
  const { lease, takenFrom } = await writeReviewLease(
    context.database,
    application.id,
    {
      accountId: actor.id,
      holderName: actor.name,
      tabId: input.tabId,
      at: context.clock.now(),
      mode: input.mode,
    },
    { actor, requestId: context.requestId },
  );
  const mine = lease.accountId === actor.id;
  return ok({
    mine,
    holderName: lease.holderName,
    since: lease.takenAt,
    takenFromMe: !mine && takenFrom === actor.id,
  });
}
