import { Button } from "#app/ui/primitives/Button.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";

type ShownGroup = { readonly groupName: string; readonly place: string; readonly key: string };

const columns: readonly TableColumn<ShownGroup>[] = [
  {
    key: "groupName",
    header: "グループ名",
    rowHeader: true,
    cell: ({ groupName }) => <span className="break-all">{groupName}</span>,
  },
  { key: "place", header: "役割", cell: ({ place }) => place },
  {
    key: "remove",
    header: "操作",
    cell: ({ groupName, place, key }) => (
      <form method="post">
        <input type="hidden" name="groupName" value={groupName} />
        <Button variant="secondary" size="small" name="remove" value={key}>
          <VisuallyHidden>
            {groupName} → {place} を
          </VisuallyHidden>
          除くことを求める
        </Button>
      </form>
    ),
  },
];

/** いま効いている対応。 */
export const StaffGroupTable = ({ rows }: { readonly rows: readonly ShownGroup[] }) => (
  <Table
    caption="いまの対応"
    captionHidden
    columns={columns}
    rows={rows}
    rowKey={({ groupName, key }) => `${groupName}/${key}`}
    variant="cards"
    empty={<p>対応はまだありません。</p>}
  />
);
