/** 画面で読む取消しの通知書を、申請者と職員の画面に出す形にする。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { ReadableLetter } from "#app/usecases/certification/read-revocation-notice.server.ts";
import type { CertificatePaths } from "./certificate-view.server.ts";

export const revocationPageView = ({ notice, document }: ReadableLetter, paths: CertificatePaths) => ({
  notice,
  pdf: {
    href: paths.revocation("pdf"),
    stored:
      document === null ? null : { at: formatTokyoInstant(document.createdAt), sha256: document.sha256 },
  },
});
