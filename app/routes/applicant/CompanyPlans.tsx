import type { PlanState } from "#app/domain/plan-life/plan-state.ts";
import { PlanStateTag } from "#app/ui/plan-life/PlanStateTag.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { planPath } from "./paths.ts";

type CompanyPlanRow = {
  readonly id: string;
  readonly number: string;
  readonly state: PlanState;
  readonly version: number;
  readonly period: string;
};

/** 会社の計画。版を重ねても一つの計画を一行で示す。 */
export function CompanyPlans({
  companyKey,
  rows,
}: {
  readonly companyKey: string;
  readonly rows: readonly CompanyPlanRow[];
}) {
  if (rows.length === 0) return <p className="text-solid-gray-700">認定された計画はまだありません。</p>;
  return (
    <Table
      caption="認定された計画の一覧"
      captionHidden
      variant="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "number",
          header: "計画",
          rowHeader: true,
          cell: ({ id, number }) => (
            <a className="link" href={planPath(companyKey, id)}>
              {number}
            </a>
          ),
        },
        { key: "state", header: "様子", cell: ({ state }) => <PlanStateTag state={state} /> },
        { key: "period", header: "実施時期", cell: ({ period }) => period },
        { key: "version", header: "いまの版", cell: ({ version }) => `第${version}版` },
      ]}
    />
  );
}
