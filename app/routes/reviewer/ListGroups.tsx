import { listGroups } from "#app/domain/worklist/list-columns.ts";
import { statusWords } from "#app/domain/workflow/statuses.ts";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { WorkListView } from "./work-list-view.server.ts";

const isStatus = (value: string): value is keyof typeof statusWords => Object.hasOwn(statusWords, value);

/** まとめた件数。値を押すと、その値の申請に絞り込む。 */
export function ListGroups({ view }: { readonly view: WorkListView }) {
  const { group } = view.query;
  if (group === null || view.groups.length === 0) return null;
  return (
    <div className="mb-6 max-w-[36rem]">
      <Table
        caption={`${listGroups[group]}ごとの件数`}
        columns={[
          {
            key: "label",
            header: listGroups[group],
            rowHeader: true,
            cell: (one) => (
              <a href={one.href} className="link">
                {isStatus(one.label) ? statusWords[one.label] : one.label}
              </a>
            ),
          },
          {
            key: "total",
            header: "件数",
            align: "end",
            cell: (one) => one.total.toLocaleString("ja-JP"),
          },
        ]}
        rows={view.groups}
        rowKey={(one) => one.value}
      />
    </div>
  );
}
