import type { DocumentSection, DocumentTable } from "#app/domain/plan/document.ts";
import { twelfths } from "../primitives/column-width.ts";
import { SummaryList } from "../primitives/SummaryList.tsx";
import { Table, type TableColumn } from "../primitives/Table.tsx";
import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";
import { entryAnchor, type EntrySlots } from "./entry-slots.ts";

type Row = DocumentTable["rows"][number];

export type EntryTableProps = EntrySlots & {
  readonly section: DocumentSection;
  readonly table: DocumentTable;
};

/** 繰り返し行の欄。 */
export function EntryTable({ section, table, editHref, note }: EntryTableProps) {
  const anchor = entryAnchor(section.id, table.field);
  const widths = twelfths(table.columns.map((column) => column.weight));
  const columns = table.columns.map((column, index): TableColumn<Row> => ({
    key: column.field,
    header: column.label,
    align: column.align,
    width: widths[index],
    cell: (row) => row.cells[index],
  }));
  const href = editHref?.(section, table);
  if (table.rows.length === 0) {
    return (
      <div className="mb-4">
        <SummaryList
          rows={[
            {
              key: table.field,
              id: anchor,
              label: table.label,
              value: "",
              action: href === undefined ? undefined : { href },
              note: note?.(section, table),
            },
          ]}
        />
      </div>
    );
  }
  return (
    <div id={anchor} className="mb-5 target:bg-yellow-50">
      <Table
        caption={table.label}
        columns={columns}
        rows={table.rows}
        rowKey={(row) => row.id}
        rowId={(row) => `${anchor}-${row.id}`}
        totals={table.totals}
        variant="cards"
      />
      {href !== undefined && (
        <p className="print-hidden mt-1 text-right text-dns-16N-130">
          <a href={href} className="link inline-block min-h-6 pointer-coarse:py-2.5">
            変更<VisuallyHidden>（{table.label}）</VisuallyHidden>
          </a>
        </p>
      )}
      {note?.(section, table)}
    </div>
  );
}
