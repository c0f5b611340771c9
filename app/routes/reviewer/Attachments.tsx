import { mediaTypeNames } from "#app/domain/attachment/file-content.ts";
import { formatBytes } from "#app/domain/attachment/attachment-limits.ts";
import { type ScanState, scanStateWords } from "#app/domain/attachment/scan-state.ts";
import type { FiledAttachment } from "#app/usecases/attachments/frozen-attachments.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { Tone } from "#app/ui/tones.ts";

const tones: Readonly<Record<ScanState, Tone>> = {
  scanning: "progress",
  clean: "success",
  unscanned: "warning",
  infected: "danger",
};

/** 提出に添付された書類。開けるのは、検査の済んだ物（又は検査の設定がない物）だけ。 */
export function Attachments({
  applicationId,
  attachments,
}: {
  readonly applicationId: string;
  readonly attachments: readonly FiledAttachment[];
}) {
  return (
    <>
      <SectionTitle id="attachments">添付された書類</SectionTitle>
      <Table
        caption="添付された書類"
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
                <a
                  className="link"
                  href={`/review/applications/${applicationId}/attachments/${row.attachmentId}`}
                  download
                >
                  {row.fileName}
                </a>
              ) : (
                row.fileName
              ),
          },
          {
            key: "size",
            header: "形式と大きさ",
            cell: (row) => `${mediaTypeNames[row.mediaType]}、${formatBytes(row.size)}`,
          },
          {
            key: "scan",
            header: "ウイルスの検査",
            cell: (row) => <Tag tone={tones[row.scan]}>{scanStateWords[row.scan]}</Tag>,
          },
          {
            key: "hash",
            header: "SHA-256",
            cell: (row) => <span className="font-mono text-dns-14N-130">{row.sha256}</span>,
          },
        ]}
      />
    </>
  );
}
