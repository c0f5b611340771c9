/**
 * 区画の占有の書込み。申請の記録ではないので write plan を通らない。
 * 見てから書くまでが一つの取引なので、同時に取っても一人にしか渡らない。
 */
import { and, eq } from "drizzle-orm";
import { decideLease, type LeaseAnswer, type LeaseWish } from "#app/domain/plan/section-lease.ts";
import type { Database } from "../client.ts";
import { sectionLeases } from "../schema/index.ts";
import type { ActorStamp } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";

type SectionKey = { readonly applicationId: string; readonly section: string };

const at = ({ applicationId, section }: SectionKey) =>
  and(eq(sectionLeases.applicationId, applicationId), eq(sectionLeases.section, section));

/** 取る、延ばす、引き継ぐ。ほかの人からの引き継ぎは監査に残す。 */
export async function writeLease(
  database: Database,
  key: SectionKey,
  wish: LeaseWish,
  trail: { readonly actor: ActorStamp; readonly requestId: string },
): Promise<LeaseAnswer> {
  // 引き継ぎは監査に残るので、失われてはならない。
  return database[wish.mode === "takeOver" ? "transact" : "transactTransient"]((tx) => {
    const answer = decideLease(tx.select().from(sectionLeases).where(at(key)).get() ?? null, wish);
    if (answer.kind === "held") return answer;
    tx.insert(sectionLeases)
      .values({ ...key, ...answer.lease })
      .onConflictDoUpdate({ target: [sectionLeases.applicationId, sectionLeases.section], set: answer.lease })
      .run();
    if (answer.from !== null && answer.from.accountId !== wish.accountId)
      appendAudit(tx, { ...trail, at: wish.at }, [
        {
          action: "plan.takeOverSection",
          subjectKind: "applicationSection",
          subjectId: `${key.applicationId}/${key.section}`,
          details: { from: answer.from.accountId, fromName: answer.from.holderName },
        },
      ]);
    return answer;
  });
}

/** 手放す。ほかの人又は別の画面の占有には触らない。 */
export async function deleteLease(
  database: Database,
  key: SectionKey,
  holder: { readonly accountId: string; readonly tabId: string },
): Promise<void> {
  database.transactTransient((tx) => {
    tx.delete(sectionLeases)
      .where(
        and(at(key), eq(sectionLeases.accountId, holder.accountId), eq(sectionLeases.tabId, holder.tabId)),
      )
      .run();
  });
}
