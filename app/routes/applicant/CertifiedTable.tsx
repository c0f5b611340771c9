import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { certificatePath } from "./paths.ts";

type CertifiedRow = {
  readonly number: string;
  readonly revoked: boolean;
  readonly certifiedOn: string;
  readonly signatory: string;
  readonly period: string;
};

/** 受けた認定の通知書。取り消されたものには、その札を付ける。 */
export function CertifiedTable(props: {
  readonly companyKey: string;
  /** この人が通知書を受け取れるか。 */
  readonly mayReceive: boolean;
  readonly rows: readonly CertifiedRow[];
}) {
  const { companyKey, mayReceive, rows } = props;
  return (
    <Table
      caption="認定通知書"
      captionHidden
      variant="cards"
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          key: "number",
          header: "認定番号",
          rowHeader: true,
          cell: (row) => (
            <>
              {row.number} {row.revoked && <StatusTag status="revoked" />}
            </>
          ),
        },
        { key: "date", header: "認定日", cell: (row) => row.certifiedOn },
        { key: "signatory", header: "認定した者", cell: (row) => row.signatory },
        { key: "period", header: "計画期間", cell: (row) => row.period },
        ...(mayReceive ? [pdfColumn(companyKey)] : []),
      ]}
    />
  );
}

const pdfColumn = (companyKey: string): TableColumn<CertifiedRow> => ({
  key: "pdf",
  header: "認定通知書",
  cell: (row) => (
    <a className="link" href={certificatePath(companyKey, row.number)}>
      PDF を開く<span className="sr-only">（{row.number}）</span>
    </a>
  ),
});
