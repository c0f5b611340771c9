/** 大分類から細分類までを、リンクだけでたどる一覧。 */
import { childIndustries } from "#app/domain/industry/find-industry.ts";
import type { Industry, IndustryLevel, JsicRevision } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { type BrowsedCode, type LookupConditions, lookupHref } from "./lookup-query.ts";

export type IndustryLink = {
  readonly code: string;
  readonly name: string;
  /** 属する分類（検索で見つけたときだけ）。 */
  readonly within: string | null;
  readonly href: string;
};

export type BrowsedIndustries = {
  /** 例: 日本標準産業分類（第14回改定）。 */
  readonly table: string;
  /** 大分類の並びから今の分類まで。href の無い最後が今の分類。 */
  readonly path: readonly { readonly label: string; readonly href: string | undefined }[];
  /** 並んでいる分類の段（例: 中分類）。 */
  readonly level: string;
  readonly industries: readonly IndustryLink[];
};

const levelNames: Readonly<Record<IndustryLevel, string>> = {
  division: "大分類",
  majorGroup: "中分類",
  group: "小分類",
  class: "細分類",
};

/**
 * @param browsed たどっている分類。null なら大分類の並び
 * @returns その改定にない分類、段の違う分類なら null
 */
export function browseIndustries(
  rulebook: Rulebook,
  revision: JsicRevision,
  conditions: LookupConditions,
  browsed: BrowsedCode | null,
): BrowsedIndustries | null {
  const table = rulebook.industries[revision];
  const current = browsed === null ? null : table.byCode.get(browsed.code);
  if (current === undefined || (current !== null && current.level !== browsed?.level)) return null;
  const children = childIndustries(rulebook, revision, current?.code ?? null);
  const hrefOf = (industry: Industry) =>
    industry.level === "class"
      ? lookupHref(conditions, { industry: industry.code })
      : lookupHref(conditions, { browsed: { level: industry.level, code: industry.code } });
  const ancestors = current === null ? [] : withAncestors(table.byCode, current);
  return {
    table: table.name,
    path: [
      { label: "大分類", href: current === null ? undefined : lookupHref(conditions, {}) },
      ...ancestors.map((industry) => ({
        label: `${industry.code} ${industry.name}`,
        href: industry === current ? undefined : hrefOf(industry),
      })),
    ],
    level: levelNames[children[0]?.level ?? "division"],
    industries: children.map((industry) => ({
      code: industry.code,
      name: industry.name,
      within: null,
      href: hrefOf(industry),
    })),
  };
}

function withAncestors(byCode: ReadonlyMap<string, Industry>, industry: Industry): readonly Industry[] {
  const parent = industry.parent === null ? undefined : byCode.get(industry.parent);
  return parent === undefined ? [industry] : [...withAncestors(byCode, parent), industry];
}
