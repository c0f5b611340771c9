/** 一箇所だけ崩した計画と、そこに出るただ一つの指摘。目録の計画の指摘は、どれもこの表が出す。 */
import type { CheckFacts } from "#app/domain/plan/check-plan.ts";
import { manufacturing, nursingCare, warehouse, withFields, withRow } from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { changeCases } from "./broken-change.ts";
import { equipmentCases } from "./broken-equipment.ts";
import { type BrokenCase, equipmentRow, error, industryRow, named, warning } from "./broken-plan.ts";
import { wholePlan } from "./whole-plan.ts";

const made = manufacturing.answers;

/** 該当箇所を選ばない実施事項。どの指針でも誤りにならない。 */
const plainMeasures = (["measure-1", "measure-2", "measure-3"] as const).map((id) => ({
  id,
  guidelineItem: "",
  description: "段取り替えの時間を60分に短縮する。",
  newBusiness: "no",
}));
const certified = (guidelineId: string, end: string) => ({
  number: "20250401東北第1号",
  certifiedOn: date("2025-04-01"),
  guidelineId,
  end: end as CheckFacts["certifiedPlans"][number]["end"],
});

const formCases: readonly BrokenCase[] = [
  [
    "従業員2,001人の事業者は認定を受けられない（法第2条第6項）",
    withFields(warehouse.answers, "company", { employees: "2001" }),
    error("employeeLimit", "company", "employees"),
    "2,000人を超える事業者",
  ],
  [
    "従業員2,001人の組合は、上限の扱いが確かめられていないので警告にとどめる",
    withFields(warehouse.answers, "company", {
      employees: "2001",
      organisation: "cooperative",
      membersQualify: "yes",
    }),
    warning("employeeLimitOfUnion", "company", "employees"),
    "提出先に確かめてください",
  ],
  [
    "検査数字の合わない法人番号",
    withFields(made, "company", { corporateNumber: "8990001000001" }),
    error("format", "company", "corporateNumber"),
    "検査数字が合いません",
  ],
  [
    "ほかの会社の法人番号では申請できない",
    made,
    error("ownCompany", "company", "corporateNumber"),
    "ログインしているGビズIDの法人番号「6990001000002」と違います",
    { facts: { corporateNumber: "6990001000002" as NonNullable<CheckFacts["corporateNumber"]> } },
  ],
  [
    "選択肢にない省庁",
    withFields(made, "industry", { ministry: "宇宙省" }),
    error("choiceExists", "industry", "ministry"),
    "選択肢の中から選んでください",
  ],
  [
    "日本標準産業分類にない細分類",
    industryRow("0000"),
    { ...error("unknownIndustry", "industry", "industries.code"), rowId: "industry-1" },
    "「0000」という細分類はありません",
  ],
  [
    "前の改定の番号（第14回改定の計画に第13回改定の6098）",
    industryRow("6098"),
    { ...error("unknownIndustry", "industry", "industries.code"), rowId: "industry-1" },
    "第14回改定にはなく、第13回改定の番号です（6098 中古品小売業",
  ],
  [
    "公務（96xx）では申請できない",
    industryRow("9611"),
    error("notAccepted", "industry", "industries"),
    "「9611」の分野では申請できません",
  ],
  [
    "番号だけでは決まらない分野（161x）はコールセンターへ",
    industryRow("1611"),
    error("callCentre", "industry", "ministry"),
    "コールセンターで確かめ",
  ],
  [
    "酒類の製造（1022）は郵送だけ",
    industryRow("1022"),
    error("postOnly", "industry", "industries"),
    "印刷して郵送してください",
  ],
  [
    "35か月の計画",
    withFields(made, "period", { end: "2029-10" }),
    error("periodLength", "period", "end"),
    "今は35か月",
  ],
  [
    "終了が開始より前の計画",
    withFields(withFields(made, "period", { end: "2026-11" }), "equipment", { equipment: [] }),
    error("periodLength", "period", "end"),
    "終了が開始より前",
  ],
  [
    "労働生産性の伸びが36か月で1%に届かない",
    withFields(made, "indicators", { targetProfit: "5510" }),
    error("growthFloor", "indicators", "targetProfit"),
    "1%以上の伸びが必要",
  ],
  [
    "離職率が上がる目標",
    withFields(nursingCare.answers, "indicators", { target: "18.5" }),
    warning("notImproving", "indicators", "target"),
    "0.1ポイントの悪化",
  ],
  [
    "現状の値が0で伸び率を計算できない",
    withFields(nursingCare.answers, "indicators", { baseline: "0" }),
    warning("growthNotComputable", "indicators", "target"),
    "審査担当が内容を確かめます",
  ],
  [
    "指針にない指標",
    withFields(made, "indicators", { indicator: "turnover", baseline: "18.4", target: "14.9" }),
    error("indicatorOfGuideline", "indicators", "indicator"),
    "「製造業」の指針にありません",
  ],
  [
    "二つの取組がどちらも「無」",
    withFields(made, "measures", { usesOwnResources: "no" }),
    error("someResources", "measures", "usesOwnResources"),
    "どちらも「無」",
  ],
  [
    "指針にない該当箇所",
    withRow(warehouse.answers, ["measures", "measures"], 0, { guidelineItem: "manufacturing-1-2" }),
    { ...error("itemsOfGuideline", "measures", "measures.guidelineItem"), rowId: "measure-1" },
    "「基本方針」の指針にありません",
  ],
  [
    "中規模製造業で、イ(1)〜ニ(3)の項目が一つ足りない",
    withRow(made, ["measures", "measures"], 1, { guidelineItem: "" }),
    error("itemCounts", "measures", "measures"),
    "あと1項目",
  ],
  [
    "もうない実施事項を指す資金",
    withRow(made, ["funding", "funds"], 1, { measure: "measure-9" }),
    { ...error("measuresExist", "funding", "funds.measure"), rowId: "fund-2" },
    "実施事項を選び直して",
  ],
  [
    "資金が設備の金額に足りない",
    withRow(made, ["funding", "funds"], 0, { amount: "31000" }),
    warning("fundsCoverEquipment", "funding", "funds"),
    "38,000千円）が、資金の合計（37,500千円）",
  ],
  [
    "空の必須の欄",
    withFields(made, "company", { name: " " }),
    error("required", "company", "name"),
    "事業者の氏名又は名称を入力してください",
  ],
  [
    "設立の登記が済んでいない事業者",
    withFields(made, "company", { established: "no" }),
    error("notCertifiable", "company", "established"),
    "認定を受けられません",
  ],
  [
    "申請できるか確かめられていない組織の形は警告にとどめる",
    withFields(made, "company", { organisation: "other" }),
    warning("notCertifiable", "company", "organisation"),
    "組織の形に当たりません",
  ],
  [
    "住所と違う都道府県（提出先の誤り）",
    withFields(made, "company", { address: "大阪府堺市北区百舌鳥梅町一丁目30番1号" }),
    warning("addressPrefecture", "company", "prefecture"),
    "「大阪府」で始まっていますが、都道府県には「宮城県」",
  ],
  [
    "提出先でない省庁（提出先の誤り）",
    withFields(industryRow("7511", withFields(made, "measures", { measures: plainMeasures })), "industry", {
      ministry: "経済産業省",
    }),
    error("wrongAddressee", "industry", "ministry"),
    "経済産業省は、この分野の計画の提出先ではありません",
  ],
  [
    "提出先が一つの分野に残った省庁の選択",
    withFields(made, "industry", { ministry: "農林水産省" }),
    warning("wrongAddressee", "industry", "ministry"),
    "東北経済産業局に決まっています",
  ],
  [
    "複数の省庁の分野で、省庁を選んでいない",
    industryRow("7511", withFields(made, "measures", { measures: plainMeasures })),
    error("ministryChoice", "industry", "ministry"),
    "厚生労働省、国土交通省から",
  ],
  [
    "本業と違う事業分野（分野の誤り）",
    withFields(made, "industry", { mainIndustry: "2441" }),
    { ...warning("industryOfPlan", "industry", "industries.code"), rowId: "industry-1" },
    "提出先と指針は計画の事業で決まります",
  ],
  [
    "産業分類にない本業",
    withFields(made, "industry", { mainIndustry: "0000" }),
    error("unknownIndustry", "industry", "mainIndustry"),
    "本業の「0000」",
  ],
  [
    "同じ指針の計画の期間が残っている（変更とすべき新規）",
    made,
    warning("newInsteadOfChange", "industry", "industries"),
    "令和10年3月まで残っています",
    { facts: { certifiedPlans: [certified("manufacturing", "2028-03")] } },
  ],
  [
    "始めの月が申請の月より前の計画",
    withFields(warehouse.answers, "period", { start: "2026-11", end: "2031-10" }),
    warning("periodStart", "period", "start"),
    "申請の月（令和8年12月）より前",
  ],
  [
    "純資産が総資産を超える決算",
    withFields(made, "present-state", { netAssets: "471001" }),
    warning("assetsBalance", "present-state", "netAssets"),
    "総資産（471,000千円）を超えて",
  ],
  [
    "現状は人、目標は人・時で数えた労働者数",
    withFields(made, "indicators", { baselineWorkers: "88320" }),
    warning("sameLabourInput", "indicators", "targetWorkers"),
    "同じ数え方",
  ],
  [
    "現状の値が負の指標",
    withFields(made, "indicators", { baselineProfit: "-300000" }),
    warning("baselineNotPositive", "indicators", "targetProfit"),
    "絶対値を分母に",
  ],
  [
    "6(2)が「有」なのに、種類を選んだ実施事項がない",
    withRow(withFields(wholePlan, "screening", { realEstate: "no" }), ["measures", "measures"], 1, {
      successionKind: "",
    }),
    error("successionRows", "measures", "usesOthersResources"),
    "種類を選ぶか、「無」に直して",
  ],
  [
    "6(2)が「無」なのに、種類を選んだ実施事項がある",
    withRow(made, ["measures", "measures"], 0, { successionKind: "absorption-merger" }),
    { ...error("successionRows", "measures", "measures.successionKind"), rowId: "measure-1" },
    "「有」にするか、種類を空に",
  ],
  [
    "選択肢にない事業承継等の種類",
    withRow(wholePlan, ["measures", "measures"], 0, { successionKind: "purchase" }),
    { ...error("choiceExists", "measures", "measures.successionKind"), rowId: "measure-1" },
    "選択肢の中から",
  ],
  [
    "実施時期の外の実施期間",
    withRow(made, ["measures", "measures"], 0, { startMonth: "2026-12", endMonth: "2029-12" }),
    { ...warning("measurePeriod", "measures", "measures.endMonth"), rowId: "measure-1" },
    "実施時期（令和8年12月から令和11年11月まで）の外",
  ],
  [
    "始めより前に終わる実施期間",
    withRow(made, ["measures", "measures"], 0, { startMonth: "2027-03", endMonth: "2027-02" }),
    { ...warning("measurePeriod", "measures", "measures.endMonth"), rowId: "measure-1" },
    "終わりが始めより前",
  ],
  [
    "決算の数字と違う純資産の合計額",
    withFields(wholePlan, "funding", { guaranteeNetAssets: "134000" }),
    warning("guaranteeFigures", "funding", "guaranteeNetAssets"),
    "現状認識の純資産（143,000千円）と違います",
  ],
  [
    "決算の数字と違うEBITDA有利子負債倍率",
    withFields(wholePlan, "funding", { guaranteeEbitdaMultiple: "1.2" }),
    warning("guaranteeFigures", "funding", "guaranteeEbitdaMultiple"),
    "計算した値（2.7倍）と違います",
  ],
  [
    "事前調査のないD類型",
    equipmentRow({ type: "D" }),
    warning("dueDiligenceForTypeD", "due-diligence", "surveys"),
    "事業承継等事前調査が書かれていません",
  ],
  [
    "不動産のない様式第2",
    withFields(wholePlan, "real-estate", { land: [], buildings: [] }),
    warning("realEstateRows", "real-estate", "land"),
    "取得する土地か家屋",
  ],
  [
    "譲受けでない様式第2",
    withRow(wholePlan, ["measures", "measures"], 1, { successionKind: "absorption-merger" }),
    error("realEstateTransfer", "real-estate", "land"),
    "「事業又は資産の譲受け」",
  ],
  [
    "青色申告をしていない事業者の設備",
    withFields(made, "tax", { blueReturn: "no" }),
    warning("mayUseTaxRelief", "tax", "blueReturn"),
    "計画の認定は受けられます",
  ],
];

