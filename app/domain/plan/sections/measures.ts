/**
 * 6 経営力向上の内容（法第17条第2項第3号）。
 * 事業承継等の種類は、6(2) が「有」の計画の、事業承継等を伴う実施事項にだけ書く（法第2条第10項）。
 */
import { defineSection, type ShownWhen } from "../field.ts";
import { choice, longText, month, rows, yesNo } from "../field-kinds.ts";

/** 「無」に変えた後に残った種類は、消せるように出し続ける。 */
const inSuccession: ShownWhen = (row, situation) =>
  situation.succession || (row["successionKind"] ?? "") !== "";

export const measures = defineSection({
  id: "measures",
  number: "6",
  title: "経営力向上の内容",
  intro: "経営課題を解決するために行うことを、一つずつ行に分けて書きます。",
  fields: {
    usesOwnResources: yesNo({
      label: "現に有する経営資源を利用する取組",
      help: "自社の人、設備、技術などを使う取組です。事業承継等を伴わない計画では「有」を選びます。",
      yes: "有",
      no: "無",
    }),
    usesOthersResources: yesNo({
      label: "他の事業者から取得した又は提供された経営資源を利用する取組",
      help: "合併や事業の譲受けなど、事業承継等を伴う取組がないときは「無」を選びます。",
      yes: "有",
      no: "無",
    }),
    measures: rows({
      label: "具体的な実施事項",
      rowLabel: "実施事項",
      requirement: "required",
      help: "指針が求める数の該当箇所を、どれかの実施事項で選んでください。",
      maxRows: 30,
      fields: {
        guidelineItem: choice({
          label: "事業分野別指針の該当箇所",
          requirement: "optional",
          help: "指針の項目から、この実施事項に当てはまるものを選びます。基本方針による計画では選びません。",
          options: "guidelineItems",
        }),
        successionKind: choice({
          label: "事業承継等の種類",
          requirement: "optional",
          help: "この実施事項が合併や事業の譲受けなどを伴うときだけ選びます。",
          options: "successionKinds",
          when: inSuccession,
        }),
        description: longText({
          label: "実施事項",
          help: "何を、いつまでに、どのように行い、どの課題がどれだけ良くなるかを書きます。",
          example: "5軸加工機を1台入れて3工程を1工程にまとめ、夜間の無人運転を1日5時間に延ばす。",
          maxLength: 1000,
        }),
        startMonth: month({
          label: "実施期間の始め",
          requirement: "optional",
          help: "この実施事項を始める月です。計画の実施時期の中にします。",
          example: "2027年1月（令和9年1月）",
        }),
        endMonth: month({
          label: "実施期間の終わり",
          requirement: "optional",
          help: "この実施事項を終える月です。計画の実施時期の中にします。",
          example: "2028年3月（令和10年3月）",
        }),
        newBusiness: yesNo({
          label: "新事業活動への該当",
          requirement: "optional",
          help: "新しい商品やサービスの開発など、新事業活動に当たるかを選びます。金融の支援に関わります。",
          yes: "該当する",
          no: "該当しない",
        }),
      },
    }),
  },
});
