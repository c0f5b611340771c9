import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { Table, type TableColumn } from "../primitives/Table.tsx";
import { Tag } from "../primitives/Tag.tsx";
import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";
import type { ListedColumn, ListedRow } from "./listed-row.ts";
import { OrderControls } from "./OrderControls.tsx";
import { RowPanel } from "./RowPanel.tsx";
import type { RowPanelValues } from "./row-panel.ts";

export type RuleTableProps = {
  readonly caption: string;
  readonly headingLabel: string;
  readonly columns: readonly ListedColumn[];
  readonly rows: readonly ListedRow[];
  readonly editable: boolean;
  readonly panel: RowPanelValues | null;
};

/** 規則集の一つの表。行を押すとその場に広がり、順番の表では並べ替えられる。 */
export function RuleTable({ caption, headingLabel, columns, rows, editable, panel }: RuleTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        ...(editable ? [selectColumn] : []),
        ...(rows.some(({ order }) => order !== null) ? [orderColumn(editable)] : []),
        headingColumn(headingLabel),
        ...columns.map(valueColumn),
        ...(rows.some(({ links }) => links.length > 0) ? [linksColumn] : []),
        certaintyColumn,
        sourceColumn,
      ]}
      rows={rows}
      rowKey={({ factId }) => factId}
      rowId={({ factId }) => `row-${factId}`}
      below={({ open }) => (open && panel !== null ? <RowPanel panel={panel} /> : null)}
      variant="cards"
      stickyHead
      empty={<EmptyState title="当てはまる行はありません" />}
    />
  );
}

const selectColumn: TableColumn<ListedRow> = {
  key: "select",
  header: "選択",
  nowrap: true,
  cell: ({ factId, heading, selected }) => (
    <label className="inline-flex size-8 items-center justify-center pointer-coarse:size-11">
      <input
        type="checkbox"
        name="row"
        value={factId}
        form="bulk"
        defaultChecked={selected}
        className="size-5 accent-key-900"
      />
      <VisuallyHidden>{heading}を選ぶ</VisuallyHidden>
    </label>
  ),
};

const orderColumn = (editable: boolean): TableColumn<ListedRow> => ({
  key: "order",
  header: "順番",
  nowrap: true,
  cell: (row) =>
    row.order === null ? "" : editable ? <OrderControls row={row} order={row.order} /> : row.order.position,
});

const headingColumn = (label: string): TableColumn<ListedRow> => ({
  key: "heading",
  header: label,
  rowHeader: true,
  cell: ({ href, heading, open, changed }) => (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <a href={href} aria-expanded={open} className="link inline-block min-h-6 min-w-0 pointer-coarse:py-2">
        {heading}
      </a>
      {changed && <Tag tone="info">変更あり</Tag>}
    </span>
  ),
});

const valueColumn = (
  { column, label, align, nowrap, sortHref, sorted }: ListedColumn,
  index: number,
): TableColumn<ListedRow> => ({
  key: column,
  header: label,
  align,
  nowrap,
  sortHref,
  sorted: sorted ?? undefined,
  cell: ({ cells }) => cells[index],
});

const linksColumn: TableColumn<ListedRow> = {
  key: "links",
  header: "関わる表",
  cell: ({ heading, links }) => (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {links.map(({ href, label }) => (
        <a key={href} href={href} className="link inline-block min-h-6 whitespace-nowrap">
          {label}
          <VisuallyHidden>（{heading}）</VisuallyHidden>
        </a>
      ))}
    </span>
  ),
};

const certaintyColumn: TableColumn<ListedRow> = {
  key: "certainty",
  header: "確かさ",
  cell: ({ certainty, confirmed }) => (
    <Tag tone={confirmed ? "success" : "warning"}>{certaintyLabel[certainty]}</Tag>
  ),
};

const sourceColumn: TableColumn<ListedRow> = {
  key: "source",
  header: "出典",
  cell: ({ source }) => (
    <span className="line-clamp-2 max-w-64 text-dns-14N-130 break-all" title={source}>
      {source}
    </span>
  ),
};
