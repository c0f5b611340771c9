import { type FundingRow, fundingFigures } from "#app/domain/plan/figures/funding-figures.ts";
import { formatInteger } from "#app/domain/text/number-input.ts";
import { InlineHint } from "../../primitives/InlineHint.tsx";
import { Table } from "../../primitives/Table.tsx";
import { LeftOut } from "./LeftOut.tsx";

/** 7 資金の、調達方法ごとの小計と合計。設備の金額に足りなければ知らせる。 */
export function FundingFigures({
  rows,
  equipmentAmount,
}: {
  readonly rows: readonly FundingRow[];
  /** 設備の金額の合計（千円）。 */
  readonly equipmentAmount: bigint;
}) {
  const { byMethod, total, without } = fundingFigures(rows);
  if (rows.length === 0) return <p>資金を入力すると、合計を計算します。</p>;
  return (
    <>
      <Table
        caption="資金の合計"
        columns={[
          { key: "method", header: "資金調達方法", rowHeader: true, cell: (row) => row.method, width: 6 },
          {
            key: "amount",
            header: "金額（千円）",
            align: "end",
            cell: (row) => formatInteger(row.amount),
            width: 6,
          },
        ]}
        rows={byMethod}
        rowKey={(row) => row.method}
        totals={["合計", formatInteger(total)]}
      />
      <LeftOut count={without} what="金額" />
      {equipmentAmount > 0n && (
        <div className="mt-4">
          <InlineHint tone={equipmentAmount > total ? "warning" : "success"}>
            {equipmentAmount > total
              ? `設備の金額の合計（${formatInteger(equipmentAmount)}千円）に、${formatInteger(equipmentAmount - total)}千円足りません。設備の資金も書き足してください。`
              : `設備の金額の合計（${formatInteger(equipmentAmount)}千円）を賄えています。`}
          </InlineHint>
        </div>
      )}
    </>
  );
}
