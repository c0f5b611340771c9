/**
 * 投資計画の確認の申請の欄。計画の様式と同じ欄の定義を使い、打たれた文字のまま下書きに持つ。
 * 部分は三つ: 申請者、投資計画、類型ごとの数。
 */
import { defineSection, type SectionSpec, type SectionValues } from "../plan/field.ts";
import {
  choice,
  date,
  email,
  integer,
  longText,
  month,
  telephone,
  text,
  yesNo,
} from "../plan/field-kinds.ts";
import type { ConfirmationType } from "./confirmation-type.ts";

const yen = (
  label: string,
  rest: { readonly min?: number; readonly help?: string; readonly group?: string },
) => integer({ label, unit: "千円", ...rest });

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1}月`,
}));

const LONGEST_PATH = 20;
const years = Array.from({ length: LONGEST_PATH }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1}年後`,
}));

export const applicantPart = defineSection({
  id: "applicant",
  number: "1",
  title: "申請者",
  intro: "確認書の宛先と、連絡の取れる人を書きます。",
  fields: {
    name: text({ label: "事業者の名称", autoComplete: "organization" }),
    representative: text({
      label: "代表者の役職名及び氏名",
      requirement: "optional",
      help: "個人事業主は空欄にします。",
      example: "代表取締役 髙橋 健一",
    }),
    prefecture: choice({
      label: "本店の所在地（都道府県）",
      help: "この都道府県を受け持つ経済産業局に届きます。",
      options: "prefectures",
    }),
    address: text({ label: "本店の所在地（住所）", autoComplete: "street-address" }),
    contactName: text({ label: "担当者の氏名", autoComplete: "name" }),
    contactEmail: email({ label: "担当者のメールアドレス", autoComplete: "email" }),
    contactTelephone: telephone({ label: "担当者の電話番号", autoComplete: "tel" }),
  },
});

export const investmentPart = defineSection({
  id: "investment",
  number: "2",
  title: "投資計画",
  intro: "どの設備に、いつ、いくら投資するかを書きます。",
  fields: {
    planName: text({ label: "投資計画の名称", example: "部品加工ラインの自動化" }),
    purpose: longText({
      label: "投資の目的と内容",
      help: "設備を入れると何がどう変わるかを、事前確認を受けた投資計画と同じ内容で書きます。",
      maxLength: 2000,
    }),
    equipmentName: text({ label: "主な設備の名称", example: "5軸制御立形マシニングセンタ ほか3点" }),
    acquisitionMonth: month({
      label: "設備を取得する年月",
      help: "いくつかに分けて取得するときは、初めの月を書きます。取得は、この申請の後にします。",
      example: "2027年2月（令和9年2月）",
    }),
    closingMonth: choice({
      label: "決算月",
      help: "取得する年度と、その翌年度を数えます。",
      options: months,
    }),
    amount: yen("投資額の合計", {
      min: 1,
      help: "確認を受ける設備の取得価額の合計です。千円に満たない額は切り捨てます。",
    }),
    adviser: text({
      label: "事前確認をした人",
      requirement: "recommended",
      help: "B・E類型は税理士又は公認会計士、D類型は認定経営革新等支援機関の名前を、事前確認書のとおりに書きます。",
    }),
    adviserOn: date({
      label: "事前確認書の日付",
      requirement: "recommended",
      help: "事前確認書に書かれた日付です。",
    }),
  },
});

/** 営業利益と減価償却費の組。 */
const profitFields = (group: string) => ({
  profit: yen("営業利益", { group, help: "損失なら、前に「-」か「▲」を付けます。" }),
  depreciation: yen("減価償却費", { group, min: 0 }),
});

const base = profitFields("投資をする前の年度");
const first = profitFields("取得する年度の翌年度（1年目）");
const second = profitFields("2年目");
const third = profitFields("3年目");

const returnFields = {
  baseProfit: base.profit,
  baseDepreciation: base.depreciation,
  profit1: first.profit,
  depreciation1: first.depreciation,
  profit2: second.profit,
  depreciation2: second.depreciation,
  profit3: third.profit,
  depreciation3: third.depreciation,
};

