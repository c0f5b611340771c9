/**
 * 確認書を一度だけ作って保管する: 描く → 署名 → 保管 → 記録。
 * 途中で落ちても、やり直せば同じ一通になる。
 */
import {
  type ConfirmationDocumentRow,
  confirmationDocumentOf,
  confirmationLetterOf,
} from "#db/queries/confirmations.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { type IssueTools, signedLetter } from "../certification/sign-letter.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";

/** 仕事の名前。 */
export const ISSUE_CONFIRMATION = "issueConfirmation";

export const confirmationLetterJob = (confirmationId: string): OutboxDraft => ({
  topic: ISSUE_CONFIRMATION,
  key: confirmationId,
  payload: { confirmationId },
});

/**
 * @returns 保管した確認書。前に作ってあればそれ
 * @throws 確認していない、PDF を作れない、署名できない、保管できないとき。outbox がやり直す
 */
export async function issueConfirmation(
  context: UseCaseContext,
  tools: IssueTools,
  confirmationId: string,
): Promise<ConfirmationDocumentRow> {
  const letter = await confirmationLetterOf(context.database, confirmationId);
  if (letter === undefined) throw new Error(`申請 ${confirmationId} の確認書の値がありません。`);
  const stage = `confirmation-${confirmationId}-${tools.signer.level}`;
  const stored = await confirmationDocumentOf(context.database, confirmationId);
  if (stored !== undefined) {
    await tools.storage.unstage(stage);
    return stored;
  }
  const bytes = await signedLetter(tools, stage, letter.notice, letter.createdAt);
  const row: ConfirmationDocumentRow = {
    confirmationId,
    sha256: await tools.storage.put(bytes),
    size: bytes.byteLength,
    templateVersion: letter.notice.templateVersion,
    signatureLevel: tools.signer.level,
    createdAt: context.clock.now(),
  };
  const written = await applyWritePlan<ConfirmationDocumentRow>(context.database, {
    actor: actorStamp(context.actor),
    at: row.createdAt,
    requestId: context.requestId,
    intent: { action: "confirmation.issue", key: confirmationId },
    rows: () => ({
      result: row,
      confirmations: { documents: [row] },
      audit: [
        {
          action: "confirmation.issue",
          subjectKind: "confirmation",
          subjectId: confirmationId,
          details: { number: letter.number, sha256: row.sha256 },
        },
      ],
    }),
  });
  if (written.kind === "stale") throw new Error("確認書の保管は版を見ないので、食い違うことはありません。");
  await tools.storage.unstage(stage);
  return written.result;
}
