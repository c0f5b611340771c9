/** 移送された申請の、いまの提出先。業種と指針と標準処理期間は、提出した時に決まったまま変わらない。 */
import type { Routing } from "#app/domain/plan/plan-routing.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";

/**
 * @param rulebook 提出に留めた版
 * @param officeCode 申請がいまある局。まだ無ければ null
 * @param routing 提出した時の答え
 * @returns 局が同じなら routing のまま。違えば、局・省庁・宛名だけを替え、移送の一文を足した答え
 */
export function routingNow(rulebook: Rulebook, officeCode: string | null, routing: Routing): Routing {
  const office = officeCode === null ? undefined : rulebook.offices.get(officeCode);
  if (office === undefined || office.code === routing.office.code) return routing;
  const { code, name, headTitle, ministry } = office;
  return {
    ...routing,
    ministry,
    office: { code, name, headTitle },
    addressee: headTitle,
    explanation: [...routing.explanation, `${routing.office.name}から${name}へ移送されました。`],
  };
}
