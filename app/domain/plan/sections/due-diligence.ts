/** 10 事業承継等事前調査に関する事項（令和3年8月2日から）。様式の欄の言葉は公開資料で確かめられていない。 */
import { defineSection } from "../field.ts";
import { choice, longText, rows, text } from "../field-kinds.ts";

export const dueDiligence = defineSection({
  id: "due-diligence",
  number: "10",
  title: "事業承継等事前調査に関する事項",
  intro:
    "合併や事業の譲受けなどの前に行う、相手の事業者についての調査を書きます。D類型の設備や準備金の措置を使わない計画では、空のままで構いません。",
  fields: {
    surveys: rows({
      label: "事業承継等事前調査",
      rowLabel: "調査",
      requirement: "optional",
      help: "調査の種類ごとに行を分けて書きます。",
      maxRows: 20,
      fields: {
        surveyKind: choice({
          label: "調査の種類",
          help: "財務、法務などのうち、当てはまるものを選びます。",
          options: ["財務・税務", "法務", "事業", "その他"].map((label) => ({ value: label, label })),
        }),
        performer: text({
          label: "実施主体",
          help: "調査をする人や会社の名前です。",
          example: "税理士法人あおば会計",
          maxLength: 300,
        }),
        content: longText({
          label: "実施内容",
          help: "何を、どのように調べるかを書きます。",
          example: "直近3期の決算書と申告書を確かめ、簿外の債務がないかを調べる。",
          maxLength: 1000,
        }),
      },
    }),
  },
});
