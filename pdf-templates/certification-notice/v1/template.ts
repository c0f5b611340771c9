/** 認定通知書 第1版。 */
import type { PdfTemplate } from "../../shared/template.ts";
import { CertificationNoticeLetter, noticeTitle } from "./letter.tsx";
import { type LetterValues, noticeSchema } from "./notice-schema.ts";

export const certificationNoticeV1: PdfTemplate<LetterValues> = {
  id: "certification-notice/v1",
  schema: noticeSchema,
  component: CertificationNoticeLetter,
  title: noticeTitle,
  numberedWhenSeveral: true,
  fileName: (notice) => `認定通知書_${notice.documentNumber}.pdf`,
};
