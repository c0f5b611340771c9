import { MOST_PICKED } from "#app/domain/worklist/bulk.ts";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { BulkItem } from "#app/usecases/review/bulk-command.server.ts";

/** 選んだ申請と、一件ずつのできるか（行った後は結果）。 */
export function BulkTable({ items, done }: { readonly items: readonly BulkItem[]; readonly done: boolean }) {
  return (
    <Table
      caption={done ? "一件ずつの結果" : "選んだ申請"}
      columns={[
        {
          key: "receiptNumber",
          header: "受付番号",
          rowHeader: true,
          nowrap: true,
          cell: (item) => (
            <a href={`/review/applications/${item.applicationId}`} className="link">
              {item.receiptNumber}
            </a>
          ),
        },
        { key: "companyName", header: "事業者名", cell: (item) => item.companyName },
        { key: "obstacle", header: done ? "結果" : "できるか", cell: (item) => item.obstacle ?? (done ? "できました" : "できます") }, // prettier-ignore
      ]}
      rows={items}
      rowKey={(item) => item.applicationId}
      variant="cards"
      empty={
        <EmptyState title="申請が選ばれていません">
          <p>一覧で申請を選んでから押してください。一度に{MOST_PICKED}件まで選べます。</p>
        </EmptyState>
      }
    />
  );
}
