/** 認定通知書 v1 が受け取る値。app/domain/certification/notice.ts の CertificationNotice と同じ形。 */
import { z } from "zod";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { civilDate, line, requiredLine } from "../../shared/field-schemas.ts";

/** 公文書の形の通知書に共通の値。templateVersion は版ごとに決める。 */
export const letterSchema = z.object({
  templateVersion: requiredLine,
  documentNumber: requiredLine,
  issuedOn: civilDate,
  /** 個人事業主では、代表者が空になる。 */
  addressee: z.object({ address: requiredLine, name: requiredLine, representative: line }),
  signatory: z.object({ title: requiredLine, name: line.nullable(), sealNote: line }),
  subject: requiredLine,
  body: z.array(requiredLine).min(1),
  items: z.array(z.object({ label: requiredLine, value: line })),
  verification: z.object({ code: requiredLine, url: z.url() }).optional(),
}) satisfies z.ZodType<CertificationNotice>;

export type LetterValues = z.output<typeof letterSchema>;

export const noticeSchema = letterSchema.extend({ templateVersion: z.literal("certification-notice/v1") });
