/** 表の一覧の見出しと行を組み立てる。 */
import type { Certainty } from "#app/domain/rulebook/certainty.ts";
import { groupMembers, groupOfCells } from "#app/domain/rulebook/row-place.ts";
import { cellReader } from "#app/domain/rulebook/table-choices.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import {
  isUnconfirmed,
  rowHeading,
  type TableQuery,
  type ViewedRow,
} from "#app/domain/rulebook/table-view.ts";
import type { ListedColumn, ListedRow } from "#app/ui/rulebook/listed-row.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { hereWith, tableHref } from "./table-address.ts";

/** 絞り込んで一つの値になった欄は、一覧に出さない。 */
const shownColumns = (editor: TableEditor, query: TableQuery): readonly string[] => {
  const { listed, columns } = tableWords(editor.table);
  return listed.filter((column) => {
    const kind = columns[column]?.input.kind;
    return kind !== "order" && (kind === "references" || query.filters[column] === undefined);
  });
};

export function listedColumns(editor: TableEditor, query: TableQuery, url: URL): readonly ListedColumn[] {
  const { columns } = tableWords(editor.table);
  const kindOf = (column: string) => columns[column]?.input.kind;
  return shownColumns(editor, query).map((column) => {
    const descending = query.sort?.column === column && query.sort.descending;
    const sorted = query.sort?.column === column;
    return {
      column,
      label: columns[column]?.label ?? column,
      align: kindOf(column) === "number" ? "end" : "start",
      nowrap: kindOf(column) === "choice" || kindOf(column) === "date",
      sortHref: hereWith(url, { sort: sorted && !descending ? `-${column}` : column, page: null }),
      sorted: sorted ? (descending ? "descending" : "ascending") : null,
    };
  });
}

export function listedRows(
  editor: TableEditor,
  rows: readonly ViewedRow[],
  query: TableQuery,
  url: URL,
): readonly ListedRow[] {
  const { table } = editor;
  const read = cellReader(table, editor.references);
  const columns = shownColumns(editor, query);
  const opened = url.searchParams.get("row");
  const [movedDirection, movedId] = (url.searchParams.get("moved") ?? "").split(":");
  return rows.map(({ factId, version, cells }) => ({
    factId,
    heading: rowHeading(table, cells, read),
    href:
      opened === factId
        ? hereWith(url, {}, `#row-${factId}`)
        : hereWith(url, { row: factId }, `#row-${factId}`),
    open: opened === factId,
    cells: columns.map((column) => read(column, cells)),
    certainty: cells["certainty"] as Certainty,
    confirmed: !isUnconfirmed(cells),
    source: cells["source"] ?? "",
    changed: version > 0,
    selected: false,
    order: editor.ordered
      ? orderOf(editor, factId, cells, movedId === factId ? movedDirection : undefined)
      : null,
    links: (tableWords(table).related ?? []).map((related) => ({
      label: related.label,
      href: tableHref(editor.edition.id, related.table, { [related.column]: cells[related.from] ?? "" }),
    })),
  }));
}

function orderOf(
  editor: TableEditor,
  factId: string,
  cells: ViewedRow["cells"],
  moved: string | undefined,
): ListedRow["order"] {
  const position = Number(cells["order"] ?? 0);
  const last = groupMembers(editor.table, editor.rows, factId).length;
  const up = position > 1;
  const down = position < last;
  // 端に着いたら、押したボタンは使えなくなるので、反対のボタンに焦点を置く。
  const focus = moved === undefined ? null : moved === "up" ? (up ? "up" : "down") : down ? "down" : "up";
  return { position: String(position), group: groupOfCells(editor.table, cells), up, down, focus };
}
