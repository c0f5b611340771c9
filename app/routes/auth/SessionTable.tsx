import { Button } from "#app/ui/primitives/Button.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";

type ShownSession = {
  readonly key: string;
  readonly device: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
};

const columns: readonly TableColumn<ShownSession>[] = [
  {
    key: "device",
    header: "端末",
    rowHeader: true,
    cell: ({ device, current }) => (
      <>
        {device} {current && <Tag tone="info">この端末</Tag>}
      </>
    ),
  },
  { key: "startedAt", header: "ログインした時", cell: ({ startedAt }) => startedAt },
  { key: "lastSeenAt", header: "最後に使った時", cell: ({ lastSeenAt }) => lastSeenAt },
  {
    key: "end",
    header: "操作",
    cell: ({ key, device, startedAt, current }) =>
      !current && (
        <form method="post">
          <Button variant="secondary" size="small" name="end" value={key}>
            <VisuallyHidden>
              {device}（{startedAt} から）の
            </VisuallyHidden>
            ログインを終える
          </Button>
        </form>
      ),
  },
];

/** 自分のログイン。この端末の物が先頭。 */
export const SessionTable = ({ sessions }: { readonly sessions: readonly ShownSession[] }) => (
  <Table
    caption="ログイン中の端末"
    captionHidden
    columns={columns}
    rows={sessions}
    rowKey={({ key }) => key}
    variant="cards"
  />
);
