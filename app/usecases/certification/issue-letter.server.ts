/**
 * 不認定又は取消しの通知書を一度だけ作って保管する: 描く → 署名 → 保管 → 記録。
 * 途中で落ちても、やり直せば同じ一通になる。
 */
import { documentAt, type IssuedDocumentRow } from "#db/queries/certifications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { frozenLetter, letterKinds } from "./frozen-letter.server.ts";
import type { DecisionLetter } from "./letter-job.ts";
import { type IssueTools, signedLetter } from "./sign-letter.server.ts";

/**
 * @returns 保管した通知書。前に作ってあればそれ
 * @throws その決定をしていない、PDF を作れない、署名できない、保管できないとき。outbox がやり直す
 */
export async function issueLetter(
  context: UseCaseContext,
  tools: IssueTools,
  letter: DecisionLetter,
  applicationId: string,
): Promise<IssuedDocumentRow> {
  const kind = letterKinds[letter];
  const frozen = await frozenLetter(context, letter, applicationId);
  if (frozen === undefined) throw new Error(`申請 ${applicationId} の${kind.name}の値がありません。`);
  const stage = `${letter}-${applicationId}-${tools.signer.level}`;
  const stored = await documentAt(context.database, applicationId, kind.document, 1);
  if (stored !== undefined) {
    await tools.storage.unstage(stage);
    return stored;
  }
  const { notice, companyKey, createdAt } = frozen;
  const bytes = await signedLetter(tools, stage, notice, createdAt);
  const row: IssuedDocumentRow = {
    id: context.newId(),
    applicationId,
    companyKey,
    kind: kind.document,
    edition: 1,
    sha256: await tools.storage.put(bytes),
    size: bytes.byteLength,
    templateVersion: notice.templateVersion,
    signatureLevel: tools.signer.level,
    manifestSha256: null,
    createdAt: context.clock.now(),
  };
  const written = await applyWritePlan<IssuedDocumentRow>(context.database, {
    actor: actorStamp(context.actor),
    at: row.createdAt,
    requestId: context.requestId,
    intent: { action: `${letter}.issue`, key: applicationId },
    rows: () => ({
      result: row,
      documents: [row],
      audit: [
        {
          action: "certificate.issue",
          subjectKind: "application",
          subjectId: applicationId,
          details: { letter, number: notice.documentNumber, sha256: row.sha256 },
        },
      ],
    }),
  });
  if (written.kind === "stale") throw new Error("通知書の保管は版を見ないので、食い違うことはありません。");
  await tools.storage.unstage(stage);
  return written.result;
}
