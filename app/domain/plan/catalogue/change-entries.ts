/** 変更認定申請の点検。 */
import type { CheckEntry } from "./check-entry.ts";

const change =
  "法第18条第1項 https://www.kansai.meti.go.jp/3-3shinki/koujyoukeikaku/keieikyouka_shinsei.html";

export const changeEntries = {
  changeablePlan: {
    title: "変えられない計画の変更",
    section: "change",
    weight: "seen",
    source: `実施時期の間の計画だけを変えられる ${change}`,
  },
  nothingChanged: {
    title: "何も変わっていない変更",
    section: "change",
    weight: "consistency",
    source: "ポータルの入力の決まり",
  },
  changeStatement: {
    title: "変更事項に書かれていない変更",
    section: "change",
    weight: "notice",
    source: "変更事項の書き方は、公表の様式で未確認",
  },
  periodExtension: {
    title: "実施時期の延長の決まり",
    section: "period",
    weight: "seen",
    source: "3年は4年・5年に、4年は5年に延ばせる。期間の終わった後は延ばせない https://hirotax.jp/blog-2380",
  },
  periodStartMoved: {
    title: "実施時期の始まりの変更",
    section: "period",
    weight: "inferred",
    source: "案内にあるのは延長だけで、始まりの変更の扱いは未確認",
  },
  acquiredRemoved: {
    title: "取得した設備の取りやめ",
    section: "equipment",
    weight: "notice",
    source: "税制の措置を使った設備を計画から外すことの扱いは未確認",
  },
  oldIndustry: {
    title: "紙の認定の旧い細分類",
    section: "industry",
    weight: "notice",
    source: "第13回改定と第14回改定の分類表の対照",
  },
} as const satisfies Record<string, CheckEntry>;
