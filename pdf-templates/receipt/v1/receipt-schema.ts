/** 受付票 v1 が受け取る値。 */
import { z } from "zod";
import { civilDate, instant, line, requiredLine, substituted } from "../../shared/field-schemas.ts";

export const receiptSchema = z.object({
  receiptNumber: requiredLine,
  /** 電話で読み上げるときの言い方。 */
  spokenNumber: requiredLine,
  /** 提出した瞬間。UTC の ISO 文字列。紙面では東京の日付と時刻。 */
  filedAt: instant,
  /** 申請した人の名前。 */
  filedBy: requiredLine,
  /** 提出の回数。1 から。 */
  sequence: z.int().positive(),
  company: z.object({ name: requiredLine, representative: line }),
  /** 提出先の局の名前。 */
  office: requiredLine,
  /** 宛先の職名。例: 東北経済産業局長 */
  addressee: requiredLine,
  /** 標準処理期間。例: 14業務日 */
  processing: requiredLine,
  /** 申請した日に受理され、差戻しがないときの、標準処理期間の終わりの日。 */
  expectedOn: civilDate,
  /** 受け取った様式の節の見出し。 */
  sections: z.array(z.object({ number: line, title: requiredLine })),
  attachments: z.array(
    z.object({
      /** 書類の種類。 */
      kindName: requiredLine,
      fileName: requiredLine,
      /** バイト数。 */
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u, "SHA-256 は小文字の16進64桁です。"),
    }),
  ),
  substituted,
});

export type ReceiptV1 = z.output<typeof receiptSchema>;
