/** 計画の変更を始められない、申請できない、認定できない理由。 */
import { unreachable } from "../result.ts";
import { type PlanState, planStateWords } from "./plan-state.ts";

export type PlanLifeRefusal =
  /** 実施時期が終わった、又は取消し・辞退・引継ぎで終わった計画。 */
  | { readonly kind: "planEnded"; readonly state: Exclude<PlanState, "beforeStart" | "running"> }
  /** 変える元の版より新しい版が認定されている。 */
  | { readonly kind: "planMoved"; readonly version: number }
  /** その文書番号は、ほかの会社の計画のもの。どの会社かは言わない。 */
  | { readonly kind: "otherCompany" };

/** 断った理由を画面の言葉にする。 */
export function planLifeMessage(refusal: PlanLifeRefusal): string {
  switch (refusal.kind) {
    case "planEnded":
      return `この計画は「${planStateWords[refusal.state]}」のため、変更できません。${
        refusal.state === "expired" ? "取り組みを続けるときは、新規の認定を申請してください。" : ""
      }`;
    case "planMoved":
      return `この計画は、変更認定申請を始めた後に第${refusal.version}版が認定されました。いまの版から、変更認定申請を始め直してください。`;
    case "otherCompany":
      return "この文書番号は、この会社の認定のものではありません。認定通知書の文書番号を確かめてください。承継した計画の変更は、認定した局にお問い合わせください。";
    default:
      return unreachable(refusal);
  }
}
