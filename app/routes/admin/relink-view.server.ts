/** 引継ぎの画面の値。 */
import { accountTypeNames } from "#app/domain/access/account-changes.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { RelinkPage, Sameness } from "#app/usecases/accounts/relink-account.server.ts";

const compared: Readonly<Record<keyof Sameness, string>> = {
  userName: "利用者の氏名",
  representative: "代表者の氏名",
  birthDate: "代表者の生年月日",
  address: "住所",
  email: "メールアドレス",
};

const sameWords = (same: boolean | null): string =>
  same === null ? "分かりません" : same ? "同じ" : "違います";

export type ShownCandidate = ReturnType<typeof relinkView>["candidates"][number];

/** @param number 打たれた、引き継ぐ先の番号。空なら同じ会社 */
export function relinkView(
  { account, company, toCompany, candidates, applications }: RelinkPage,
  number: string,
) {
  const movesCompany = toCompany !== null && toCompany.key !== company.key;
  return {
    name: account.displayName,
    companyName: company.name,
    companyKey: company.key,
    sole: company.corporationType === "soleProprietor",
    number,
    fault: toCompany === null ? "この番号の人は、まだログインしたことがありません。" : null,
    moving: movesCompany ? applications : 0,
    candidates: candidates.map(({ id, name, email, accountType, since, fault, same }) => ({
      id,
      name,
      email,
      type: accountType === null ? "" : accountTypeNames[accountType],
      since: formatTokyoInstant(since),
      fault,
      same: (Object.keys(compared) as (keyof Sameness)[]).map((key) => ({
        key,
        label: compared[key],
        words: sameWords(same[key]),
        differs: same[key] === false,
      })),
    })),
  };
}
