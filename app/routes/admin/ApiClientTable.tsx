import { Button } from "#app/ui/primitives/Button.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";

export type ApiClientView = {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly registered: string;
  readonly confirmed: string | null;
  readonly disabled: string | null;
  /** 見ている人が登録した物か。 */
  readonly own: boolean;
  readonly webhook: string;
  /** まだ届いていない変化の数。知らせる先が無ければ null。 */
  readonly behind: number | null;
};

/** 連携先の一覧と、確かめる・止める・知らせ直すボタン。 */
export function ApiClientTable({
  clients,
  intentKey,
}: {
  readonly clients: readonly ApiClientView[];
  readonly intentKey: string;
}) {
  return (
    <Table
      caption="登録した連携先"
      variant="cards"
      rows={clients}
      rowKey={({ id }) => id}
      empty={<EmptyState title="連携先はまだありません" />}
      columns={[
        {
          key: "name",
          header: "名前",
          rowHeader: true,
          cell: (client) => (
            <>
              {client.name} <StateTag client={client} />
              <span className="block text-dns-14N-130 font-normal text-solid-gray-700">{client.id}</span>
            </>
          ),
        },
        { key: "scopes", header: "渡す項目", cell: ({ scopes }) => scopes },
        {
          key: "people",
          header: "登録と確認",
          cell: ({ registered, confirmed }) => (
            <>
              登録：{registered}
              <span className="block">確認：{confirmed ?? "まだです"}</span>
            </>
          ),
        },
        {
          key: "webhook",
          header: "知らせ",
          cell: ({ webhook, behind }) =>
            behind === null ? "知らせません" : `${webhook}（遅れ ${behind}件）`,
        },
        {
          key: "operations",
          header: "操作",
          cell: (client) => <Operations client={client} intentKey={intentKey} />,
        },
      ]}
    />
  );
}

function StateTag({ client }: { readonly client: ApiClientView }) {
  if (client.disabled !== null) return <Tag tone="neutral">停止中</Tag>;
  return client.confirmed === null ? <Tag tone="warning">確認待ち</Tag> : <Tag tone="success">使用中</Tag>;
}

function Operations({ client, intentKey }: { readonly client: ApiClientView; readonly intentKey: string }) {
  if (client.disabled !== null) return <>{client.disabled}に停止</>;
  return (
    <form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="client" value={client.id} />
      <input type="hidden" name="intentKey" value={intentKey} />
      {client.confirmed === null && !client.own && (
        <Button size="small" variant="secondary" name="operation" value="confirm">
          確かめた
        </Button>
      )}
      {client.behind !== null && client.behind > 0 && (
        <Button size="small" variant="secondary" name="operation" value="replay">
          もう一度知らせる
        </Button>
      )}
      <Button size="small" variant="tertiary" name="operation" value="disable">
        止める
      </Button>
    </form>
  );
}
