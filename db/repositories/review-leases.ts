/**
 * 申請の審査の占有の書込み。申請の記録ではないので write plan を通らない。
 * 見てから書くまでが一つの取引なので、同時に取っても一人にしか渡らない。
 */
import { eq } from "drizzle-orm";
import { decideLease, type LeaseAnswer, type LeaseWish } from "#app/domain/plan/section-lease.ts";
import type { Database } from "../client.ts";
import { reviewLeases } from "../schema/index.ts";
import type { ActorStamp } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";

/** いまの占有。takenFrom は、引き継がれた前の人の利用者番号（無ければ空文字）。 */
export type HeldReview = LeaseAnswer & { readonly takenFrom: string };

/**
 * 取る、延ばす、引き継ぐ。ほかの人からの引き継ぎは監査に残す。
 *
 * @param wish だれが、どの画面から、いつ、どうしたいか
 * @returns 取れたか、ほかの人が持っているか
 */
export async function writeReviewLease(
  database: Database,
  applicationId: string,
  wish: LeaseWish,
  trail: { readonly actor: ActorStamp; readonly requestId: string },
): Promise<HeldReview> {
  // 引き継ぎは監査に残るので、失われてはならない。
  return database[wish.mode === "takeOver" ? "transact" : "transactTransient"]((tx) => {
    const current =
      tx.select().from(reviewLeases).where(eq(reviewLeases.applicationId, applicationId)).get() ?? null;
    const answer = decideLease(current, wish);
    if (answer.kind === "held") return { ...answer, takenFrom: current?.takenFrom ?? "" };
    const taken = answer.from !== null && answer.from.accountId !== wish.accountId ? answer.from : null;
    const kept = current?.accountId === wish.accountId ? current.takenFrom : "";
    const takenFrom = taken?.accountId ?? kept;
    const row = { ...answer.lease, takenFrom };
    tx.insert(reviewLeases)
      .values({ applicationId, ...row })
      .onConflictDoUpdate({ target: reviewLeases.applicationId, set: row })
      .run();
    if (taken !== null)
      appendAudit(tx, { ...trail, at: wish.at }, [
        {
          action: "review.takeOver",
          subjectKind: "application",
          subjectId: applicationId,
          details: { from: taken.accountId, fromName: taken.holderName },
        },
      ]);
    return { ...answer, takenFrom };
  });
}
