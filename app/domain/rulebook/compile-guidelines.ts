/** 事業分野別指針を組み立てる。公表順が抜けなく並び、項目や指標がその指針のものであることを確かめる。 */
import { checkOrder, type FaultList } from "./fault-list.ts";
import {
  basicPolicyId,
  type Guideline,
  type GuidelineItem,
  type Indicator,
  type ItemCountRule,
} from "./guideline-rules.ts";
import type { Ministry } from "./jurisdiction-rules.ts";
import type { RowOf, RulebookTableRows, TableName } from "./tables.ts";

type GuidelineTable =
  | "guidelineSections"
  | "guidelineItems"
  | "indicators"
  | "growthFloors"
  | "sizeClasses"
  | "itemCounts";

const guidelineTables: readonly GuidelineTable[] = [
  "guidelineSections",
  "guidelineItems",
  "indicators",
  "growthFloors",
  "sizeClasses",
  "itemCounts",
];

export function compileGuidelines(
  tables: RulebookTableRows,
  ministries: ReadonlyMap<string, Ministry>,
  list: FaultList,
): ReadonlyMap<string, Guideline> {
  checkReferences(tables, ministries, list);
  const sections = groupBy(tables.guidelineSections, (row) => row.guideline);
  const items = groupBy(tables.guidelineItems, (row) => row.guideline);
  const indicators = groupBy(tables.indicators, (row) => row.guideline);
  const floors = groupBy(tables.growthFloors, (row) => `${row.guideline}/${row.indicator}`);
  const sizeClasses = groupBy(tables.sizeClasses, (row) => row.guideline);
  const withFloors = (row: RowOf<"indicators">): Indicator => ({
    ...row,
    floors: new Map((floors.get(`${row.guideline}/${row.id}`) ?? []).map((floor) => [floor.months, floor])),
  });
  return new Map(
    tables.guidelines.map((row) => [
      row.id,
      {
        ...row,
        sections: sections.get(row.id) ?? [],
        items: items.get(row.id) ?? [],
        indicators: new Map(
          (indicators.get(row.id) ?? []).map((indicator) => [indicator.id, withFloors(indicator)]),
        ),
        sizeClasses: sizeClasses.get(row.id) ?? [],
        itemCounts: compileItemCounts(row.id, items.get(row.id) ?? [], tables, list),
      },
    ]),
  );
}

function checkReferences(
  tables: RulebookTableRows,
  ministries: ReadonlyMap<string, Ministry>,
  list: FaultList,
): void {
  const guidelines = new Set(tables.guidelines.map((row) => row.id));
  if (!guidelines.has(basicPolicyId)) list.in("guidelines", `基本方針（${basicPolicyId}）がありません`);
  checkOrder("guidelines", tables.guidelines, () => "", list);
  tables.guidelines.forEach((row, index) => {
    for (const name of row.ministries) {
      if (!ministries.has(name))
        list.at("guidelines", index, `省庁「${name}」が ministries.csv にありません`, "ministries");
    }
  });
  for (const table of guidelineTables) {
    tables[table].forEach(({ guideline }, index) => {
      if (!guidelines.has(guideline))
        list.at(table, index, `指針「${guideline}」が guidelines.csv にありません`, "guideline");
    });
  }
  const byGuideline = (row: { readonly guideline: string }) => row.guideline;
  checkOrder("guidelineSections", tables.guidelineSections, byGuideline, list);
  checkOrder("guidelineItems", tables.guidelineItems, byGuideline, list);
  checkOrder("indicators", tables.indicators, byGuideline, list);
  checkOrder("sizeClasses", tables.sizeClasses, byGuideline, list);
  checkOrder("itemCounts", tables.itemCounts, (row) => `${row.guideline}/${row.sizeClass}`, list);
  requireOwner("guidelineItems", tables.guidelineItems, "section", tables.guidelineSections, list);
  requireOwner("guidelineItems", tables.guidelineItems, "parent", tables.guidelineItems, list);
  requireEarlierParent(tables, list);
  requireOwner("growthFloors", tables.growthFloors, "indicator", tables.indicators, list);
  requireOwner("itemCounts", tables.itemCounts, "sizeClass", tables.sizeClasses, list);
  const months = new Set(tables.periodChoices.map((row) => row.months));
  tables.growthFloors.forEach((row, index) => {
    if (!months.has(row.months))
      list.at("growthFloors", index, `${row.months} か月は計画期間の選択肢にありません`, "months");
  });
  checkSizeClasses(tables, list);
}

/** 参照先が同じ指針の行であることを確かめる。空の参照は見ない。 */
function requireOwner<T extends TableName>(
  table: T,
  rows: readonly RowOf<T>[],
  column: keyof RowOf<T> & string,
  owners: readonly { readonly guideline: string; readonly id: string }[],
  list: FaultList,
): void {
  const known = new Set(owners.map(({ guideline, id }) => `${guideline}/${id}`));
  rows.forEach((row, index) => {
    const values = row as unknown as Readonly<Record<string, string | null>>;
    const { guideline = null, [column]: reference = null } = values;
    if (reference !== null && !known.has(`${guideline}/${reference}`))
      list.at(table, index, `「${reference}」が指針「${guideline}」にありません`, column);
  });
}

/** 親の項目は子より上に書く。輪になった親子はできない。 */
function requireEarlierParent(tables: RulebookTableRows, list: FaultList): void {
  const seen = new Set<string>();
  tables.guidelineItems.forEach(({ guideline, id, parent }, index) => {
    if (parent !== null && !seen.has(`${guideline}/${parent}`))
      list.at("guidelineItems", index, `親の項目「${parent}」は、この項目より上の行に書きます`, "parent");
    seen.add(`${guideline}/${id}`);
  });
}

/** 規模の区分は 0 人から始まり、人数に隙間も重なりもない。 */
function checkSizeClasses(tables: RulebookTableRows, list: FaultList): void {
  const next = new Map<string, number | null>();
  tables.sizeClasses.forEach(({ guideline, employeesFrom, employeesTo }, index) => {
    const expected = next.has(guideline) ? next.get(guideline) : 0;
    if (employeesFrom !== expected || (employeesTo !== null && employeesTo < employeesFrom)) {
      list.at("sizeClasses", index, "従業員数の範囲が前の区分とつながりません");
    }
    next.set(guideline, employeesTo === null ? null : employeesTo + 1);
  });
}

function compileItemCounts(
  guideline: string,
  items: readonly GuidelineItem[],
  tables: RulebookTableRows,
  list: FaultList,
): ReadonlyMap<string, readonly ItemCountRule[]> {
  const orders = new Map(items.map((item) => [item.id, item.order]));
  const rules = new Map<string, ItemCountRule[]>();
  tables.itemCounts.forEach((row, index) => {
    if (row.guideline !== guideline) return;
    const from = orders.get(row.fromItem);
    const to = orders.get(row.toItem);
    if (from === undefined || to === undefined || to < from) {
      list.at(
        "itemCounts",
        index,
        `項目の範囲「${row.fromItem}」〜「${row.toItem}」が指針の項目にありません`,
      );
      return;
    }
    const { sizeClass, label, minimum, note, certainty, source } = row;
    const within = items.filter(({ selectable, order }) => selectable && order >= from && order <= to);
    if (minimum > within.length) list.at("itemCounts", index, "必要項目数が範囲の項目の数を超えています");
    const rule = { sizeClass, label, items: within.map(({ id }) => id), minimum, note, certainty, source };
    rules.set(sizeClass, [...(rules.get(sizeClass) ?? []), rule]);
  });
  return rules;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
