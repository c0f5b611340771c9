/** 9 特定許認可等に基づく被承継等特定事業者等の地位。様式の欄の言葉は公開資料で確かめられていない。 */
import { defineSection } from "../field.ts";
import { rows, text, yesNo } from "../field-kinds.ts";

export const permits = defineSection({
  id: "permits",
  number: "9",
  title: "特定許認可等に基づく被承継等特定事業者等の地位",
  intro:
    "事業承継等に伴い、相手の事業者が受けている許可や認可の地位を引き継ぎたいときに書きます。希望しないときは「希望しない」を選んで終わりです。",
  fields: {
    permitWanted: yesNo({
      label: "許認可等の地位の承継の希望",
      help: "旅館業、建設業、火薬類の製造・販売、一般旅客自動車運送、一般貨物自動車運送、一般ガス導管の事業などが対象です。",
      requirement: "recommended",
      yes: "希望する",
      no: "希望しない",
    }),
    permits: rows({
      label: "特定許認可等",
      rowLabel: "許認可等",
      requirement: "recommended",
      help: "引き継ぎたい許可や認可を、一つずつ行に分けて書きます。",
      maxRows: 20,
      when: (answers) => answers["permitWanted"] === "yes",
      fields: {
        permitName: text({
          label: "特定許認可等の名称",
          help: "許可証に書かれた名称です。",
          example: "一般貨物自動車運送事業の許可",
          requirement: "recommended",
        }),
        position: text({
          label: "承継する地位",
          help: "引き継ぐのがどのような立場かを書きます。",
          example: "一般貨物自動車運送事業者の地位",
          requirement: "recommended",
        }),
        predecessor: text({
          label: "被承継等特定事業者等の名称",
          help: "いま許可や認可を受けている事業者の名称です。",
          example: "有限会社広瀬運輸",
          maxLength: 300,
          requirement: "recommended",
        }),
        permitNumber: text({
          label: "許認可番号",
          help: "許可証に書かれた番号です。",
          example: "東北運輸局 第1234号",
          requirement: "recommended",
        }),
      },
    }),
  },
});
