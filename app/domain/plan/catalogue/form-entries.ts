/** 1 名称等から 6 内容までの点検と、どの区画にも付く点検。 */
import type { CheckEntry } from "./check-entry.ts";

const portal = "ポータルの入力の決まり";
const form = "様式第1（経営力向上に関する命令）";
const seido = "https://www.kansai.meti.go.jp/3-3shinki/koujyoukeikaku/keieikyouka_shinsei.html";

export const formEntries = {
  required: {
    title: "入力していない欄",
    section: "any",
    weight: "requirement",
    source: `${form}の記載事項`,
  },
  format: { title: "読み取れない入力", section: "any", weight: "consistency", source: portal },
  choiceExists: { title: "選択肢にない値", section: "any", weight: "consistency", source: portal },
  measuresExist: {
    title: "もうない実施事項を指している",
    section: "any",
    weight: "consistency",
    source: portal,
  },

  employeeLimit: {
    title: "従業員の数の上限",
    section: "company",
    weight: "seen",
    source:
      "法第2条第6項 https://kouseikyoku.mhlw.go.jp/kantoshinetsu/kenko_fukushi/keieiryokukoujyoukeikaku.html",
  },
  employeeLimitOfUnion: {
    title: "組合等の従業員の数",
    section: "company",
    weight: "recalled-low",
    source: "法第2条第6項（組合等への掛かり方は未確認）",
  },
  notCertifiable: {
    title: "認定を受けられる事業者か",
    section: "any",
    weight: "rulebook",
    source: "法第2条第6項、第17条第1項 https://yg-tax.net/?p=9159",
  },
  organisationMismatch: {
    title: "組織の形の食い違い",
    section: "company",
    weight: "notice",
    source: portal,
  },
  screeningChange: {
    title: "変更とすべき新規の申請（始めの質問の答え）",
    section: "screening",
    weight: "seen",
    source: `法第18条第1項 ${seido}`,
  },
  ownCompany: {
    title: "ログインしている会社との食い違い",
    section: "company",
    weight: "consistency",
    source: "申請者は特定事業者等（法第17条第1項）。会社は GビズID の属性で確かめる",
  },
  addressPrefecture: {
    title: "住所と都道府県の食い違い（提出先の誤り）",
    section: "company",
    weight: "inferred",
    source: "提出先は主たる事務所の都道府県で決まる https://jpbm.or.jp/dailynews/archives/2807",
  },

  unknownIndustry: {
    title: "産業分類にない番号",
    section: "industry",
    weight: "consistency",
    source: "日本標準産業分類（第13回・第14回改定）",
  },
  notAccepted: {
    title: "申請できない分野",
    section: "industry",
    weight: "seen",
    source: "規則集の提出先の表",
  },
  ministryChoice: {
    title: "提出先の省庁の選択",
    section: "industry",
    weight: "seen",
    source: "複数の省庁の分野はどれか一つに提出する http://fujisawa-gyousei.com/2017/06/21/keieiryoku-2/",
  },
  officeChoice: {
    title: "提出先の局の選択",
    section: "industry",
    weight: "consistency",
    source: "一つの計画は一つの局に提出する。同じ省庁の局が分かれる計画の扱いは推定",
  },
  callCentre: {
    title: "番号だけでは提出先が決まらない分野",
    section: "industry",
    weight: "spec",
    source: "調達仕様書の改修項目4",
  },
  wrongAddressee: {
    title: "提出先の誤り",
    section: "industry",
    weight: "rulebook",
    source: "https://jpbm.or.jp/dailynews/archives/2807",
  },
  postOnly: {
    title: "電子申請を受け付けていない提出先",
    section: "industry",
    weight: "spec",
    source: "調達仕様書の電子申請に対応する省庁",
  },
  industryOfPlan: {
    title: "事業分野の誤り（計画の事業と本業）",
    section: "industry",
    weight: "inferred",
    source: `事業分野は計画の事業による。本業とは限らない ${seido}`,
  },
  severalGuidelines: {
    title: "指針の誤り（分野ごとに指針が違う）",
    section: "industry",
    weight: "notice",
    source: "法第16条 https://jpbm.or.jp/dailynews/archives/2807",
  },
  newInsteadOfChange: {
    title: "変更とすべき新規の申請",
    section: "industry",
    weight: "inferred",
    source: `法第18条第1項。期間の中の計画に取組や設備を足すのは変更 ${seido}`,
  },

  periodLength: {
    title: "実施時期の長さ",
    section: "period",
    weight: "seen",
    source: "36・48・60か月 https://joseikin-now.jp/?p=35762",
  },
  periodStart: {
    title: "実施時期の始め",
    section: "period",
    weight: "recalled",
    source:
      "平成28年のチェックシートは申請の翌月以後とする。今の扱いは未確認 https://expydoc.com/doc/9921101/",
  },

  assetsBalance: {
    title: "純資産と総資産の食い違い",
    section: "present-state",
    weight: "inferred",
    source: "純資産は総資産を超えない",
  },

  indicatorOfGuideline: {
    title: "指標の誤り（別の指針の指標）",
    section: "indicators",
    weight: "consistency",
    source: "法第16条の指針ごとの指標",
  },
  growthFloor: {
    title: "伸び率の不足",
    section: "indicators",
    weight: "rulebook",
    source: "法第17条第2項第2号、指針の伸び率",
  },
  growthNotComputable: {
    title: "伸び率を計算できない",
    section: "indicators",
    weight: "recalled-low",
    source: "現状の値が0の扱いは未確認",
  },
  notImproving: {
    title: "良くなる目標になっていない",
    section: "indicators",
    weight: "inferred",
    source: "指針の指標の向き",
  },
  baselineNotPositive: {
    title: "現状の値が0以下",
    section: "indicators",
    weight: "recalled-low",
    source: "現状の値が負の扱いは未確認",
  },
  sameLabourInput: {
    title: "現状と目標の労働投入量の数え方",
    section: "indicators",
    weight: "inferred",
    source: "AとBは同じ労働投入量で計算する https://expydoc.com/doc/10216828/",
  },

  someResources: {
    title: "取組がどちらも「無」",
    section: "measures",
    weight: "seen",
    source: "https://joseikin-now.jp/?p=35762",
  },
  itemsOfGuideline: {
    title: "該当箇所の誤り（別の指針の項目）",
    section: "measures",
    weight: "consistency",
    source: "法第16条の指針ごとの項目 https://jpbm.or.jp/dailynews/archives/2807",
  },
  itemCounts: {
    title: "該当箇所の数の不足",
    section: "measures",
    weight: "rulebook",
    source: "指針が規模ごとに求める数 https://innovales.jp/keieiryokukojo3seizou",
  },
  successionRows: {
    title: "事業承継等の有無と実施事項の食い違い",
    section: "measures",
    weight: "consistency",
    source: "法第2条第10項 https://joseikin-now.jp/?p=35762",
  },
  measurePeriod: {
    title: "実施事項の期間",
    section: "measures",
    weight: "recalled",
    source: "実施期間は実施時期の中とする。様式の欄は未確認",
  },
} as const satisfies Record<string, CheckEntry>;
