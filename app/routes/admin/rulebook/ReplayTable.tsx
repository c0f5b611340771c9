import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import type { ReplayView } from "./replay-view.server.ts";

type Row = ReplayView["rows"][number];

const columns: readonly TableColumn<Row>[] = [
  {
    key: "company",
    header: "会社と申請番号",
    rowHeader: true,
    width: 3,
    cell: ({ companyName, receiptNumber }) => (
      <>
        {companyName}
        <span className="block font-400 text-solid-gray-700">{receiptNumber}</span>
      </>
    ),
  },
  { key: "status", header: "状態", width: 1, nowrap: true, cell: ({ status }) => status },
  {
    key: "routed",
    header: "提出先と指針",
    width: 4,
    cell: ({ routed }) =>
      routed.length > 0 && (
        <dl>
          {routed.map(({ kind, label, before, after }) => (
            <div key={kind} className="mb-1">
              <dt className="text-dns-14N-130 text-solid-gray-700">{label}</dt>
              <dd>
                {before}
                <span aria-hidden="true"> → </span>
                <span className="sr-only">から</span>
                <strong>{after}</strong>
              </dd>
            </div>
          ))}
        </dl>
      ),
  },
  { key: "added", header: "増える指摘", width: 2, cell: ({ added }) => lines(added) },
  { key: "removed", header: "なくなる指摘", width: 2, cell: ({ removed }) => lines(removed) },
];

const lines = (findings: readonly string[]) =>
  findings.length > 0 && (
    <ul className="list-disc pl-5">
      {findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  );

/** 変わる申請の一覧。 */
export const ReplayTable = ({ rows }: { readonly rows: readonly Row[] }) => (
  <Table
    caption="変わる申請"
    captionHidden
    columns={columns}
    rows={rows}
    rowKey={({ id }) => id}
    variant="cards"
  />
);
