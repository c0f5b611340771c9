/** 7 経営力向上を実施するために必要な資金の額及びその調達方法（法第17条第2項第4号）。 */
import { defineSection } from "../field.ts";
import { choice, decimal, integer, rows, text, yesNo } from "../field-kinds.ts";

const wantsGuarantee = (answers: { readonly [field: string]: unknown }): boolean =>
  answers["guaranteeWanted"] === "yes";

const guaranteeGroup = "事業承継等のための保証";

export const funding = defineSection({
  id: "funding",
  number: "7",
  title: "必要な資金の額及びその調達方法",
  intro: "実施事項ごとに、使いみち、調達方法、金額を書きます。資金が要らない計画では空のままで構いません。",
  fields: {
    funds: rows({
      label: "資金",
      rowLabel: "資金",
      requirement: "optional",
      help: "使いみちや調達方法が違うものは、行を分けて書きます。",
      maxRows: 60,
      fields: {
        measure: choice({
          label: "実施事項",
          help: "この資金を使う実施事項を選びます。",
          options: "measures",
        }),
        purpose: text({
          label: "使途・用途",
          help: "何に使う資金かを書きます。",
          example: "5軸制御マシニングセンタの取得",
        }),
        method: choice({
          label: "資金調達方法",
          help: "一つの使いみちに二つの方法を使うときは、行を分けます。",
          options: ["自己資金", "融資", "リース", "補助金", "その他"].map((label) => ({
            value: label,
            label,
          })),
        }),
        amount: integer({
          label: "金額",
          unit: "千円",
          min: 0,
          help: "消費税を入れるか入れないかを、設備の金額とそろえます。",
          example: "38,000",
        }),
      },
    }),
    taxTreatment: choice({
      label: "消費税の扱い",
      requirement: "optional",
      beyondForm: true,
      help: "金額に消費税を含めているかを選びます。",
      options: [
        { value: "excluded", label: "税抜き" },
        { value: "included", label: "税込み" },
      ],
    }),
    guaranteeWanted: yesNo({
      label: "経営者保証を求めない信用保証の希望",
      requirement: "optional",
      help: "事業承継等のときに、経営者の保証なしで信用保証を受けたい場合だけ「希望する」を選びます。",
      yes: "希望する",
      no: "希望しない",
      group: guaranteeGroup,
    }),
    guaranteeNetAssets: integer({
      label: "純資産の合計額",
      unit: "千円",
      requirement: "recommended",
      help: "直近の貸借対照表の純資産の部の合計です。",
      example: "143,000",
      group: guaranteeGroup,
      when: wantsGuarantee,
    }),
    guaranteeEbitdaMultiple: decimal({
      label: "EBITDA有利子負債倍率",
      unit: "倍",
      requirement: "recommended",
      help: "（借入金−現金・預金）÷（営業利益＋減価償却費）です。現状認識の数字から計算した値を写せます。",
      example: "2.7",
      group: guaranteeGroup,
      when: wantsGuarantee,
    }),
  },
});