export const returnPart = defineSection({
  id: "return",
  number: "3",
  title: "投資利益率",
  intro: "設備を取得する年度の翌年度から3年間の見込みと、比べる前の年度の実績を書きます。",
  fields: returnFields,
});

/** 修正ROAと有形固定資産回転率の元になる数。 */
const assetFields = (group: string) => ({
  sales: yen("売上高", { group, min: 0 }),
  profit: yen("営業利益", { group, help: "損失なら、前に「-」か「▲」を付けます。" }),
  depreciation: yen("減価償却費", { group, min: 0 }),
  research: yen("研究開発費", { group, min: 0, help: "ないときは 0 と書きます。" }),
  totalAssets: yen("総資産", { group, min: 1 }),
  tangibleAssets: yen("有形固定資産", { group, min: 1 }),
});

const before = assetFields("計画を始める前の年度");
const after = assetFields("計画の終わりの年度");

export const assetsPart = defineSection({
  id: "assets",
  number: "3",
  title: "修正ROAと有形固定資産回転率",
  intro: "どちらか一つが、計画期間に応じた値まで上がることが要件です。",
  fields: {
    months: choice({
      label: "計画期間",
      options: [
        { value: "36", label: "3年" },
        { value: "48", label: "4年" },
        { value: "60", label: "5年" },
      ],
    }),
    baseSales: before.sales,
    baseProfit: before.profit,
    baseDepreciation: before.depreciation,
    baseResearch: before.research,
    baseTotalAssets: before.totalAssets,
    baseTangibleAssets: before.tangibleAssets,
    endSales: after.sales,
    endProfit: after.profit,
    endDepreciation: after.depreciation,
    endResearch: after.research,
    endTotalAssets: after.totalAssets,
    endTangibleAssets: after.tangibleAssets,
  },
});

const scale = "規模の拡大";

export const growthPart = defineSection({
  id: "growth",
  number: "3",
  title: "投資利益率と規模の拡大",
  intro: "投資利益率のほかに、売上高の伸びの道筋と、100億宣言、着工の時期を書きます。",
  fields: {
    ...returnFields,
    previousSales: yen("前年度の売上高", { group: scale, min: 1 }),
    targetYears: choice({
      label: "目標に届く年",
      group: scale,
      help: "前年度から数えて何年後に目標の売上高に届くかです。",
      options: years,
    }),
    targetSales: yen("目標の売上高", {
      group: scale,
      min: 1,
      help: "100億円を目指す道筋の、届く年の売上高です。",
    }),
    declaredOn: date({
      label: "100億宣言を公表した日",
      group: scale,
      help: "この申請より前に公表されていることが必要です。",
    }),
    building: yesNo({
      label: "建物を建てるか",
      group: scale,
      yes: "建てる、又は増改築する",
      no: "建物の工事はない",
    }),
    permitOn: date({
      label: "建築確認済証を受ける予定の日",
      group: scale,
      requirement: "optional",
      help: "建物を建てるときは必ず書きます。この申請は、建築確認済証の交付より前に届くことが必要です。",
    }),
  },
});

/** 類型の申請の部分。上から順に一枚の画面に並べる。 */
export function confirmationParts(type: ConfirmationType): readonly SectionSpec[] {
  switch (type) {
    case "B":
      return [applicantPart, investmentPart, returnPart];
    case "D":
      return [applicantPart, investmentPart, assetsPart];
    case "E":
      return [applicantPart, investmentPart, growthPart];
  }
}

/** 読み取った申請。類型によらない部分は必ずあり、数の部分は類型の物だけがある。 */
export type ConfirmationValues = {
  readonly applicant: SectionValues<typeof applicantPart>;
  readonly investment: SectionValues<typeof investmentPart>;
  readonly return?: SectionValues<typeof returnPart>;
  readonly assets?: SectionValues<typeof assetsPart>;
  readonly growth?: SectionValues<typeof growthPart>;
};
