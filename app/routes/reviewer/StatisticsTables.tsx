import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { ShareBar } from "#app/ui/statistics/ShareBar.tsx";
import { days, LinkedCount, number } from "./statistics-cells.tsx";
import type { StatisticsView } from "./statistics-view.server.ts";

type Month = StatisticsView["months"][number];

/** 月ごとの申請と認定。 */
export function MonthTable({ months }: { readonly months: readonly Month[] }) {
  const columns: readonly TableColumn<Month>[] = [
    {
      key: "month",
      header: "月",
      rowHeader: true,
      cell: ({ label }) => <span className="whitespace-nowrap">{label}</span>,
    },
    { key: "filed", header: "申請", align: "end", cell: ({ filed }) => <LinkedCount linked={filed} /> },
    {
      key: "certified",
      header: "認定",
      align: "end",
      cell: ({ certified }) => <LinkedCount linked={certified} />,
    },
    { key: "median", header: "処理日数の中央値", align: "end", cell: ({ lead }) => days(lead, "median") },
    { key: "p90", header: "90%が済んだ日数", align: "end", cell: ({ lead }) => days(lead, "p90") },
    { key: "longest", header: "最長", align: "end", cell: ({ lead }) => days(lead, "longest") },
  ];
  return (
    <Table
      caption="月ごとの申請と認定"
      captionHidden
      columns={columns}
      rows={months}
      rowKey={({ month }) => month}
    />
  );
}

type Age = StatisticsView["ages"][number];

/** 処理中の申請の経過。 */
export function AgeTable({ ages }: { readonly ages: readonly Age[] }) {
  const max = ages[0]?.open.count ?? 0;
  const columns: readonly TableColumn<Age>[] = [
    {
      key: "days",
      header: "受理（まだなら申請）からの業務日",
      rowHeader: true,
      cell: (age) => (age.days === 0 ? "処理中の全部" : `${String(age.days)}日以上`),
    },
    {
      key: "open",
      header: "件数",
      align: "end",
      width: 6,
      cell: ({ open }) => (
        <>
          <LinkedCount linked={open} />
          <ShareBar value={open.count} max={max} />
        </>
      ),
    },
  ];
  return (
    <Table
      caption="処理中の申請の経過"
      captionHidden
      columns={columns}
      rows={ages}
      rowKey={(age) => String(age.days)}
    />
  );
}

type Origin = StatisticsView["origins"][number];

/** 計画の初めの認定を、どこで受けたか。 */
export function OriginTable({ origins }: { readonly origins: readonly Origin[] }) {
  const columns: readonly TableColumn<Origin>[] = [
    { key: "origin", header: "初めの認定", rowHeader: true, cell: ({ label }) => label },
    {
      key: "plans",
      header: "計画",
      align: "end",
      width: 6,
      cell: ({ plans, whole }) => (
        <>
          <LinkedCount linked={plans} />
          <ShareBar value={plans.count} max={whole} />
        </>
      ),
    },
    { key: "share", header: "割合", align: "end", cell: (line) => line.share },
  ];
  return (
    <Table
      caption="電子申請の割合"
      captionHidden
      columns={columns}
      rows={origins}
      rowKey={({ origin }) => origin}
    />
  );
}

type Returned = StatisticsView["returned"][number];

/** 差戻しの指摘の多い欄。 */
export function ReturnedTable({ returned }: { readonly returned: readonly Returned[] }) {
  const max = returned[0]?.total ?? 0;
  const columns: readonly TableColumn<Returned>[] = [
    {
      key: "field",
      header: "欄",
      rowHeader: true,
      cell: ({ section, field }) => `${section}${field === "" ? "" : `：${field}`}`,
    },
    { key: "kind", header: "理由", cell: ({ kind }) => kind },
    {
      key: "total",
      header: "指摘",
      align: "end",
      width: 4,
      cell: ({ total }) => (
        <>
          {number(total)}
          <ShareBar value={total} max={max} />
        </>
      ),
    },
  ];
  return (
    <Table
      caption="差戻しの指摘の多い欄"
      captionHidden
      columns={columns}
      rows={returned}
      rowKey={({ key }) => key}

      empty={<p>この期間に、差戻しの指摘はありません。</p>}
    />
  );
}
