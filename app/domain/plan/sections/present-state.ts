/**
 * 4 現状認識。文章と、ローカルベンチマークの元になる決算の数字、評点、計画終了時の目標。
 * 評点の基準値は公表資料で確かめられていないので、計算せずに申請者の書いた点を載せる。
 */
import { defineSection } from "../field.ts";
import { choice, decimal, integer, longText } from "../field-kinds.ts";

const accountsGroup = "ローカルベンチマークの元になる決算の数字";
const scoresGroup = "ローカルベンチマークの評点（現状）";
const targetsGroup = "ローカルベンチマークの計画終了時の目標";

const account = (label: string, help: string, example: string) =>
  integer({ label, unit: "千円", requirement: "recommended", help, example, group: accountsGroup });

const points = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: `${value}点` }));
const score = (label: string, group: string) =>
  choice({
    label,
    help: "ローカルベンチマークのツールで出た、5点満点の点を選びます。",
    requirement: "optional",
    options: points,
    group,
  });
const target = (
  label: string,
  unit: "%" | "千円/人" | "倍" | "ヶ月",
  direction: "大きい" | "小さい",
  example: string,
) =>
  decimal({
    label,
    unit,
    help: `計画が終わる時の目標です。${direction}ほど良い指標です。`,
    requirement: "optional",
    example,
    group: targetsGroup,
  });

export const presentState = defineSection({
  id: "present-state",
  number: "4",
  title: "現状認識",
  intro:
    "自社の今の姿を、5行から10行を目安に書きます。決算の数字は、最も新しい決算書から千円単位で写してください。",
  fields: {
    business: longText({
      label: "自社の事業概要",
      help: "何を、誰に、どのように提供しているかを書きます。",
      example: "昭和59年の設立以来、金属加工機械の部品を受託加工している。",
    }),
    market: longText({
      label: "自社の商品・サービスが対象とする顧客・市場の動向、競合の動向",
      help: "顧客の数や取引の変化、市場の伸び、競合の強みと自社の強み・弱みを書きます。",
      example: "小ロットで納期の短い引合いが、3年前の約1.8倍に増えた。",
    }),
    management: longText({
      label: "自社の経営状況",
      help: "売上や利益の動きと、その理由を書きます。",
      example: "売上高は横ばいだが、段取り替えに時間が掛かり、営業利益率は3.1%にとどまる。",
    }),
    issues: longText({
      label: "経営課題",
      help: "上の三つを踏まえて、解決したい課題を書きます。実施事項はこの課題に応えるものにします。",
      example: "①段取り替え時間の短縮、②工程設計の標準化。",
    }),
    sales: account("売上高", "損益計算書の売上高です。", "612,000"),
    previousSales: account("前期の売上高", "一つ前の期の損益計算書の売上高です。", "598,000"),
    operatingProfit: account(
      "営業利益",
      "損益計算書の営業利益です。損失なら頭に「-」か「▲」を付けます。",
      "18,970",
    ),
    depreciation: account("減価償却費", "販売管理費と製造原価の減価償却費の合計です。", "31,400"),
    benchmarkEmployees: integer({
      label: "従業員数",
      unit: "人",
      min: 0,
      requirement: "recommended",
      help: "決算の日の従業員の数です。",
      example: "46",
      group: accountsGroup,
    }),
    cash: account("現金・預金", "貸借対照表の現金及び預金です。", "88,000"),
    notesReceivable: account("受取手形", "貸借対照表の受取手形です。なければ0と書きます。", "12,000"),
    accountsReceivable: account("売掛金", "貸借対照表の売掛金です。なければ0と書きます。", "96,000"),
    inventories: account("棚卸資産", "商品、製品、仕掛品、原材料などの合計です。", "54,000"),
    notesPayable: account("支払手形", "貸借対照表の支払手形です。なければ0と書きます。", "0"),
    accountsPayable: account("買掛金", "貸借対照表の買掛金です。なければ0と書きます。", "61,000"),
    shortTermBorrowings: account("短期借入金", "一年以内に返す借入金です。なければ0と書きます。", "40,000"),
    longTermBorrowings: account("長期借入金", "一年より先に返す借入金です。なければ0と書きます。", "182,000"),
    netAssets: account("純資産", "貸借対照表の純資産の部の合計です。", "143,000"),
    totalAssets: account("総資産", "貸借対照表の資産の部の合計です。", "471,000"),
    salesGrowthScore: score("売上高増加率の評点", scoresGroup),
    operatingMarginScore: score("営業利益率の評点", scoresGroup),
    labourProductivityScore: score("労働生産性の評点", scoresGroup),
    ebitdaDebtMultipleScore: score("EBITDA有利子負債倍率の評点", scoresGroup),
    workingCapitalTurnoverScore: score("営業運転資本回転期間の評点", scoresGroup),
    equityRatioScore: score("自己資本比率の評点", scoresGroup),
    salesGrowthTarget: target("売上高増加率の目標", "%", "大きい", "3.0"),
    salesGrowthTargetScore: score("売上高増加率の目標の評点", targetsGroup),
    operatingMarginTarget: target("営業利益率の目標", "%", "大きい", "4.5"),
    operatingMarginTargetScore: score("営業利益率の目標の評点", targetsGroup),
    labourProductivityTarget: target("労働生産性の目標", "千円/人", "大きい", "634"),
    labourProductivityTargetScore: score("労働生産性の目標の評点", targetsGroup),
    ebitdaDebtMultipleTarget: target("EBITDA有利子負債倍率の目標", "倍", "小さい", "2.1"),
    ebitdaDebtMultipleTargetScore: score("EBITDA有利子負債倍率の目標の評点", targetsGroup),
    workingCapitalTurnoverTarget: target("営業運転資本回転期間の目標", "ヶ月", "小さい", "1.8"),
    workingCapitalTurnoverTargetScore: score("営業運転資本回転期間の目標の評点", targetsGroup),
    equityRatioTarget: target("自己資本比率の目標", "%", "大きい", "35.0"),
    equityRatioTargetScore: score("自己資本比率の目標の評点", targetsGroup),
  },
});
