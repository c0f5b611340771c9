/** 6 経営力向上の内容の点検（法第17条第2項第3号）。 */
import { formatJapaneseMonth } from "../../calendar/era.ts";
import { checkItemCounts } from "../../guideline/guideline.ts";
import { type Check, findingOf } from "./check.ts";

/** (1) と (2) がどちらも「無」では計画にならない（https://joseikin-now.jp/?p=35762）。 */
export const someResources: Check = ({ values }) => {
  const { usesOwnResources, usesOthersResources } = values.measures;
  if (usesOwnResources !== false || usesOthersResources !== false) return [];
  return [
    findingOf(
      "someResources",
      { field: "usesOwnResources" },
      "二つの取組がどちらも「無」になっています。事業承継等を伴わない計画では「現に有する経営資源を利用する取組」を「有」にしてください。",
    ),
  ];
};

/** 該当箇所が、選んだ指針のものか。 */
export const itemsOfGuideline: Check = ({ values, guideline }) => {
  if (guideline === undefined) return [];
  const known = new Set(guideline.items.filter((item) => item.selectable).map((item) => item.id));
  return values.measures.measures.flatMap((row) =>
    row.guidelineItem === undefined || known.has(row.guidelineItem)
      ? []
      : [
          findingOf(
            "itemsOfGuideline",
            { field: "measures.guidelineItem", rowId: row.id },
            `選んだ該当箇所は「${guideline.name}」の指針にありません。選び直してください。`,
          ),
        ],
  );
};

/** 指針の該当箇所の数が、規模に応じた最低の数に届くか。 */
export const itemCounts: Check = ({ values, guideline }) => {
  const { employees } = values.company;
  if (guideline === undefined || employees === undefined) return [];
  const chosen = values.measures.measures.flatMap(({ guidelineItem }) => guidelineItem ?? []);
  return checkItemCounts(guideline, employees, chosen).map(({ rule, message }) =>
    findingOf("itemCounts", { field: "measures" }, message, rule.certainty),
  );
};

/** 6(2) が「有」なら、事業承継等の種類を選んだ実施事項が一つはあり、「無」なら一つもない（法第2条第10項）。 */
export const successionRows: Check = ({ values }) => {
  const { usesOthersResources, measures } = values.measures;
  const kinds = measures.filter((row) => row.successionKind !== undefined);
  if (usesOthersResources === true && kinds.length === 0 && measures.length > 0)
    return [
      findingOf(
        "successionRows",
        { field: "usesOthersResources" },
        "「他の事業者から取得した又は提供された経営資源を利用する取組」が「有」ですが、事業承継等の種類を選んだ実施事項がありません。実施事項で種類を選ぶか、「無」に直してください。",
      ),
    ];
  if (usesOthersResources !== false) return [];
  return kinds.map((row) =>
    findingOf(
      "successionRows",
      { field: "measures.successionKind", rowId: row.id },
      "事業承継等の種類を選んだ実施事項があります。「他の事業者から取得した又は提供された経営資源を利用する取組」を「有」にするか、種類を空にしてください。",
    ),
  );
};

/** 実施事項の期間が、前後せず、実施時期の中にあるか。 */
export const measurePeriod: Check = ({ values }) => {
  const { start, end } = values.period;
  return values.measures.measures.flatMap((row) => {
    const { startMonth, endMonth } = row;
    if (startMonth !== undefined && endMonth !== undefined && endMonth < startMonth)
      return [
        findingOf(
          "measurePeriod",
          { field: "measures.endMonth", rowId: row.id },
          "実施期間の終わりが始めより前です。年月を確かめてください。",
        ),
      ];
    if (start === undefined || end === undefined) return [];
    const outside = (month: string | undefined): boolean =>
      month !== undefined && (month < start || month > end);
    if (!outside(startMonth) && !outside(endMonth)) return [];
    return [
      findingOf(
        "measurePeriod",
        { field: outside(startMonth) ? "measures.startMonth" : "measures.endMonth", rowId: row.id },
        `実施期間が実施時期（${formatJapaneseMonth(start)}から${formatJapaneseMonth(end)}まで）の外にあります。年月を確かめてください。`,
      ),
    ];
  });
};
