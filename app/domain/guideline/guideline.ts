/**
 * 事業分野別指針（guideline、法第16条）の項目と必要項目数。項目は公表の順のまま並べる。
 */
import { severityOf, type Severity } from "#app/domain/rulebook/blocking.ts";
import type {
  Guideline,
  GuidelineItem,
  ItemCountRule,
  SizeClass,
} from "#app/domain/rulebook/guideline-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";

/** id（例: "manufacturing"）で指針を引く。基本方針は "basic-policy"。 */
export const guidelineOf = (rulebook: Rulebook, id: string): Guideline | undefined =>
  rulebook.guidelines.get(id);

/** 項目。depth は入れ子の深さ（0 から）。heading は属する見出し。 */
export type OrderedItem = GuidelineItem & {
  readonly depth: number;
  readonly sectionCode: string | null;
  readonly sectionHeading: string;
};

/** 公表の順の全項目。選べるのは selectable の項目だけ。 */
export function itemsInOfficialOrder(guideline: Guideline): readonly OrderedItem[] {
  const sections = new Map(guideline.sections.map((section) => [section.id, section]));
  const depths = new Map<string, number>();
  return guideline.items.map((item) => {
    const depth = item.parent === null ? 0 : (depths.get(item.parent) ?? 0) + 1;
    depths.set(item.id, depth);
    const section = sections.get(item.section);
    return {
      ...item,
      depth,
      sectionCode: section?.code ?? null,
      sectionHeading: section?.heading ?? "",
    };
  });
}

/** 様式に書かれた記号（例: "イ(2)"）から項目を引く。全角と半角の括弧は同じとみなす。 */
export function itemByPrintedCode(guideline: Guideline, printedCode: string): GuidelineItem | undefined {
  const fold = (code: string) => code.normalize("NFKC").replace(/\s/gu, "");
  return guideline.items.find(
    (item) => item.printedCode !== null && fold(item.printedCode) === fold(printedCode),
  );
}

/** 従業員数（人）から規模の区分。指針に区分がなければ undefined。 */
export const sizeClassOf = (guideline: Guideline, employees: number): SizeClass | undefined =>
  guideline.sizeClasses.find(
    ({ employeesFrom, employeesTo }) =>
      employees >= employeesFrom && (employeesTo === null || employees <= employeesTo),
  );

/** 規模に応じた必要項目数。確認できた決まりがなければ空。 */
export function requiredItemCounts(guideline: Guideline, employees: number): readonly ItemCountRule[] {
  const sizeClass = sizeClassOf(guideline, employees);
  return sizeClass === undefined ? [] : (guideline.itemCounts.get(sizeClass.id) ?? []);
}

/** 足りない項目数。severity は決まりの確かさで決まる。 */
export type ItemCountFinding = {
  readonly rule: ItemCountRule;
  readonly chosen: number;
  readonly missing: number;
  readonly severity: Severity;
  readonly message: string;
};

/**
 * 選んだ項目が必要数に足りるかを見る。同じ項目を二度選んでも一つと数える。
 *
 * @param chosenItemIds 該当箇所として選んだ項目の id
 * @returns 足りない決まりだけ。確認できた決まりなら error、他は warning
 */
export function checkItemCounts(
  guideline: Guideline,
  employees: number,
  chosenItemIds: Iterable<string>,
): readonly ItemCountFinding[] {
  const chosenIds = new Set(chosenItemIds);
  return requiredItemCounts(guideline, employees).flatMap((rule) => {
    const chosen = rule.items.filter((id) => chosenIds.has(id)).length;
    if (chosen >= rule.minimum) return [];
    const missing = rule.minimum - chosen;
    const message = `指針の${rule.label}から${rule.minimum}項目以上が必要です（あと${missing}項目）。`;
    return [{ rule, chosen, missing, severity: severityOf(rule.certainty), message }];
  });
}
