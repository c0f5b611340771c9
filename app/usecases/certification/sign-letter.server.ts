/** 通知書を描いて署名する。途中で落ちても同じバイト列から続けられるよう、署名したものを脇に置く。 */
import type { PdfRenderer, RenderOutcome } from "#app/adapters/pdf/pdf-port.ts";
import type { DocumentSigner } from "#app/adapters/signing/signer-port.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { isVariant } from "#app/domain/certification/unprintable.ts";
import { withoutMissing } from "../papers/render-paper.server.ts";

export type IssueTools = {
  readonly pdf: PdfRenderer;
  readonly signer: DocumentSigner;
  readonly storage: DocumentStorage;
};

/**
 * @param stage 脇に置く名前。前に置いたものがあれば、それを返す
 * @param createdAt 作成と署名の日時。UTC の ISO 文字列
 * @throws PDF を作れない、署名できないとき。outbox がやり直す
 */
export async function signedLetter(
  tools: IssueTools,
  stage: string,
  notice: CertificationNotice,
  createdAt: string,
): Promise<Uint8Array> {
  const before = await tools.storage.staged(stage);
  if (before !== null) return before;
  const rendered = await inBasicShapes(tools.pdf, notice, createdAt);
  if (!rendered.ok) throw new Error(`通知書を作れません: ${JSON.stringify(rendered.error)}`);
  const bytes = await tools.signer.signPdf(rendered.value.bytes, {
    signedAt: createdAt,
    reason: notice.subject,
  });
  await tools.storage.stage(stage, bytes);
  return bytes;
}

/** 書体に無い字の形の指定だけは、決定の前に知らせたとおり、基本の字形で描く。 */
async function inBasicShapes(
  pdf: PdfRenderer,
  notice: CertificationNotice,
  createdAt: string,
): Promise<RenderOutcome> {
  const rendered = await pdf.render(notice.templateVersion, notice, { createdAt });
  if (rendered.ok || rendered.error.kind !== "missingGlyphs") return rendered;
  const { characters } = rendered.error;
  if (!characters.every(isVariant)) return rendered;
  return pdf.render(notice.templateVersion, withoutMissing(notice, characters), { createdAt });
}
