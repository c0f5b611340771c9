import type { RowDiff } from "#app/domain/rulebook/edition-diff.ts";
import { Table, type TableColumn } from "../primitives/Table.tsx";
import { Tag } from "../primitives/Tag.tsx";

const kinds = {
  added: <Tag tone="success">追加</Tag>,
  removed: <Tag tone="danger">削除</Tag>,
  changed: <Tag tone="info">変更</Tag>,
} as const;

type FieldRow = RowDiff["fields"][number];

const label: TableColumn<FieldRow> = {
  key: "label",
  header: "欄",
  rowHeader: true,
  width: 3,
  cell: (field) => field.label,
};
const before: TableColumn<FieldRow> = {
  key: "before",
  header: "前",
  cell: (field) => <span className="break-all">{field.before || "（空欄）"}</span>,
};
const after: TableColumn<FieldRow> = {
  key: "after",
  header: "後",
  cell: (field) => <span className="break-all">{field.after || "（空欄）"}</span>,
};

const columns = {
  added: [label, after],
  removed: [label, before],
  changed: [label, { ...before, width: 4 }, { ...after, width: 5 }],
} as const satisfies Record<RowDiff["kind"], readonly TableColumn<FieldRow>[]>;

/** 一つの決まりの違い。すべての欄を、前と後で示す。 */
export function RowDifference({ row }: { readonly row: RowDiff }) {
  const name = `${row.title}の違い`;
  return (
    <div className="mb-4 rounded-8 border border-solid-gray-300 p-3 sm:p-4">
      <h3 className="mb-2 flex flex-wrap items-center gap-2 text-std-16B-170">
        {kinds[row.kind]}
        {row.title}
      </h3>
      <Table
        caption={name}
        captionHidden
        columns={columns[row.kind]}
        rows={row.fields.filter((field) => row.kind === "changed" || field.before !== field.after)}
        rowKey={({ column }) => column}
        variant="cards"
      />
    </div>
  );
}
