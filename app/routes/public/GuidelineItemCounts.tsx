import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import type { GuidelineView } from "./guideline-view.server.ts";
import { Unconfirmed } from "./Unconfirmed.tsx";

type SizeClass = GuidelineView["sizeClasses"][number];

const columns: readonly TableColumn<SizeClass>[] = [
  { key: "label", header: "規模", rowHeader: true, width: 3, cell: ({ label }) => label },
  {
    key: "employees",
    header: "従業員の数",
    width: 3,
    cell: ({ employees, confirmed }) => (
      <>
        {employees} <Unconfirmed confirmed={confirmed} />
      </>
    ),
  },
  {
    key: "counts",
    header: "必要な項目の数",
    width: 6,
    cell: ({ counts }) => (
      <ul>
        {counts.map(({ label, minimum, note, confirmed }) => (
          <li key={label}>
            {label}から{minimum}項目以上 <Unconfirmed confirmed={confirmed} />
            {note !== null && <span className="block text-dns-14N-130 text-solid-gray-700">{note}</span>}
          </li>
        ))}
      </ul>
    ),
  },
];

/** 規模の区分ごとに、取り組む項目を幾つ選ぶか。 */
export function GuidelineItemCounts({ sizeClasses }: { readonly sizeClasses: readonly SizeClass[] }) {
  return (
    <Table
      caption="規模の区分ごとの、必要な項目の数"
      captionHidden
      columns={columns}
      rows={sizeClasses}
      rowKey={({ id }) => id}
      variant="cards"
      empty={
        <InlineHint tone="info">
          必要な項目の数は確認中です。各省庁が公表している指針をご覧ください。
        </InlineHint>
      }
    />
  );
}
