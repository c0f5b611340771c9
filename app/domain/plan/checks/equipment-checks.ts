/** 8 設備の類型、種類、単価の点検（租税特別措置法第42条の12の4、第10条の5の3）。 */
import { firstDayOf, lastDayOf } from "../../calendar/civil-month.ts";
import { formatJapaneseMonth } from "../../calendar/era.ts";
import { type EquipmentType, isTypeOpen, priceFloor, type PriceFloor } from "../../equipment/equipment.ts";
import { formatInteger } from "../../text/number-input.ts";
import type { Finding } from "../finding.ts";
import { type Check, findingOf } from "./check.ts";
import { at, type EquipmentRow } from "./equipment-place.ts";

/** 類型がその時に使えるか。C 類型は令和7年4月に廃止された。 */
export const typeOpen: Check = ({ rulebook, values }) =>
  values.equipment.equipment.flatMap((row) => {
    if (row.type === undefined || row.acquiredMonth === undefined) return [];
    if (isTypeOpen(rulebook, row.type as EquipmentType, firstDayOf(row.acquiredMonth))) return [];
    return [
      findingOf(
        "typeOpen",
        at(row, "type"),
        `${row.type}類型は、${formatJapaneseMonth(row.acquiredMonth)}に取得する設備には使えません。類型を選び直してください。`,
      ),
    ];
  });

/** 種類が類型の対象か、単価が取得日の最低取得価額以上か、種類の中の限定に当てはまるか。 */
export const unitPriceFloor: Check = ({ rulebook, values }) =>
  values.equipment.equipment.flatMap((row): readonly Finding[] => {
    if (row.type === undefined || row.kind === undefined || row.acquiredMonth === undefined) return [];
    const on = lastDayOf(row.acquiredMonth);
    if (!isTypeOpen(rulebook, row.type as EquipmentType, firstDayOf(row.acquiredMonth))) return [];
    const kind = rulebook.equipment.kinds.get(row.kind)?.name ?? row.kind;
    const floor = priceFloor(rulebook, { type: row.type as EquipmentType, kind: row.kind, on });
    if (floor === undefined)
      return [
        findingOf(
          "kindEligible",
          at(row, "kind"),
          `「${kind}」は${row.type}類型の対象ではありません。設備の種類と類型を確かめてください。`,
        ),
      ];
    const tooCheap = row.unitPrice !== undefined && row.unitPrice < floor.thousandYen;
    return [
      ...(tooCheap
        ? [
            findingOf(
              "unitPriceFloor",
              at(row, "unitPrice"),
              `「${kind}」の単価は${formatInteger(floor.thousandYen)}千円以上が必要です（今は${formatInteger(row.unitPrice ?? 0)}千円）。単位が千円か、設備をまとめていないかを確かめてください。`,
              floor.certainty,
            ),
          ]
        : []),
      ...restriction(row, kind, floor),
    ];
  });

/** 限定に当てはまると答えていなければ尋ね、当てはまらないと答えていれば対象外になる。 */
function restriction(row: EquipmentRow, kind: string, floor: PriceFloor): readonly Finding[] {
  if (floor.restriction === null || row.meetsRestriction === true) return [];
  const limit = `${row.type ?? ""}類型の「${kind}」は「${floor.restriction}」に限られます。`;
  return row.meetsRestriction === false
    ? [
        findingOf(
          "kindRestriction",
          at(row, "meetsRestriction"),
          `${limit}当てはまらない設備には、この類型を使えません。類型を選び直してください。`,
          floor.certainty,
        ),
      ]
    : [
        findingOf(
          "kindRestriction",
          at(row, "kind"),
          `${limit}設備が当てはまるか確かめ、「種類の中の限定」に答えてください。`,
          "unknown",
        ),
      ];
}

/** 対象外の用途、中古、半分を超える売電（税務・会計の公開資料による除外の一覧）。 */
export const eligibleUse: Check = ({ values }) =>
  values.equipment.equipment.flatMap((row): readonly Finding[] => [
    ...(row.excludedUse === true
      ? [
          findingOf(
            "excludedUse",
            at(row, "excludedUse"),
            "対象外の設備に当てはまると答えています。この設備には税制の措置を使えません。行を消すか、答えを確かめてください。",
          ),
        ]
      : []),
    ...(row.powerPlant === "overHalf"
      ? [
          findingOf(
            "excludedUse",
            at(row, "powerPlant"),
            "発電した電気の半分を超えて売る設備は対象になりません。行を消すか、答えを確かめてください。",
          ),
        ]
      : []),
    ...(row.newAsset === false
      ? [
          findingOf(
            "usedAsset",
            at(row, "newAsset"),
            "中古の設備や、人に貸すための設備は対象になりません。行を消すか、答えを確かめてください。",
          ),
        ]
      : []),
  ]);

const THOUSAND_YEN_PER_HUNDRED_MILLION = 100_000;
const PERCENT = 100;

/**
 * E 類型は法人だけ。前年度の売上高の範囲と、投資額の下限（額か、売上高に対する割合）は規則集の数値による。
 * 現状認識の売上高が前年度のものかは決算書で確かめるので、知らせにとどめる。
 */
export const typeEScale: Check = ({ rulebook, values, on }) => {
  const rows = values.equipment.equipment.filter((row) => row.type === "E");
  const first = rows[0];
  if (first === undefined) return [];
  if (values.company.corporationType === "soleProprietor")
    return rows.map((row) =>
      findingOf(
        "typeEForCorporations",
        at(row, "type"),
        "E類型を使えるのは法人だけです。類型を選び直してください。",
      ),
    );
  const threshold = (measure: string): number | undefined => {
    const found = rulebook.equipment.thresholds.find(
      (row) =>
        row.type === "E" &&
        row.measure === measure &&
        row.validFrom <= on &&
        (row.validTo === null || on <= row.validTo),
    );
    return found === undefined ? undefined : Number(found.value);
  };
  const { sales } = values["present-state"];
  if (sales === undefined) return [];
  const over = threshold("sales-over");
  const under = threshold("sales-under");
  const messages: string[] = [];
  if (
    (over !== undefined && sales <= over * THOUSAND_YEN_PER_HUNDRED_MILLION) ||
    (under !== undefined && sales >= under * THOUSAND_YEN_PER_HUNDRED_MILLION)
  )
    messages.push(
      `E類型には、前年度の売上高が${over ?? ""}億円を超え${under ?? ""}億円未満であることが必要です（現状認識の売上高は${formatInteger(sales)}千円）。前年度の売上高を確かめてください。`,
    );
  const investment = rows.reduce((total, row) => total + (row.unitPrice ?? 0) * (row.quantity ?? 0), 0);
  const amount = threshold("investment-amount");
  const share = threshold("investment-share-of-sales");
  if (
    amount !== undefined &&
    share !== undefined &&
    investment < amount * THOUSAND_YEN_PER_HUNDRED_MILLION &&
    investment * PERCENT < share * sales
  )
    messages.push(
      `E類型の投資額は、${amount}億円以上か、売上高の${share}%以上が必要です（今の合計は${formatInteger(investment)}千円）。金額を確かめてください。`,
    );
  return messages.map((message) => findingOf("typeEScale", at(first, "type"), message));
};
