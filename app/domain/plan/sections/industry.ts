/** 2 事業分野と事業分野別指針名。計画の事業分野で提出先と指針が決まる（本業とは限らない）。 */
import { defineSection } from "../field.ts";
import { choice, industryCode, rows } from "../field-kinds.ts";

export const industry = defineSection({
  id: "industry",
  number: "2",
  title: "事業分野と事業分野別指針名",
  intro:
    "この計画で取り組む事業の分野を、日本標準産業分類の細分類（4桁）で選びます。会社の本業ではなく、計画の事業の分野です。提出先と指針は、この分野で決まります。",
  fields: {
    industries: rows({
      label: "事業分野",
      rowLabel: "事業分野",
      requirement: "required",
      help: "計画が複数の分野にわたるときは、行を足してください。",
      maxRows: 10,
      fields: {
        revision: choice({
          label: "産業分類の改定",
          help: "どちらか分からないときは、新しい第14回改定を選んでください。",
          options: [
            { value: "14", label: "第14回改定（令和6年4月から）" },
            { value: "13", label: "第13回改定" },
          ],
        }),
        code: industryCode({
          label: "細分類（4桁）",
          help: "探して選ぶと入ります。番号が分かるときは、そのまま打てます。",
          example: "2662",
        }),
      },
    }),
    mainIndustry: industryCode({
      label: "本業の細分類（4桁）",
      requirement: "optional",
      beyondForm: true,
      help: "計画の事業が会社の本業と違うときだけ、本業の番号（第14回改定）を入力します。事業分野の取り違えがないかを確かめるために使います。",
      example: "2442",
    }),
    ministry: choice({
      label: "提出先の省庁",
      requirement: "optional",
      help: "複数の省庁から選べるとき、又はコールセンターで提出先を案内されたときだけ選びます。",
      options: "ministries",
    }),
    office: choice({
      label: "提出先の局",
      requirement: "optional",
      beyondForm: true,
      help: "計画の分野を、同じ省庁の違う局が受け付けるときだけ選びます。主な取組の分野の局を選んでください。",
      options: "receivingOffices",
    }),
  },
});
