/** 認定の取消しの通知書 第1版。紙面は認定通知書と同じ公文書の形で、教示は本文の段落として受け取る。 */
import { z } from "zod";
import type { PdfTemplate } from "../../shared/template.ts";
import { CertificationNoticeLetter, noticeTitle } from "../../certification-notice/v1/letter.tsx";
import { letterSchema, type LetterValues } from "../../certification-notice/v1/notice-schema.ts";

export const revocationNoticeV1: PdfTemplate<LetterValues> = {
  id: "revocation-notice/v1",
  schema: letterSchema.extend({ templateVersion: z.literal("revocation-notice/v1") }),
  component: CertificationNoticeLetter,
  title: noticeTitle,
  numberedWhenSeveral: true,
  fileName: (notice) => `認定取消通知書_${notice.documentNumber}.pdf`,
};
