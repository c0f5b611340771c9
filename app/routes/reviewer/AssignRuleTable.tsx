import { Button } from "#app/ui/primitives/Button.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";

export type ShownRule = {
  readonly id: string;
  readonly office: string;
  readonly guideline: string;
  readonly division: string;
  readonly assignees: string;
  /** 順に回すか。 */
  readonly inTurn: boolean;
  readonly updatedBy: string;
};

const columns: readonly TableColumn<ShownRule>[] = [
  { key: "guideline", header: "指針", rowHeader: true, cell: ({ guideline }) => guideline },
  { key: "division", header: "業種", cell: ({ division }) => division },
  {
    key: "assignees",
    header: "担当",
    cell: ({ assignees, inTurn }) => (inTurn ? `${assignees}（順に回す）` : assignees),
  },
  { key: "office", header: "局", cell: ({ office }) => office },
  { key: "by", header: "決めた人", cell: ({ updatedBy }) => updatedBy },
  {
    key: "remove",
    header: "操作",
    cell: ({ id, guideline, division }) => (
      <form method="post">
        <Button variant="secondary" size="small" name="remove" value={id}>
          <VisuallyHidden>
            {guideline}、{division}の決まりを
          </VisuallyHidden>
          消す
        </Button>
      </form>
    ),
  },
];

/** 局の担当の決まり。 */
export const AssignRuleTable = ({ rules }: { readonly rules: readonly ShownRule[] }) => (
  <Table
    caption="いまの決まり"
    columns={columns}
    rows={rules}
    rowKey={({ id }) => id}
    variant="cards"
    empty={<p>まだ決まりはありません。受理した人が担当になります。</p>}
  />
);
