/** 画面で読む認定通知書を、申請者と職員の画面に出す形にする。 */
import type { ReadableCertificate } from "#app/usecases/certification/read-certificate.server.ts";
import { type CertificatePaths, certificateView } from "./certificate-view.server.ts";

export function certificatePageView(read: ReadableCertificate, paths: CertificatePaths) {
  const { editions, revocation } = certificateView(read.history, paths);
  const [latest] = editions;
  const shown = editions.find(({ edition }) => edition === read.edition);
  if (shown === undefined || shown.issued === null || latest === undefined)
    throw new Error(`第${read.edition}版の認定通知書が、まだできていません。`);
  const { href, at, sha256 } = shown.issued;
  return {
    title: `${read.notice.subject}（${read.notice.documentNumber}）第${shown.edition}版`,
    notice: read.notice,
    edition: shown.edition,
    standing: shown.standing,
    reason: shown.reason,
    pdf: { href, at, sha256 },
    newer:
      latest.edition === shown.edition
        ? null
        : { edition: latest.edition, href: latest.issued?.pageHref ?? null },
    revocation,
  };
}
