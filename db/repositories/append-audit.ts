import { desc } from "drizzle-orm";
import { CHAIN_START, chainHash } from "../audit-chain.ts";
import type { Transaction } from "../client.ts";
import { auditEntries } from "../schema/index.ts";
import type { ActorStamp, AuditDraft } from "../write-plan.ts";

/** 監査の行を鎖の末尾に足す。取引の中でだけ呼ぶ。 */
export function appendAudit(
  tx: Transaction,
  context: { readonly actor: ActorStamp; readonly at: string; readonly requestId: string },
  drafts: readonly AuditDraft[],
): void {
  if (drafts.length === 0) return;
  const last = tx
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
    .get();
  let previousHash = last?.hash ?? CHAIN_START;
  for (const draft of drafts) {
    const row = {
      at: context.at,
      actorId: context.actor.id,
      actorName: context.actor.name,
      actorRole: context.actor.role,
      action: draft.action,
      subjectKind: draft.subjectKind,
      subjectId: draft.subjectId,
      details: { ...draft.details },
      requestId: context.requestId,
      previousHash,
    };
    const hash = chainHash(row);
    tx.insert(auditEntries)
      .values({ ...row, hash })
      .run();
    previousHash = hash;
  }
}
