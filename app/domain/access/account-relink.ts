/**
 * 取り直した GビズID への引継ぎ。代表者の交代や再登録で新しい sub になっても、会社の下書きと申請を続けられるようにする。
 * 名前の一致だけでは引き継がない。管理者が求め、別の管理者が確かめる（GビズID の接続の決まり §10）。
 */
import type { GbizAccountType } from "./actor.ts";

/** 引継ぎの片方。 */
export type RelinkSide = {
  readonly id: string;
  readonly active: boolean;
  readonly successorId: string | null;
  /** 職員は null。 */
  readonly accountType: GbizAccountType | null;
  readonly companyKey: string | null;
  readonly corporationType: "corporation" | "soleProprietor" | null;
  /** 代表者の生年月日の数字八つ。分からなければ空文字。 */
  readonly birthDigits: string;
};

/**
 * 古いアカウントを新しいアカウントに引き継いでよいか。求めるときと確かめるときに同じ決まりで見る。
 *
 * @param from 古いアカウント。止めていてもよい
 * @param to 新しいアカウント
 * @returns 引き継げない理由。引き継いでよければ null
 */
export function relinkFault(from: RelinkSide, to: RelinkSide): string | null {
  if (from.companyKey === null || to.companyKey === null) return "事業者のアカウントだけを引き継げます。";
  if (from.id === to.id) return "同じアカウントには引き継げません。";
  if (from.successorId !== null) return "このアカウントは、もう引き継がれて閉じています。";
  if (!to.active) return "引き継ぐ先のアカウントが止められているか、閉じています。";
  if (to.accountType === "entry" || (from.accountType === "prime" && to.accountType !== "prime"))
    return "引き継ぐ先は、元と同じ確かさで身元を確かめたアカウントにしてください。";
  if (from.companyKey === to.companyKey) return null;
  if (from.corporationType !== "soleProprietor" || to.corporationType !== "soleProprietor")
    return "ほかの会社のアカウントには引き継げません。法人番号が同じアカウントを選んでください。";
  return from.birthDigits !== "" && to.birthDigits !== "" && from.birthDigits !== to.birthDigits
    ? "代表者の生年月日が違います。ほかの人のアカウントには引き継げません。"
    : null;
}
