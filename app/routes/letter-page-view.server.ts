/** 画面で読む不認定と取消しの通知書を、申請者と職員の画面に出す形にする。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { ReadableLetter } from "#app/usecases/certification/read-letter.server.ts";

/** @param href PDF の道筋 */
export const letterPageView = ({ notice, document }: ReadableLetter, href: string) => ({
  notice,
  pdf: {
    href,
    stored:
      document === null ? null : { at: formatTokyoInstant(document.createdAt), sha256: document.sha256 },
  },
});
