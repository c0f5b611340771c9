import { Table } from "../primitives/Table.tsx";

export type ShownDownload = {
  readonly id: number;
  readonly at: string;
  readonly receiver: string;
  readonly channel: string;
  readonly edition: number;
  readonly sha256: string;
};

export type DownloadTableProps = {
  readonly downloads: readonly ShownDownload[];
  /** 書出し（CSV）の道筋。この人が書き出せなければ null。 */
  readonly csvHref: string | null;
};

/** 認定通知書の受取りの記録と、その書出し。 */
export const DownloadTable = ({ downloads, csvHref }: DownloadTableProps) => (
  <div className="mt-4">
    <Table
      caption="認定通知書の受取りの記録"
      columns={[
        { key: "at", header: "日時", rowHeader: true, nowrap: true, cell: ({ at }) => at },
        { key: "who", header: "受け取った人", cell: ({ receiver }) => receiver },
        { key: "channel", header: "窓口", nowrap: true, cell: ({ channel }) => channel },
        { key: "edition", header: "版", nowrap: true, cell: ({ edition }) => `第${edition}版` },
        {
          key: "sha256",
          header: "書類の指紋（SHA-256）",
          cell: ({ sha256 }) => <span className="font-mono text-dns-14N-130 break-all">{sha256}</span>,
        },
      ]}
      rows={downloads}
      rowKey={({ id }) => String(id)}
      variant="cards"
      empty={<p className="text-dns-16N-130">認定通知書は、まだ受け取られていません。</p>}
    />
    {downloads.length > 0 && csvHref !== null && (
      <p className="print-hidden mt-3">
        <a className="link" href={csvHref} download>
          受取りの記録を書き出す（CSV）
        </a>
      </p>
    )}
  </div>
);
