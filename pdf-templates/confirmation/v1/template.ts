/** 投資計画の確認書 第1版。紙面は認定通知書と同じ公文書の形で、類型ごとの文言は値として受け取る。 */
import { z } from "zod";
import type { PdfTemplate } from "../../shared/template.ts";
import { CertificationNoticeLetter, noticeTitle } from "../../certification-notice/v1/letter.tsx";
import { letterSchema, type LetterValues } from "../../certification-notice/v1/notice-schema.ts";

export const confirmationV1: PdfTemplate<LetterValues> = {
  id: "confirmation/v1",
  schema: letterSchema.extend({ templateVersion: z.literal("confirmation/v1") }),
  component: CertificationNoticeLetter,
  title: noticeTitle,
  numberedWhenSeveral: true,
  fileName: (notice) => `投資計画確認書_${notice.documentNumber}.pdf`,
};