const constructionAndBus = [
  { id: "industry-1", revision: "14", code: "0611" },
  { id: "industry-2", revision: "14", code: "4311" },
];

const joined: readonly BrokenCase[] = [
  [
    "分野ごとに違う指針（指針の誤り）",
    withFields(made, "industry", {
      industries: [
        { id: "industry-1", revision: "14", code: "2662" },
        { id: "industry-2", revision: "14", code: "8231" },
      ],
    }),
    warning("severalGuidelines", "industry", "industries"),
    "「製造業」によって点検しました",
  ],
  [
    "同じ省庁の違う局にわたる分野（建設業とバス）は、局を選ぶまで申請できない",
    withFields(made, "industry", { industries: constructionAndBus }),
    error("officeChoice", "industry", "office"),
    "東北地方整備局、東北運輸局から、提出先の局を選んでください",
  ],
  [
    "その計画を受け付けない局を選んだ",
    withFields(made, "industry", { industries: constructionAndBus, office: "meti-tohoku" }),
    error("wrongAddressee", "industry", "office"),
    "東北経済産業局は、この計画の提出先ではありません",
  ],
];

/** 一箇所だけ崩した計画と、その一つの指摘。 */
export const brokenPlans = [...formCases, ...equipmentCases, ...changeCases].map(named);
/** 「一つだけ」にならない崩し方。ほかの指摘も一緒に出るので、含むかどうかだけを見る。 */
export const joinedPlans = joined.map(named);
