import type { DocumentSection, DocumentTable } from "#app/domain/plan/document.ts";
import type { RowMark } from "#app/domain/plan/section-marks.ts";
import { twelfths } from "../primitives/column-width.ts";
import { SummaryList } from "../primitives/SummaryList.tsx";
import { Table, type TableColumn } from "../primitives/Table.tsx";
import { Tag } from "../primitives/Tag.tsx";
import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";
import { ChangeMark, rowMarkWords } from "./ChangeMark.tsx";
import { entryAnchor, type EntrySlots } from "./entry-slots.ts";
import { RemovedRows } from "./RemovedRows.tsx";

type Row = DocumentTable["rows"][number];

export type EntryTableProps = EntrySlots & {
  readonly section: DocumentSection;
  readonly table: DocumentTable;
};

/** 繰り返し行の欄。 */
export function EntryTable({ section, table, editHref, note, marks }: EntryTableProps) {
  const anchor = entryAnchor(section.id, table.field);
  const own = marks?.section(section.id);
  const rowMarks = own?.rows.get(table.field);
  const removed = own?.removedRows.get(table.field);
  const widths = twelfths(table.columns.map((column) => column.weight));
  const columns = table.columns.map((column, index): TableColumn<Row> => ({
    key: column.field,
    header: column.label,
    align: column.align,
    width: widths[index],
    cell: (row) => (
      <MarkedCell
        text={row.cells[index] ?? ""}
        mark={rowMarks?.get(row.id)}
        column={column.field}
        first={index === 0}
      />
    ),
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
        {removed !== undefined && <RemovedRows label={table.label} rows={removed} />}
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
      {removed !== undefined && <RemovedRows label={table.label} rows={removed} />}
    </div>
  );
}

/** 表のセル。変わったセルには前の値を、足した行と変わった行の初めのセルには印を付ける。 */
function MarkedCell({
  text,
  mark,
  column,
  first,
}: {
  readonly text: string;
  readonly mark: RowMark | undefined;
  readonly column: string;
  readonly first: boolean;
}) {
  if (mark === undefined) return text;
  const change = mark.kind === "changed" ? mark.cells.get(column) : undefined;
  return (
    <>
      {text}
      {first && (
        <span className="ml-1.5 inline-block">
          <Tag tone="info" icon={false}>
            {rowMarkWords[mark.kind]}
          </Tag>
        </span>
      )}
      {change !== undefined && <ChangeMark change={change} />}
    </>
  );
}
