import { Button } from "#app/ui/primitives/Button.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import type { SubstitutionView } from "./substitution-row.ts";

const columns: readonly TableColumn<SubstitutionView>[] = [
  {
    key: "substitute",
    header: "代決者",
    rowHeader: true,
    cell: ({ substitute, manager }) => `${substitute}（${manager}の代わり）`,
  },
  {
    key: "period",
    header: "期間",
    cell: ({ period, ended }) => (ended === null ? period : `${period}。${ended}`),
  },
  {
    key: "reason",
    header: "理由",
    cell: ({ reason }) => <span className="whitespace-pre-line">{reason}</span>,
  },
  {
    key: "state",
    header: "状態",
    nowrap: true,
    cell: ({ state, running }) => <Tag tone={running ? "info" : "neutral"}>{state}</Tag>,
  },
  {
    key: "end",
    header: "操作",
    cell: ({ id, substitute, mayEnd }) =>
      mayEnd && (
        <form method="post">
          <Button variant="secondary" size="small" name="end" value={id}>
            <VisuallyHidden>{substitute}の代決を</VisuallyHidden>
            いま終える
          </Button>
        </form>
      ),
  },
];

/** 局の代決。新しい順。 */
export const SubstitutionTable = ({ rows }: { readonly rows: readonly SubstitutionView[] }) => (
  <Table
    caption="局の代決"
    columns={columns}
    rows={rows}
    rowKey={({ id }) => id}
    variant="cards"
    empty={<p>代決はありません。</p>}
  />
);
