import type { DocumentChange } from "#app/domain/plan/document-difference.ts";
import { TextDifference } from "#app/ui/plan/TextDifference.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { ChangedSection } from "./changes-view.server.ts";

const rowWords = { added: "足した行", removed: "消した行", changed: "直した行" } as const;

/** 変わった所の呼び名。表の中では、行と列まで。 */
export const changedPlace = ({ label, row }: DocumentChange): string =>
  row === undefined ? label : `${row.table}　${row.position}行目（${rowWords[row.kind]}）　${label}`;

/** 一つの区画の変更点。値の前と後を、一つの文章の中の消した所と足した所として見せる。 */
export function ChangeTable({ section }: { readonly section: ChangedSection }) {
  return (
    <Table
      caption={`${section.title}の変更点`}
      captionHidden
      variant="cards"
      columns={[
        { key: "place", header: "欄", rowHeader: true, width: 4, cell: changedPlace },
        {
          key: "change",
          header: "変更",
          cell: (change) => (
            <span className="whitespace-pre-line">
              <TextDifference before={change.before} after={change.after} />
            </span>
          ),
        },
      ]}
      rows={section.changes}
      rowKey={(change) => `${change.field}/${change.row?.id ?? ""}`}
    />
  );
}
