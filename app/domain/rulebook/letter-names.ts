/** 通知書の種類の呼び名。 */
import type { LetterKind } from "./procedure-rules.ts";

export const letterNames: Readonly<Record<LetterKind, string>> = {
  certification: "認定通知書",
  changeCertification: "変更の認定通知書",
  decline: "不認定の通知書",
  revocation: "認定の取消しの通知書",
  confirmationB: "投資計画の確認書（B類型）",
  confirmationD: "投資計画の確認書（D類型）",
  confirmationE: "投資計画の確認書（E類型）",
};
