import { unreachable } from "../result.ts";
import type { ConfirmationCommandName } from "./state.ts";
import { type ConfirmationStatus, confirmationStatusWords } from "./statuses.ts";

/** 命令が断られた理由。 */
export type ConfirmationRefusal =
  | {
      readonly kind: "notInThisStatus";
      readonly status: ConfirmationStatus;
      readonly command: ConfirmationCommandName;
    }
  | { readonly kind: "noComments" }
  | { readonly kind: "noGround" }
  | { readonly kind: "noProposal" }
  | { readonly kind: "otherProposal"; readonly proposed: "confirm" | "decline" }
  | { readonly kind: "ownProposal" }
  | { readonly kind: "deputisedProposal" };

const confirmationCommandWords = {
  file: "申請",
  withdraw: "取下げ",
  return: "差戻し",
  propose: "起案",
  confirm: "確認",
  decline: "確認しない決定",
} as const satisfies Record<ConfirmationCommandName, string>;

/** 断った理由を画面の言葉にする。 */
export function confirmationRefusalMessage(refusal: ConfirmationRefusal): string {
  switch (refusal.kind) {
    case "notInThisStatus":
      return `この申請は「${confirmationStatusWords[refusal.status]}」のため、「${confirmationCommandWords[refusal.command]}」はできません。画面を開き直して、今の状態を確かめてください。`;
    case "noComments":
      return "差し戻すには、指摘を一つ以上書いてください。";
    case "noGround":
      return "理由を書いてください。";
    case "noProposal":
      return "まだ起案がありません。審査担当の起案を待ってください。";
    case "otherProposal":
      return `起案は「${refusal.proposed === "confirm" ? "確認する" : "確認しない"}」です。起案と違う決裁はできません。起案し直してもらってください。`;
    case "ownProposal":
      return "自分が起案した申請を自分で決裁することはできません。別の決裁者が決裁してください。";
    case "deputisedProposal":
      return "決裁を任せた人が起案した申請を、その人の代決として決裁することはできません。別の決裁者が決裁してください。";
    default:
      return unreachable(refusal);
  }
}
