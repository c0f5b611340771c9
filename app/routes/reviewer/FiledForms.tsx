import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { RecordView } from "./record-view.server.ts";

/** 提出ごとに保管した様式。開いたことは記録に残る。 */
export function FiledForms({ record }: { readonly record: Pick<RecordView, "id" | "filings"> }) {
  return (
    <>
      <SectionTitle id="forms">申請書（PDF）</SectionTitle>
      <Table
        caption="申請書"
        captionHidden
        variant="cards"
        rows={record.filings}
        rowKey={(row) => String(row.sequence)}
        columns={[
          { key: "sequence", header: "申請の回数", rowHeader: true, cell: (row) => `${row.sequence}回目` },
          { key: "at", header: "申請した日時", cell: (row) => row.filedAt },
          {
            key: "form",
            header: "様式",
            cell: (row) => (
              <a className="link" href={`/review/applications/${record.id}/form.pdf?filing=${row.sequence}`}>
                第{row.sequence}回の申請書
              </a>
            ),
          },
          {
            key: "hash",
            header: "SHA-256",
            cell: (row) =>
              row.sha256 === null ? (
                "作成中"
              ) : (
                <span className="font-mono text-dns-14N-130">{row.sha256}</span>
              ),
          },
        ]}
      />
    </>
  );
}
