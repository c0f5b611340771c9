/** 提出先の答えを、申請者と審査担当にそのまま見せる文にする。確かめていないことを公式のように言わない。 */
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import type { Certainty } from "#app/domain/rulebook/certainty.ts";
import { basicPolicyId } from "#app/domain/rulebook/guideline-rules.ts";
import type { Industry } from "#app/domain/rulebook/industry-table.ts";
import type { Ministry, Office, Prefecture, RoutingRule } from "#app/domain/rulebook/jurisdiction-rules.ts";
import type { Processing } from "#app/domain/rulebook/procedure-rules.ts";

/** どの決まりが当てはまったか。 */
export function explainRule(rule: RoutingRule, industry: Industry): readonly string[] {
  const digits = rule.prefix.length;
  const which = digits === 4 ? `「${rule.prefix}」` : `先頭${digits}桁「${rule.prefix}」`;
  return [
    `細分類${industry.code}「${industry.name}」（第${industry.revision}回改定）には、${which}の決まりが当てはまります。`,
  ];
}

type AnswerFacts = {
  readonly rule: RoutingRule;
  readonly ministry: Ministry;
  readonly office: Office;
  readonly prefecture: Prefecture;
  readonly processing: Processing;
  readonly certainty: Certainty;
};

/** 局、指針、提出の方法、標準処理期間、確かさ。 */
export function explainAnswer(facts: AnswerFacts): readonly string[] {
  const { rule, ministry, office, prefecture, processing, certainty } = facts;
  return [
    `${opening(rule, ministry)}主たる事務所が${prefecture.name}にあるため、${office.name}が受け付けます。`,
    rule.guideline.id === basicPolicyId
      ? "事業分野別指針がない業種のため、基本方針によります。"
      : `事業分野別指針は「${rule.guideline.name}」です。`,
    ministry.electronic
      ? `${ministry.name}は電子申請に対応しています。`
      : `${ministry.name}は電子申請に対応していないため、様式を印刷して郵送してください。`,
    `標準処理期間は${processingLabel(processing)}です（${processing.name}）。`,
    ...(mayBlock(certainty)
      ? []
      : ["この案内には確認できていない情報が含まれます。提出の前に提出先へお確かめください。"]),
  ];
}

/** 市区町村で局が変わる所では、どこなら変わるかを必ず言う。 */
export function explainMunicipalities(
  exceptions: readonly { readonly municipality: string; readonly office: { readonly name: string } }[],
  municipality: string | undefined,
  prefecture: string,
): readonly string[] {
  if (exceptions.length === 0) return [];
  const chosen = exceptions.find((exception) => exception.municipality === municipality);
  if (chosen !== undefined)
    return [`${prefecture}の${chosen.municipality}では、この業種は${chosen.office.name}が受け付けます。`];
  const offices = new Map<string, string[]>();
  for (const { municipality: name, office } of exceptions)
    offices.set(office.name, [...(offices.get(office.name) ?? []), name]);
  return [...offices].map(
    ([office, names]) =>
      `主たる事務所が${prefecture}の${names.join("、")}にあるときは、${office}が受け付けます。`,
  );
}

/** 所管が決まっていないうちは、決まったように言わない。 */
function opening(rule: RoutingRule, ministry: Ministry): string {
  if (rule.callCentre) return `所管が${ministry.name}の場合、`;
  return rule.targets.length > 1 ? `${ministry.name}に申請する場合、` : `所管は${ministry.name}です。`;
}

/** 「14業務日」「30日」のような表示。 */
export const processingLabel = ({ days, unit }: Pick<Processing, "days" | "unit">): string =>
  unit === "businessDays" ? `${days}業務日` : `${days}日`;
