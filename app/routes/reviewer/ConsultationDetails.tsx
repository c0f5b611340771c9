import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import type { ConsultationView } from "./consultation-view.server.ts";

/** 一つの求めの、質問と回答。 */
export function ConsultationDetails({ consultation }: { readonly consultation: ConsultationView }) {
  const { about, asked, consent, dueOn, question, answer } = consultation;
  return (
    <SummaryList
      rows={[
        {
          key: "question",
          label: consent ? "求めの内容" : "質問",
          value: <span className="whitespace-pre-line">{question}</span>,
        },
        { key: "asked", label: "求めた人", value: `${asked}（${about}について）` },
        { key: "due", label: "回答の期限", value: dueOn ?? "決めていません" },
        ...(answer === null
          ? []
          : [
              {
                key: "answer",
                label: answer.withdrawn ? "取下げの理由" : "回答",
                value: (
                  <span className="whitespace-pre-line">
                    {answer.text === "" ? "（文はありません）" : answer.text}
                  </span>
                ),
              },
              { key: "by", label: answer.withdrawn ? "取り下げた人" : "回答した人", value: answer.by },
            ]),
      ]}
    />
  );
}
