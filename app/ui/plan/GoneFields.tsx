import type { DocumentChange } from "#app/domain/plan/document-difference.ts";
import { Table } from "../primitives/Table.tsx";

/** 変わった所の呼び名。表の中では、行と列まで。 */
const placeWords = ({ label, row }: DocumentChange): string =>
  row === undefined ? label : `${row.table}　${row.position}行目　${label}`;

/** 認定を受けた計画にあって、いまは出ていない欄。 */
export function GoneFields({
  title,
  changes,
}: {
  readonly title: string;
  readonly changes: readonly DocumentChange[];
}) {
  if (changes.length === 0) return null;
  return (
    <div className="mb-5">
      <Table
        caption={title}
        variant="cards"
        columns={[
          { key: "place", header: "欄", rowHeader: true, width: 4, cell: placeWords },
          { key: "before", header: "認定を受けた計画", cell: ({ before }) => before },
        ]}
        rows={changes}
        rowKey={({ field, row }) => `${field}/${row?.id ?? ""}`}
      />
    </div>
  );
}
