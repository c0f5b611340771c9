/**
 * 全部の区画と欄に答えた計画。製造業の例に、事業の譲受け、様式第2 の不動産、B 類型までの設備、税制の確認を足したもの。
 * 誤りはなく、見出しの一致と、一箇所だけ崩す点検の元にする。
 */
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { manufacturing } from "#test/support/example-plans.ts";

const base = manufacturing.answers;
const rowAt = (section: string, table: string, index: number): RawRow => {
  const rows = base[section]?.[table];
  const row = typeof rows === "object" ? rows[index] : undefined;
  if (row === undefined) throw new Error(`${section}.${table} の行がありません。`);
  return row;
};
const [first, second, third] = [0, 1, 2].map((index) => rowAt("measures", "measures", index)) as [
  RawRow,
  RawRow,
  RawRow,
];

const scores = [
  "salesGrowth",
  "operatingMargin",
  "labourProductivity",
  "ebitdaDebtMultiple",
  "workingCapitalTurnover",
  "equityRatio",
];

export const wholePlan: RawAnswers = {
  ...base,
  screening: { realEstate: "yes" },
  company: {
    ...base["company"],
    organisation: "company",
    established: "yes",
    deficit: "no",
    website: "https://www.aoba.example.jp",
    jointApplicants: [
      {
        id: "joint-1",
        name: "有限会社みちのく金属",
        representative: "取締役 佐藤 洋",
        address: "宮城県名取市増田字柳田80番地",
        corporateNumber: "６９９０００１０００００２",
      },
    ],
  },
  industry: { ...base["industry"], mainIndustry: "2662" },
  "present-state": {
    ...base["present-state"],
    ...Object.fromEntries(
      scores.flatMap((name) => [`${name}Score`, `${name}TargetScore`]).map((name) => [name, "3"]),
    ),
    salesGrowthTarget: "3.0%",
    operatingMarginTarget: "4.5",
    labourProductivityTarget: "634千円/人",
    ebitdaDebtMultipleTarget: "2.1倍",
    workingCapitalTurnoverTarget: "1.8ヶ月",
    equityRatioTarget: "３５．０％",
  },
  indicators: {
    ...base["indicators"],
    labourInput: "hours",
    baselineHoursPerWorker: "1,920",
    targetHoursPerWorker: "1,900時間",
  },
  measures: {
    usesOwnResources: "yes",
    usesOthersResources: "yes",
    measures: [
      { ...first, successionKind: "", startMonth: "2026-12", endMonth: "2027-05" },
      {
        ...second,
        successionKind: "business-or-asset-transfer",
        startMonth: "令和9年1月",
        endMonth: "令和10年3月",
      },
      { ...third, successionKind: "", startMonth: "2027-02", endMonth: "2029-11" },
    ],
  },
  funding: {
    funds: [
      { id: "fund-1", measure: "measure-3", purpose: "機械の取得", method: "融資", amount: "44,000" },
      { id: "fund-2", measure: "measure-3", purpose: "据付及び治具", method: "自己資金", amount: "6,500" },
    ],
    taxTreatment: "excluded",
    guaranteeWanted: "yes",
    guaranteeNetAssets: "143,000",
    guaranteeEbitdaMultiple: "2.7",
  },
  equipment: {
    equipment: [
      {
        ...rowAt("equipment", "equipment", 0),
        id: "equipment-1",
        acquiredOn: "2027年2月10日",
        newAsset: "yes",
        excludedUse: "no",
        powerPlant: "no",
        meetsRestriction: "",
      },
      {
        id: "equipment-2",
        measure: "measure-3",
        acquiredMonth: "2027-03",
        type: "A",
        kind: "tools",
        name: "三次元測定工具",
        model: "TX-3",
        prefecture: "04",
        city: "仙台市泉区",
        unitPrice: "1,200",
        quantity: "5",
        certificateNumber: "日測証26-000381",
        acquiredOn: "",
        newAsset: "yes",
        excludedUse: "no",
        powerPlant: "",
        meetsRestriction: "yes",
      },
    ],
  },
  permits: {
    permitWanted: "yes",
    permits: [
      {
        id: "permit-1",
        permitName: "建設業の許可",
        position: "建設業者の地位",
        predecessor: "有限会社広瀬機工",
        permitNumber: "宮城県知事許可 第00000号",
      },
    ],
  },
  "due-diligence": {
    surveys: [
      {
        id: "survey-1",
        surveyKind: "財務・税務",
        performer: "税理士法人あおば会計",
        content: "直近3期の決算書を確かめ、簿外の債務がないかを調べる。",
      },
    ],
  },
  "real-estate": {
    land: [
      {
        id: "land-1",
        lot: "宮城県名取市増田字柳田80番",
        landCategory: "宅地",
        area: "1,204.55㎡",
        seller: "有限会社広瀬機工",
      },
    ],
    buildings: [
      {
        id: "building-1",
        buildingNumber: "宮城県名取市増田字柳田80番地 80番1",
        structure: "工場・鉄骨造平家建",
        floorArea: "846.20",
        seller: "有限会社広瀬機工",
      },
    ],
  },
  tax: {
    blueReturn: "yes",
    hasCapital: "yes",
    halfOwned: "no",
    twoThirdsOwned: "no",
    averageIncome: "24,000千円",
  },
};
