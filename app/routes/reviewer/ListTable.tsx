import type { BulkCommand } from "#app/domain/worklist/bulk.ts";
import type { ListColumn } from "#app/domain/worklist/list-columns.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { DueTag } from "#app/ui/workflow/DueTag.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import type { ListRow } from "./list-row.ts";
import type { WorkListView } from "./work-list-view.server.ts";

const looks: Partial<Readonly<Record<ListColumn, Pick<TableColumn<ListRow>, "align" | "nowrap">>>> = {
  filedOn: { nowrap: true },
  acceptedOn: { nowrap: true },
  certifiedOn: { nowrap: true },
  office: { nowrap: true },
  prefecture: { nowrap: true },
  assignee: { nowrap: true },
  elapsed: { nowrap: true },
  returns: { align: "end" },
  companyKey: { nowrap: true },
  updatedOn: { nowrap: true },
};

/** @param at 出す列の何番目か */
function column(key: ListColumn, at: number): Omit<TableColumn<ListRow>, "key" | "header"> {
  if (key === "receiptNumber")
    return {
      rowHeader: true,
      nowrap: true,
      cell: (row) => (
        <>
          <a
            href={`/review/applications/${row.id}`}
            data-list-row
            className="link inline-block min-h-6 whitespace-nowrap"
          >
            {row.receiptNumber}
          </a>
          {row.holder !== null && (
            <span className="mt-1 block text-dns-14N-120 font-400">審査中: {row.holder}</span>
          )}
        </>
      ),
    };
  if (key === "status")
    return {
      cell: (row) => (
        <>
          <StatusTag status={row.status} />
          {row.texts[at] !== "" && <span className="mt-1 block text-dns-14N-120">{row.texts[at]}</span>}
        </>
      ),
    };
  if (key === "due")
    return {
      nowrap: true,
      cell: (row) =>
        row.due.kind !== "none" && (
          <>
            {row.texts[at] !== "" && <span className="mb-1 block">{row.texts[at]}</span>}
            <DueTag due={row.due} />
          </>
        ),
    };
  return { ...looks[key], cell: (row) => row.texts[at] };
}

const pick: TableColumn<ListRow> = {
  key: "pick",
  header: "選択",
  nowrap: true,
  cell: (row) => (
    <input
      type="checkbox"
      name="pick"
      value={`${row.id}:${row.version}`}
      aria-label={`${row.receiptNumber} ${row.companyName}を選ぶ`}
      className="size-6 accent-key-900"
    />
  ),
};

const bulkWords: Readonly<Record<BulkCommand, string>> = {
  accept: "まとめて受理する",
  assign: "まとめて自分の担当にする",
  certify: "まとめて認定する",
};

/** 申請の表。選んだ申請は、確かめる画面を経てまとめて進められる。 */
export function ListTable({ view }: { readonly view: WorkListView }) {
  const mayPick = view.bulk.length > 0;
  const columns: TableColumn<ListRow>[] = [
    ...(mayPick ? [pick] : []),
    ...view.columns.map((head, at) => ({ ...column(head.key, at), ...head })),
  ];
  const table = (
    <Table
      caption="申請の一覧"
      captionHidden
      columns={columns}
      rows={view.rows}
      rowKey={(row) => row.id}
      variant="cards"
      stickyHead
      empty={
        <EmptyState title="申請はありません">
          <p>
            {view.narrowed.length > 0 || view.query.status.length > 0
              ? "条件に当てはまる申請がありません。条件を変えてください。"
              : "提出先の局に申請が届くと、ここに並びます。"}
          </p>
        </EmptyState>
      }
    />
  );
  if (!mayPick || view.rows.length === 0) return table;
  return (
    <form method="get" action="/review/bulk">
      <input type="hidden" name="back" value={view.kept} />
      <div className="print-hidden mb-3 flex flex-wrap items-center gap-3">
        <span className="text-dns-16N-130">選んだ申請を</span>
        {view.bulk.map((command) => (
          <Button key={command} variant="secondary" size="small" name="do" value={command}>
            {bulkWords[command]}
          </Button>
        ))}
      </div>
      {table}
    </form>
  );
}
