/** 3 実施時期。開始の月から数えて36・48・60か月。 */
import { defineSection } from "../field.ts";
import { month } from "../field-kinds.ts";

export const period = defineSection({
  id: "period",
  number: "3",
  title: "実施時期",
  intro: "計画を始める月と終える月を入力します。期間は、始める月を含めて3年、4年又は5年ちょうどです。",
  fields: {
    start: month({
      label: "開始の年月",
      help: "取り組みを始める月です。すでに取得した設備を含めるときは、その取得の月かそれより前にします。",
      example: "2026年12月（令和8年12月）",
    }),
    end: month({
      label: "終了の年月",
      help: "3年なら、開始の35か月後です。",
      example: "2029年11月（令和11年11月）",
    }),
  },
});
