import { Table } from "#app/ui/primitives/Table.tsx";
import { ProgressLine } from "#app/ui/statistics/ProgressLine.tsx";
import type { ProgressView } from "./progress-view.server.ts";

/** 目標に対する実績の図と、その表。 */
export function ProgressChart({ progress }: { readonly progress: ProgressView }) {
  const { name, unit, formula, baselineText, targetText, points, start } = progress;
  return (
    <>
      <p className="mb-3">
        {name}（{unit}）の現状は{baselineText}、計画終了時の目標は{targetText}です。
        {formula !== "" && <span className="block text-dns-14N-130 text-solid-gray-700">{formula}</span>}
      </p>
      <ProgressLine
        id="progress"
        title={`${name}の目標と実績`}
        words="同じ内容が次の表にあります。"
        points={[start, ...points]}
      />
      <Table
        caption={`${name}の目標と実績（${unit}）`}
        rows={points}
        rowKey={({ key }) => key}
        variant="cards"
        columns={[
          { key: "label", header: "事業年度", rowHeader: true, cell: ({ label }) => `${label}に終わる年度` },
          { key: "guide", header: "目安", align: "end", cell: ({ guideText }) => guideText },
          { key: "actual", header: "実績", align: "end", cell: ({ actualText }) => actualText },
          {
            key: "percent",
            header: "目標までの進み",
            align: "end",
            cell: ({ percentText, reached }) =>
              percentText !== "" && `${percentText}%${reached ? "（達成）" : ""}`,
          },
          { key: "change", header: "現状からの変わり方", cell: ({ changeText }) => changeText },
        ]}
      />
      <p className="mt-2 mb-4 text-dns-14N-130 text-solid-gray-700">
        目安は、現状から目標まで毎年同じ幅で進むとしたときの値です。計画に書かれた値ではありません。
      </p>
    </>
  );
}
