import type { FiledEdition } from "./application-view.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { formPdfPath, type Place, receiptPdfPath } from "./paths.ts";

/** これまでに申請した様式と受付票。出し直しても、前の回のものは変わらずに残る。 */
export function FiledEditions({
  filings,
  place,
}: {
  readonly filings: readonly FiledEdition[];
  readonly place: Place;
}) {
  if (filings.length === 0) return null;
  return (
    <>
      <SectionTitle>申請した書類（PDF）</SectionTitle>
      <Table
        caption="申請した書類"
        captionHidden
        variant="cards"
        rows={filings}
        rowKey={(row) => String(row.sequence)}
        columns={[
          { key: "sequence", header: "申請の回数", rowHeader: true, cell: (row) => `${row.sequence}回目` },
          { key: "at", header: "申請した日時", cell: (row) => row.filedAt },
          { key: "by", header: "申請した人", cell: (row) => row.filedBy },
          {
            key: "form",
            header: "申請書",
            cell: (row) => (
              <a className="link" href={formPdfPath(place, row.sequence)}>
                第{row.sequence}回の申請書
              </a>
            ),
          },
          {
            key: "receipt",
            header: "受付票",
            cell: (row) => (
              <a className="link" href={receiptPdfPath(place, row.sequence)}>
                第{row.sequence}回の受付票
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
