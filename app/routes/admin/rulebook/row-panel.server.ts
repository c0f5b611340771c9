/** 広げた行の欄を組み立てる。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { ColumnDescriptor } from "#app/domain/rulebook/descriptors/column-input.ts";
import type { CellFaults, FactCells } from "#app/domain/rulebook/row-cells.ts";
import { groupMembers, positionIn } from "#app/domain/rulebook/row-place.ts";
import { cellOptions, cellReader, targetOf } from "#app/domain/rulebook/table-choices.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { rowHeading } from "#app/domain/rulebook/table-view.ts";
import type { CellField, RowConflict, RowPanelValues } from "#app/ui/rulebook/row-panel.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { formAction, hereWith, readTableQuery } from "./table-address.ts";

type Shown = {
  readonly cells: FactCells;
  /** 画面を開いた時の値。省けば cells と同じ。 */
  readonly was?: FactCells;
  readonly faults?: CellFaults;
  readonly reason?: string;
  readonly reasonErrors?: readonly string[];
  readonly conflict?: RowConflict | null;
};

export function fieldOf(
  editor: TableEditor,
  column: string,
  descriptor: ColumnDescriptor,
  { cells, was = cells, faults = {} }: Shown,
): CellField {
  const value = cells[column] ?? "";
  return {
    column,
    label: descriptor.label,
    help: descriptor.help ?? null,
    input: descriptor.input,
    was: was[column] ?? "",
    value: descriptor.input.kind === "date" && isCivilDate(value) ? formatJapaneseDate(value) : value,
    shown: cellReader(editor.table, editor.references)(column, cells),
    options: cellOptions(descriptor, value, cells, editor.references),
    errors: faults[column] ?? [],
  };
}

function panelOf(editor: TableEditor, url: URL, shown: Shown) {
  const { columns } = tableWords(editor.table);
  return {
    fields: Object.entries(columns).map(([column, descriptor]) => fieldOf(editor, column, descriptor, shown)),
    errors: shown.faults?.[""] ?? [],
    reason: shown.reason ?? editor.reason,
    reasonErrors: shown.reasonErrors ?? [],
    revision: editor.edition.revision,
    action: formAction(url),
    closeHref: hereWith(url, {}, "#rows"),
    conflict: shown.conflict ?? null,
  };
}

/** 今ある行を広げる。無い行なら null。 */
export function openedRow(
  editor: TableEditor,
  url: URL,
  factId: string,
  editable: boolean,
  shown?: Shown,
): RowPanelValues | null {
  const { table, rows } = editor;
  const row = rows.find((one) => one.factId === factId);
  if (row === undefined) return null;
  const name = rowHeading(table, row.cells, cellReader(table, editor.references));
  return {
    ...panelOf(editor, url, shown ?? { cells: row.cells }),
    mode: editable ? "edit" : "view",
    factId,
    place: "",
    title: editable ? `「${name}」を直す` : name,
    position: editor.ordered
      ? { number: positionIn(table, rows, factId), of: groupMembers(table, rows, factId).length }
      : null,
    closeHref: hereWith(url, {}, `#row-${factId}`),
    copyHref: hereWith(url, { add: factId, copy: factId }, "#row-panel"),
    addBelowHref: hereWith(url, { add: factId }, "#row-panel"),
  };
}

/** 足す行を広げる。place が行の番号なら、そのすぐ下に置く。 */
export function addedRow(editor: TableEditor, url: URL, place: string, shown?: Shown): RowPanelValues {
  const { table, rows } = editor;
  const read = cellReader(table, editor.references);
  const above = rows.find(({ factId }) => factId === place);
  const cells = shown?.cells ?? startingCells(editor, url, above?.cells);
  const empty = Object.fromEntries(Object.keys(cells).map((column) => [column, ""]));
  return {
    ...panelOf(editor, url, { was: empty, ...shown, cells }),
    mode: "add",
    factId: "",
    place: above === undefined ? "last" : place,
    title: above === undefined ? "行を足す" : `「${rowHeading(table, above.cells, read)}」のすぐ下に行を足す`,
    position: null,
    copyHref: null,
    addBelowHref: null,
  };
}

/** 写す行があればその値、なければ、絞り込みの値と、上の行と同じ範囲（指針など）。 */
function startingCells(editor: TableEditor, url: URL, above: FactCells | undefined): FactCells {
  const { columns } = tableWords(editor.table);
  const copied = editor.rows.find(({ factId }) => factId === url.searchParams.get("copy"));
  const { filters } = readTableQuery(editor.table, url.searchParams);
  return Object.fromEntries(
    Object.entries(columns).map(([column, descriptor]) => {
      if (copied !== undefined) return [column, column === "id" ? "" : (copied.cells[column] ?? "")];
      const shared = targetOf(descriptor) === null ? "" : (above?.[column] ?? "");
      return [column, filters[column] ?? (scoping.has(column) ? shared : "")];
    }),
  );
}

/** すぐ下に足す行が、上の行から受け継ぐ欄。 */
const scoping: ReadonlySet<string> = new Set(["guideline", "section", "sizeClass", "family"]);
