/**
 * 税制の確認。様式にはない区画で、税の特例を使えるかを確かめるための事実だけを伺う
 * （租税特別措置法第42条の12の4、個人は第10条の5の3）。答えなくても申請できる。
 */
import { defineSection, type ShownWhen } from "../field.ts";
import { integer, yesNo } from "../field-kinds.ts";

const isCorporation: ShownWhen = (_answers, situation) => !situation.soleProprietor;
/** 事業者の形が分からないうちも、書かれた答えは失わない。 */
const isSoleProprietor: ShownWhen = (answers, situation) =>
  situation.soleProprietor || (answers["openingNotice"] ?? "") !== "";
const hasCapital: ShownWhen = (answers, situation) =>
  !situation.soleProprietor && answers["hasCapital"] !== "no";

export const tax = defineSection({
  id: "tax",
  number: "",
  title: "税制の確認",
  intro:
    "税制の措置（中小企業経営強化税制）を使えるかどうかを確かめるための質問です。様式にはない質問で、答えなくても申請できます。税制を使わない計画では空のままで構いません。",
  fields: {
    blueReturn: yesNo({
      label: "青色申告",
      help: "青色申告書を税務署に出しているかを選びます。",
      requirement: "optional",
      beyondForm: true,
      yes: "出している",
      no: "出していない",
    }),
    openingNotice: yesNo({
      label: "開業届",
      help: "個人事業の開業届を税務署に出しているかを選びます。",
      requirement: "optional",
      beyondForm: true,
      yes: "出している",
      no: "出していない",
      when: isSoleProprietor,
    }),
    hasCapital: yesNo({
      label: "資本又は出資の有無",
      help: "社会福祉法人など、資本金も出資もない法人は「ない」を選びます。",
      requirement: "optional",
      beyondForm: true,
      yes: "ある",
      no: "ない",
      when: isCorporation,
    }),
    halfOwned: yesNo({
      label: "一つの大規模法人が株式等の2分の1以上を持っている",
      help: "大規模法人は、資本金が1億円を超える法人などです。",
      requirement: "optional",
      beyondForm: true,
      when: hasCapital,
    }),
    twoThirdsOwned: yesNo({
      label: "複数の大規模法人が合わせて株式等の3分の2以上を持っている",
      help: "大規模法人は、資本金が1億円を超える法人などです。",
      requirement: "optional",
      beyondForm: true,
      when: hasCapital,
    }),
    averageIncome: integer({
      label: "過去3年の平均の所得金額",
      unit: "千円",
      help: "過去3年の各事業年度の所得金額の平均です。15億円を超えると税制の措置を使えません。",
      example: "24,000",
      requirement: "optional",
      beyondForm: true,
      when: isCorporation,
    }),
  },
});
