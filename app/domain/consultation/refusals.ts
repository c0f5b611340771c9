import { formatTokyoInstant } from "../calendar/era.ts";
import { unreachable } from "../result.ts";
import { type Status, statusWords } from "../workflow/statuses.ts";

/** 求める、答える、取り下げるが断られた理由。 */
export type ConsultationRefusal =
  | { readonly kind: "notConsulting"; readonly status: Status }
  | { readonly kind: "ownOffice" }
  | { readonly kind: "alreadyAsked"; readonly officeName: string; readonly at: string }
  | { readonly kind: "alreadyAgreed"; readonly officeName: string }
  | { readonly kind: "notCompetent"; readonly ministry: string; readonly competent: readonly string[] }
  /** その人の局に求めた物ではない。有無を見せない。 */
  | { readonly kind: "notAsked" }
  | { readonly kind: "alreadyAnswered"; readonly byName: string; readonly at: string }
  | { readonly kind: "withdrawn"; readonly byName: string; readonly at: string }
  /** 同意するかどうかを選んでいない。 */
  | { readonly kind: "noChoice" }
  | { readonly kind: "noText" }
  | { readonly kind: "tooLong" }
  | { readonly kind: "dueInPast" };

/** 断った理由を画面の言葉にする。 */
export function consultationMessage(refusal: ConsultationRefusal): string {
  switch (refusal.kind) {
    case "notConsulting":
      return `この申請は「${statusWords[refusal.status]}」のため、意見照会と同意の求め、その回答はできません。`;
    case "ownOffice":
      return "いま審査している局には求められません。ほかの局を選んでください。";
    case "alreadyAsked":
      return `${refusal.officeName}には${formatTokyoInstant(refusal.at)}に求めて、回答を待っています。求め直すときは、先に取り下げてください。`;
    case "alreadyAgreed":
      return `${refusal.officeName}は、この内容に同意しています。もう一度求める必要はありません。`;
    case "notCompetent":
      return refusal.competent.length === 0
        ? "共管の計画ではないので、同意は要りません。意見照会を選んでください。"
        : `${refusal.ministry}の同意は要りません。同意が要るのは${refusal.competent.join("、")}です。意見を聞くときは、意見照会を選んでください。`;
    case "notAsked":
      return "この求めはありません。";
    case "alreadyAnswered":
      return `${refusal.byName}さんが${formatTokyoInstant(refusal.at)}に回答しています。回答は一度だけです。`;
    case "withdrawn":
      return `${refusal.byName}さんが${formatTokyoInstant(refusal.at)}に取り下げました。回答は要りません。`;
    case "noChoice":
      return "同意するかどうかを選んでください。";
    case "noText":
      return "内容を書いてください。";
    case "tooLong":
      return "内容は2000文字までで書いてください。";
    case "dueInPast":
      return "期限は、今日から後の日にしてください。";
    default:
      return unreachable(refusal);
  }
}
