import { formatBytes } from "#app/domain/attachment/attachment-limits.ts";
import type { FiledAttachment } from "#app/usecases/attachments/frozen-attachments.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { attachmentFilePath, type Place } from "./paths.ts";

/** 申請とともに受け付けた書類の控え。名前、大きさ、指紋は、申請の後に変わらない。 */
export function FiledAttachments({
  attachments,
  place,
}: {
  readonly attachments: readonly FiledAttachment[];
  readonly place: Place;
}) {
  return (
    <>
      <SectionTitle>受け付けた書類</SectionTitle>
      <Table
        caption="受け付けた書類"
        captionHidden
        variant="cards"
        rows={attachments}
        rowKey={(row) => row.attachmentId}
        empty="添付された書類はありません。"
        columns={[
          { key: "kind", header: "種類", rowHeader: true, cell: (row) => row.kindName },
          {
            key: "file",
            header: "ファイル",
            cell: (row) =>
              row.scan === "clean" || row.scan === "unscanned" ? (
                <a className="link" href={attachmentFilePath(place, row.attachmentId)} download>
                  {row.fileName}
                </a>
              ) : (
                row.fileName
              ),
          },
          { key: "size", header: "大きさ", cell: (row) => formatBytes(row.size) },
          {
            key: "hash",
            header: "書類の指紋（SHA-256）",
            cell: (row) => <span className="font-mono text-dns-14N-130">{row.sha256}</span>,
          },
        ]}
      />
    </>
  );
}
