/** 提出の紙を一度だけ作って保管する。途中で落ちても、やり直せば同じ一通になる。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { findApplication, submissionAt } from "#db/queries/applications.ts";
import { documentAt, type IssuedDocumentRow } from "#db/queries/certifications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { filedPaperValues } from "./filed-paper-values.server.ts";
import { type PaperKey, paperTemplates } from "./paper.ts";
import { renderPaper } from "./render-paper.server.ts";

export type PaperTools = { readonly pdf: PdfRenderer; readonly storage: DocumentStorage };

/**
 * @returns 保管した紙。前に作ってあればそれ
 * @throws 提出が無い、PDF を作れない、保管できないとき。outbox がやり直す
 */
export async function storeFiledPaper(
  context: UseCaseContext,
  tools: PaperTools,
  { applicationId, sequence, kind }: PaperKey,
): Promise<IssuedDocumentRow> {
  const stored = await documentAt(context.database, applicationId, kind, sequence);
  if (stored !== undefined) return stored;
  const [application, submission] = await Promise.all([
    findApplication(context.database, applicationId),
    submissionAt(context.database, applicationId, sequence),
  ]);
  if (application === undefined || submission === undefined)
    throw new Error(`申請 ${applicationId} の第${sequence}回の提出がありません。`);
  const templateVersion = paperTemplates[kind];
  const values = await filedPaperValues(context, submission, kind);
  const rendered = await renderPaper(tools.pdf, templateVersion, values, submission.filedAt);
  const sha256 = await tools.storage.put(rendered.bytes);
  const row: IssuedDocumentRow = {
    id: context.newId(),
    applicationId,
    companyKey: application.companyKey,
    kind,
    edition: sequence,
    sha256,
    size: rendered.bytes.byteLength,
    templateVersion,
    signatureLevel: null,
    manifestSha256: null,
    createdAt: context.clock.now(),
  };
  const written = await applyWritePlan<IssuedDocumentRow>(context.database, {
    actor: actorStamp(context.actor),
    at: row.createdAt,
    requestId: context.requestId,
    intent: { action: "paper.store", key: `${applicationId}:${sequence}:${kind}` },
    rows: () => ({
      result: row,
      documents: [row],
      audit: [
        {
          action: "paper.store",
          subjectKind: "application",
          subjectId: applicationId,
          details: { kind, sequence, sha256 },
        },
      ],
    }),
  });
  if (written.kind === "stale") throw new Error("紙の保管は版を見ないので、食い違うことはありません。");
  return written.result;
}
