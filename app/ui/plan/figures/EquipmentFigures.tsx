import type { CertificationForecast } from "#app/domain/plan/certification-forecast.ts";
import {
  type AcquiredRow,
  certificationNotices,
  sixtyDayNotices,
} from "#app/domain/plan/equipment-timing.ts";
import { equipmentFigures, type PricedRow } from "#app/domain/plan/figures/equipment-figures.ts";
import { fieldAnchor } from "#app/domain/plan/finding.ts";
import { formatInteger } from "#app/domain/text/number-input.ts";
import { InlineHint } from "../../primitives/InlineHint.tsx";
import { Table } from "../../primitives/Table.tsx";
import { ForecastLines } from "./ForecastLines.tsx";
import { LeftOut } from "./LeftOut.tsx";

export type EquipmentFiguresProps = {
  readonly rows: readonly (AcquiredRow & PricedRow & { readonly name: string | undefined })[];
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  /** 資金の合計（千円）。 */
  readonly fundsTotal: bigint;
  readonly forecast: CertificationForecast;
  readonly succession: readonly string[];
};

/** 8 設備の種類別の小計と、取得の時期についての日付。 */
export function EquipmentFigures({ rows, kinds, fundsTotal, forecast, succession }: EquipmentFiguresProps) {
  return (
    <>
      {rows.length === 0 ? (
        <p>設備を入力すると、種類別の小計と、取得の時期の期限を計算します。</p>
      ) : (
        <>
          <Totals rows={rows} kinds={kinds} fundsTotal={fundsTotal} />
          <Timing rows={rows} forecast={forecast} succession={succession} />
        </>
      )}
      <ForecastLines forecast={forecast} title="日付の見込み" />
    </>
  );
}

function Totals({ rows, kinds, fundsTotal }: Pick<EquipmentFiguresProps, "rows" | "kinds" | "fundsTotal">) {
  const { byKind, quantity, amount, without } = equipmentFigures(rows, kinds);
  return (
    <>
      <Table
        caption="設備等の種類別小計"
        columns={[
          { key: "kind", header: "設備等の種類", rowHeader: true, cell: (row) => row.name, width: 5 },
          {
            key: "quantity",
            header: "数量（台）",
            align: "end",
            cell: (row) => formatInteger(row.quantity),
            width: 3,
          },
          {
            key: "amount",
            header: "金額（千円）",
            align: "end",
            cell: (row) => formatInteger(row.amount),
            width: 4,
          },
        ]}
        rows={byKind}
        rowKey={(row) => row.id}
        totals={["合計", formatInteger(quantity), formatInteger(amount)]}
      />
      <LeftOut count={without} what="単価か数量" />
      {amount > fundsTotal && (
        <div className="mt-4">
          <InlineHint tone="warning">
            {`資金の合計（${formatInteger(fundsTotal)}千円）を、${formatInteger(amount - fundsTotal)}千円超えています。「7 必要な資金の額及びその調達方法」に、設備の資金も書いてください。`}
          </InlineHint>
        </div>
      )}
    </>
  );
}

function Timing({
  rows,
  forecast,
  succession,
}: Pick<EquipmentFiguresProps, "rows" | "forecast" | "succession">) {
  const facts = { forecast, succession };
  const notices = [...sixtyDayNotices(rows, facts), ...certificationNotices(rows, facts)];
  if (notices.length === 0) return null;
  const nameOf = (rowId: string): string => {
    const index = rows.findIndex((row) => row.id === rowId);
    return rows[index]?.name ?? `設備 ${index + 1}`;
  };
  return (
    <div className="mt-4">
      <h3 className="mb-2 text-std-17B-170">取得の時期について</h3>
      {notices.map(({ check, column, rowId, message }) => (
        <InlineHint key={`${check}-${rowId}`} tone={check === "sixtyDays" ? "danger" : "warning"}>
          <a className="link" href={`#${fieldAnchor(`equipment.${column}`, rowId)}`}>
            {nameOf(rowId)}
          </a>
          ：{message}
        </InlineHint>
      ))}
    </div>
  );
}
