/**
 * 添付の検査の仕事。きれいなら隔離の置き場から保管庫へ移し、感染していれば中身を消して添付から取り除く。
 * 検査の設定がなければ、検査していないことを事実として残して移す。
 */
import type { ContentFact } from "#app/domain/attachment/scan-state.ts";
import { type AttachmentRow, attachmentsWithContent, findAttachment } from "#db/queries/attachments.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { AttachmentTools } from "./attachment-tools.ts";

/**
 * @param input.uploadId 隔離の置き場での id。もう保管庫に移っていれば、保管庫の中身を検査する
 * @throws 検査の道具に届かない、中身が見つからないとき。outbox がやり直す
 */
export async function scanAttachment(
  context: UseCaseContext,
  tools: AttachmentTools,
  input: { readonly attachmentId: string; readonly uploadId: string },
): Promise<void> {
  const row = await findAttachment(context.database, input.attachmentId);
  if (row === undefined) return;
  const holders = await attachmentsWithContent(context.database, row.sha256);
  if (!holders.some(({ id }) => id === row.id)) {
    await tools.uploads.remove(input.uploadId);
    return;
  }
  const waiting = await tools.uploads.open(input.uploadId);
  const bytes = waiting ?? (await tools.storage.open(row.sha256));
  if (bytes === null) throw new Error(`添付 ${row.id} の中身が見つかりません。`);
  if (tools.scanner === null) {
    if (waiting !== null) await tools.storage.adopt(tools.uploads.fileOf(input.uploadId), row.sha256);
    return note(context, row, "unscanned", "検査の設定がない", []);
  }
  const verdict = await tools.scanner.scan(bytes);
  if (verdict.kind === "clean") {
    if (waiting !== null) await tools.storage.adopt(tools.uploads.fileOf(input.uploadId), row.sha256);
    return note(context, row, "clean", verdict.engine, []);
  }
  // 事実を先に残す。途中で落ちても、感染した中身が誰かに渡ることはない。
  await note(context, row, "infected", verdict.signature, holders);
  await tools.uploads.remove(input.uploadId);
  await tools.storage.remove(row.sha256, async () => true);
}

/** 中身の事実を残す。holders は、感染のために取り除く添付。 */
async function note(
  context: UseCaseContext,
  row: AttachmentRow,
  fact: Exclude<ContentFact, "deleted">,
  detail: string,
  holders: readonly AttachmentRow[],
): Promise<void> {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "attachment.scan", key: `${row.id}:${fact}` },
    rows: () => ({
      result: null,
      contentFacts: [{ sha256: row.sha256, fact, detail, at }],
      attachmentRemovals: holders.map(({ id }) => ({
        attachmentId: id,
        reason: "infected",
        removedBy: actor.id,
        removedAt: at,
      })),
      audit: [
        {
          action: "attachment.scan",
          subjectKind: "attachment",
          subjectId: row.id,
          details: {
            sha256: row.sha256,
            result: fact,
            detail,
            removed: holders.map(({ id }) => id),
          },
        },
      ],
    }),
  });
}
