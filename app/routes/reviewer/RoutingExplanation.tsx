import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import type { RecordView } from "./record-view.server.ts";

/** なぜこの局が受け付けたか。申請の時に凍結した説明。 */
export function RoutingExplanation({ officeName, routing }: Pick<RecordView, "officeName" | "routing">) {
  return (
    <DescriptionCard title="提出先が決まった理由">
      <ul className="mb-3 list-disc pl-6">
        {routing.explanation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <SummaryList
        rows={[
          { key: "office", label: "提出先", value: officeName },
          { key: "guideline", label: "事業分野別指針", value: routing.guideline },
          { key: "certainty", label: "根拠の確かさ", value: `${routing.certainty}（${routing.source}）` },
        ]}
      />
    </DescriptionCard>
  );
}
