/**
 * 添付の検査の仕事。きれいなら隔離の置き場から保管庫へ移し、感染していれば中身を消して添付から取り除く。
 * 検査の設定がなければ、検査していないことを事実として残して移す。
 */
import type { ContentFact } from "#app/domain/attachment/scan-state.ts";
import { attachmentsWithContent, findAttachment } from "#db/queries/attachments.ts";
import {
  confirmationAttachmentsWithContent,
  findConfirmationAttachment,
} from "#db/queries/confirmation-attachments.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { AttachmentTools } from "./attachment-tools.ts";

type Held = { readonly id: string; readonly sha256: string };

/** 同じ中身を添付しているもの。認定の申請と、投資計画の確認の申請。 */
type Holders = { readonly plans: readonly Held[]; readonly confirmations: readonly Held[] };

const nobody: Holders = { plans: [], confirmations: [] };

/**
 * @param input.uploadId 隔離の置き場での id。もう保管庫に移っていれば、保管庫の中身を検査する
 * @throws 検査の道具に届かない、中身が見つからないとき。outbox がやり直す
 */
export async function scanAttachment(
  context: UseCaseContext,
  tools: AttachmentTools,
  input: { readonly attachmentId: string; readonly uploadId: string },
): Promise<void> {
  const { database } = context;
  const row =
    (await findAttachment(database, input.attachmentId)) ??
    (await findConfirmationAttachment(database, input.attachmentId));
  if (row === undefined) return;
  const holders: Holders = {
    plans: await attachmentsWithContent(database, row.sha256),
    confirmations: await confirmationAttachmentsWithContent(database, row.sha256),
  };
  if (!Object.values(holders).some((held) => held.some(({ id }) => id === row.id))) {
    await tools.uploads.remove(input.uploadId);
    return;
  }
  const waiting = await tools.uploads.open(input.uploadId);
  const bytes = waiting ?? (await tools.storage.open(row.sha256));
  if (bytes === null) throw new Error(`添付 ${row.id} の中身が見つかりません。`);
  if (tools.scanner === null) {
    if (waiting !== null) await tools.storage.adopt(tools.uploads.fileOf(input.uploadId), row.sha256);
    return note(context, row, "unscanned", "検査の設定がない", nobody);
  }
  const verdict = await tools.scanner.scan(bytes);
  if (verdict.kind === "clean") {
    if (waiting !== null) await tools.storage.adopt(tools.uploads.fileOf(input.uploadId), row.sha256);
    return note(context, row, "clean", verdict.engine, nobody);
  }
  // 事実を先に残す。途中で落ちても、感染した中身が誰かに渡ることはない。
  await note(context, row, "infected", verdict.signature, holders);
  await tools.uploads.remove(input.uploadId);
  await tools.storage.remove(row.sha256, async () => true);
}

/** 中身の事実を残す。holders は、感染のために取り除く添付。 */
async function note(
  context: UseCaseContext,
  row: Held,
  fact: Exclude<ContentFact, "deleted">,
  detail: string,
  { plans, confirmations }: Holders,
): Promise<void> {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const removed = ({ id }: Held) =>
    ({ attachmentId: id, reason: "infected", removedBy: actor.id, removedAt: at }) as const;
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "attachment.scan", key: `${row.id}:${fact}` },
    rows: () => ({
      result: null,
      contentFacts: [{ sha256: row.sha256, fact, detail, at }],
      attachmentRemovals: plans.map(removed),
      confirmations: { removals: confirmations.map(removed) },
      audit: [
        {
          action: "attachment.scan",
          subjectKind: "attachment",
          subjectId: row.id,
          details: {
            sha256: row.sha256,
            result: fact,
            detail,
            removed: [...plans, ...confirmations].map(({ id }) => id),
          },
        },
      ],
    }),
  });
}
