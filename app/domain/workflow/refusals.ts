import type { Consent } from "../consultation/consultation.ts";
import { unreachable } from "../result.ts";
import type { CommandName } from "./commands.ts";
import { type Status, statusWords } from "./statuses.ts";

/** 命令が断られた理由。 */
export type WorkflowRefusal =
  | { readonly kind: "notInThisStatus"; readonly status: Status; readonly command: CommandName }
  | { readonly kind: "sameOffice" }
  | { readonly kind: "sameAssignee" }
  | { readonly kind: "noComments" }
  | { readonly kind: "noProposal" }
  | { readonly kind: "otherProposal"; readonly proposed: "certify" | "decline" }
  | { readonly kind: "ownProposal" }
  | { readonly kind: "deputisedProposal" }
  | { readonly kind: "noGround" }
  | { readonly kind: "acceptedBeforeFiling" }
  | { readonly kind: "consentMissing"; readonly consents: readonly Consent[] }
  | { readonly kind: "sameAcceptance" }
  | { readonly kind: "alreadyPaused" }
  | { readonly kind: "notPaused" };

export const commandWords = {
  file: "申請",
  recall: "引戻し",
  withdraw: "取下げ",
  accept: "受理",
  assign: "担当の決定",
  reassign: "担当の変更",
  transfer: "移送",
  pause: "審査の中断",
  resume: "審査の再開",
  correctAcceptance: "受理日の訂正",
  return: "差戻し",
  propose: "起案",
  sendBack: "起案の差戻し",
  certify: "認定",
  decline: "不認定",
} as const satisfies Record<CommandName, string>;

/** 断った理由を画面の言葉にする。 */
export function refusalMessage(refusal: WorkflowRefusal): string {
  switch (refusal.kind) {
    case "notInThisStatus":
      return `この申請は「${statusWords[refusal.status]}」のため、「${commandWords[refusal.command]}」はできません。画面を開き直して、今の状態を確かめてください。`;
    case "sameOffice":
      return "いまと同じ局には移送できません。ほかの局を選んでください。";
    case "sameAssignee":
      return "いまの担当と同じ人です。ほかの人を選んでください。";
    case "noComments":
      return "差し戻すには、指摘を一つ以上書いてください。";
    case "noProposal":
      return "まだ起案がありません。審査担当の起案を待ってください。";
    case "otherProposal":
      return `起案は「${refusal.proposed === "certify" ? "認定" : "不認定"}」です。起案と違う決裁はできません。起案を差し戻してください。`;
    case "ownProposal":
      return "自分が起案した申請を自分で決裁することはできません。別の決裁者が決裁してください。";
    case "deputisedProposal":
      return "決裁を任せた人が起案した申請を、その人の代決として決裁することはできません。別の決裁者が決裁してください。";
    case "noGround":
      return "理由を書いてください。";
    case "acceptedBeforeFiling":
      return "受理日は、申請日より前の日にはできません。";
    case "consentMissing":
      return `共管の同意がそろっていません。${refusal.consents.map(consentWords).join("")}`;
    case "sameAcceptance":
      return "いまと同じ受理日です。正しい受理日を入力してください。";
    case "alreadyPaused":
      return "この申請の審査は、すでに中断しています。";
    case "notPaused":
      return "この申請の審査は中断していません。";
    default:
      return unreachable(refusal);
  }
}

/** 一つの省庁の同意の様子を言う一文。 */
export function consentWords({ office, standing }: Consent): string {
  const place = `${office.ministry}（${office.name}）`;
  switch (standing) {
    case "notAsked":
      return `${place}には、まだ同意を求めていません。`;
    case "waiting":
      return `${place}の回答を待っています。`;
    case "disagreed":
      return `${place}は「同意しない」と答えています。`;
    case "agreed":
      return `${place}は同意しています。`;
    default:
      return unreachable(standing);
  }
}
