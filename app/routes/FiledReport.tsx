import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { FiledView } from "./progress-view.server.ts";

/** 提出した実施状況報告の中身。提出した時のまま。 */
export function FiledReport({ filed }: { readonly filed: FiledView }) {
  const { indicator, measures, summary } = filed.content;
  return (
    <>
      <SummaryList
        rows={[
          { key: "form", label: "報告の形", value: filed.form },
          { key: "edition", label: "版", value: `第${filed.edition}版` },
          { key: "filed", label: "提出", value: `${filed.filedAt}　${filed.filedByName}` },
          ...(filed.reason === "" ? [] : [{ key: "reason", label: "訂正の理由", value: filed.reason }]),
          {
            key: "received",
            label: "受領",
            value: filed.receivedOn === "" ? "まだ" : `${filed.receivedOn}　${filed.receivedByName}`,
          },
          ...(indicator === null
            ? []
            : [
                {
                  key: "actual",
                  label: `${indicator.name}の実績`,
                  value: `${indicator.actualText} ${indicator.unit}（${indicator.changeText}）`,
                },
              ]),
          {
            key: "summary",
            label: "実施状況の概要",
            value: <p className="whitespace-pre-wrap">{summary}</p>,
          },
        ]}
      />
      {indicator !== null && (
        <div className="mt-6">
          <Table
            caption="指標の内訳"
            variant="cards"
            rows={indicator.parts}
            rowKey={({ label }) => label}
            columns={[
              {
                key: "label",
                header: "項目",
                rowHeader: true,
                cell: ({ label, unit }) => `${label}（${unit}）`,
              },
              { key: "baseline", header: "現状", align: "end", cell: ({ baselineText }) => baselineText },
              { key: "target", header: "目標", align: "end", cell: ({ targetText }) => targetText },
              { key: "actual", header: "実績", align: "end", cell: ({ actualText }) => actualText },
            ]}
          />
        </div>
      )}
      {measures.length > 0 && (
        <div className="mt-6">
          <Table
            caption="実施事項ごとの状況"
            variant="cards"
            rows={measures}
            rowKey={({ label }) => label}
            columns={[
              { key: "label", header: "実施事項", rowHeader: true, nowrap: true, cell: ({ label }) => label },
              { key: "description", header: "計画の内容", cell: ({ description }) => description },
              { key: "state", header: "状況", nowrap: true, cell: ({ state }) => state },
              { key: "note", header: "説明", width: 4, cell: ({ note }) => note },
            ]}
          />
        </div>
      )}
    </>
  );
}
