/** 業種（日本標準産業分類、JSIC）を引く。計画に係る業種の細分類が指針と提出先を決める。 */
import type { Industry, JsicRevision } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";

/** 細分類と、その大・中・小分類。 */
export type IndustryPath = {
  readonly revision: JsicRevision;
  readonly division: Industry;
  readonly majorGroup: Industry;
  readonly group: Industry;
  readonly class: Industry;
};

/**
 * 細分類を親とともに引く。
 *
 * @param code 細分類の 4 桁（例: "2662"）
 * @returns その改定に細分類がなければ undefined
 */
export function findIndustry(
  rulebook: Rulebook,
  revision: JsicRevision,
  code: string,
): IndustryPath | undefined {
  const { byCode } = rulebook.industries[revision];
  const parentOf = (industry: Industry | undefined) =>
    industry === undefined || industry.parent === null ? undefined : byCode.get(industry.parent);
  const found = byCode.get(code);
  if (found?.level !== "class") return undefined;
  const group = parentOf(found);
  const majorGroup = parentOf(group);
  const division = parentOf(majorGroup);
  if (group === undefined || majorGroup === undefined || division === undefined) return undefined;
  return { revision, division, majorGroup, group, class: found };
}

/** 「2662 金属工作機械製造業」のような表示。 */
export const industryLabel = ({ code, name }: Pick<Industry, "code" | "name">): string => `${code} ${name}`;

/** 基準日に施行されている改定。どの改定の施行より前なら古いほうの改定。 */
export function revisionInForce(rulebook: Rulebook, on: string): JsicRevision {
  return rulebook.industries[14].effectiveFrom <= on ? 14 : 13;
}

/** 直下の分類。code が null なら大分類。分類表の順。 */
export function childIndustries(
  rulebook: Rulebook,
  revision: JsicRevision,
  code: string | null,
): readonly Industry[] {
  const table = rulebook.industries[revision];
  return code === null ? table.divisions : (table.children.get(code) ?? []);
}
