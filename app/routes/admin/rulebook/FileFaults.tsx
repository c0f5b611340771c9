import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import type { FaultWords } from "./import-answer.server.ts";

type Row = FaultWords & { readonly key: string };

const columns: readonly TableColumn<Row>[] = [
  { key: "file", header: "ファイル", rowHeader: true, width: 3, cell: ({ file }) => file },
  { key: "place", header: "どこ", width: 2, nowrap: true, cell: ({ place }) => place },
  { key: "column", header: "欄", width: 2, cell: ({ column }) => column },
  { key: "message", header: "理由", cell: ({ message }) => message },
];

/** 取り込めなかったファイルの、直す所の一覧。 */
export const FileFaults = ({
  faults,
  total,
}: {
  readonly faults: readonly FaultWords[];
  readonly total: number;
}) => (
  <div className="mb-8">
    <Table
      caption={total > faults.length ? `直す所（先頭の${faults.length}件）` : "直す所"}
      columns={columns}
      rows={faults.map((fault, index) => ({ ...fault, key: String(index) }))}
      rowKey={({ key }) => key}
      variant="cards"
    />
  </div>
);
