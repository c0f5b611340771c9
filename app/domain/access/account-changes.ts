/**
 * 権限とアカウントの変更の求め。一人が求め、求めた人でも変わる人でもない人が確かめて、初めて効く。
 * 役割を外すことだけは求めを待たない（`withholdRole`）。
 */

import type { GbizAccountType } from "./actor.ts";

/** GビズID の種別の名前。 */
export const accountTypeNames: Readonly<Record<GbizAccountType, string>> = {
  entry: "エントリー",
  prime: "プライム",
  member: "メンバー",
};

/** 職員の権限の求め。 */
export type RoleChangeKind = "addGroup" | "removeGroup" | "restoreRole";

/** アカウントを止める求めと、止めたアカウントを再び使えるようにする求め。 */
export type AccountChangeKind = "stopAccount" | "resumeAccount";

/** 求めの種類。`relinkAccount` は、取り直した GビズID への引継ぎ。 */
export type AccessChangeKind = RoleChangeKind | AccountChangeKind | "relinkAccount";

/** 求めを確かめて効かせてよいか。求めた本人と、変わるアカウントの本人はできない。 */
export const mayConfirmChange = (
  change: { readonly subject: string; readonly target: string | null; readonly askedBy: string },
  accountId: string,
): boolean => ![change.askedBy, change.subject, change.target].includes(accountId);

/**
 * アカウントを止める、又は再び使えるようにすることを求めてよいか。
 *
 * @param account.own 求める人の自分のアカウントか
 * @param wanted.byCompany 会社の人の求めか（管理者なら false）
 * @returns 欄の名前ごとの文。空なら求めてよい
 */
export function accountChangeFaults(
  account: {
    readonly own: boolean;
    readonly active: boolean;
    readonly accountType: GbizAccountType | null;
    readonly successorId: string | null;
  },
  wanted: { readonly kind: AccountChangeKind; readonly reason: string; readonly byCompany: boolean },
): Readonly<Record<string, readonly string[]>> {
  const fault = accountFault(account, wanted);
  return {
    ...(fault === null ? {} : { account: [fault] }),
    ...(wanted.reason === "" || wanted.reason.length > 500
      ? { accountReason: ["理由を500文字までで書いてください。"] }
      : {}),
  };
}

function accountFault(
  { own, active, accountType, successorId }: Parameters<typeof accountChangeFaults>[0],
  { kind, byCompany }: Parameters<typeof accountChangeFaults>[1],
): string | null {
  if (successorId !== null) return "このアカウントは、新しいアカウントに引き継がれて閉じています。";
  if (own) return "自分のアカウントについては求められません。別の人に頼んでください。";
  if (byCompany && accountType === "prime")
    return "プライムのアカウントについては、システム管理者だけが求められます。お問い合わせください。";
  if (active === (kind === "resumeAccount"))
    return active ? "このアカウントは、もう使えます。" : "このアカウントは、もう止められています。";
  return null;
}
