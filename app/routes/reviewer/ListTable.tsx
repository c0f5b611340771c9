import type { BulkCommand } from "#app/domain/worklist/bulk.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import {
  kindWords,
  type ListColumn,
  proposalWords,
  returnKindWords,
} from "#app/domain/worklist/list-columns.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import type { WorkItem } from "#app/usecases/review/work-item.ts";
import type { WorkListView } from "./work-list-view.server.ts";

const elapsedText = ({ elapsed }: WorkItem): string =>
  elapsed === null
    ? ""
    : `${elapsed.since === "accepted" ? "受理" : "申請"}から${elapsed.businessDays}業務日`;

const day = (value: WorkItem["filedOn"] | null): string => (value === null ? "" : formatJapaneseDate(value));

type Cell = Omit<TableColumn<WorkItem>, "key" | "header">;

const cells: Readonly<Record<ListColumn, Cell>> = {
  receiptNumber: {
    rowHeader: true,
    nowrap: true,
    cell: (item) => (
      <a
        href={`/review/applications/${item.id}`}
        data-list-row
        className="link inline-block min-h-6 whitespace-nowrap"
      >
        {item.receiptNumber}
      </a>
    ),
  },
  companyName: { cell: (item) => item.companyName },
  status: {
    cell: (item) => (
      <>
        <StatusTag status={item.status} />
        {item.proposal !== "" && item.status === "underReview" && (
          <span className="mt-1 block text-dns-14N-120">{proposalWords[item.proposal]}</span>
        )}
      </>
    ),
  },
  filedOn: { nowrap: true, cell: (item) => day(item.filedOn) },
  acceptedOn: { nowrap: true, cell: (item) => day(item.acceptedOn) },
  certifiedOn: { nowrap: true, cell: (item) => day(item.certifiedOn) },
  documentNumber: { cell: (item) => item.documentNumber },
  office: { cell: (item) => item.officeName },
  ministry: { cell: (item) => item.ministry },
  prefecture: { nowrap: true, cell: (item) => item.prefectureName },
  industry: { cell: (item) => `${item.industry.code} ${item.industry.name}`.trim() },
  guideline: { cell: (item) => item.guidelineName },
  kind: { cell: (item) => kindWords[item.kind] },
  assignee: { nowrap: true, cell: (item) => item.assigneeName ?? "" },
  elapsed: { nowrap: true, cell: elapsedText },
  equipmentTypes: { cell: (item) => item.equipmentTypes.join("・") },
  returnKinds: { cell: (item) => item.returnKinds.map((kind) => returnKindWords[kind]).join("・") },
  returns: { align: "end", cell: (item) => (item.returns === 0 ? "" : `${item.returns}回`) },
  companyKey: { nowrap: true, cell: (item) => item.companyKey },
  updatedOn: { nowrap: true, cell: (item) => day(item.updatedOn) },
};

const pick: TableColumn<WorkItem> = {
  key: "pick",
  header: "選択",
  cell: (item) => (
    <input
      type="checkbox"
      name="pick"
      value={`${item.id}:${item.version}`}
      aria-label={`${item.receiptNumber} ${item.companyName}を選ぶ`}
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
  const columns: TableColumn<WorkItem>[] = [
    ...(mayPick ? [pick] : []),
    ...view.columns.map((column) => ({ ...cells[column.key], ...column })),
  ];
  const table = (
    <Table
      caption="申請の一覧"
      captionHidden
      columns={columns}
      rows={view.items}
      rowKey={(item) => item.id}
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
  if (!mayPick || view.items.length === 0) return table;
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
