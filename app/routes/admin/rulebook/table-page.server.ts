/** 表の画面の値を組み立てる。 */
import { mayDo } from "#app/domain/access/resolver.ts";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { tableGroups } from "#app/domain/rulebook/descriptors/column-input.ts";
import { cellOptions, cellReader } from "#app/domain/rulebook/table-choices.ts";
import { isTableName, tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { viewTable } from "#app/domain/rulebook/table-view.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import { openTableEditor, type TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { bulkValues } from "./bulk-values.server.ts";
import { focusOf } from "./table-focus.server.ts";
import { listedColumns, listedRows } from "./listed-rows.server.ts";
import { addedRow, openedRow } from "./row-panel.server.ts";
import { mayRenumber } from "./renumber-action.server.ts";
import { editionHref, formAction, hereWith, readTableQuery, tableHref } from "./table-address.ts";

/** 道筋の表を開く。無い表、無い版は 404。 */
export async function openTable(guard: Guarded<StaffActor>): Promise<TableEditor> {
  const table = guard.param("table");
  if (!isTableName(table)) throw notFound();
  const opened = await openTableEditor(guard.useCase, { editionId: guard.param("edition"), table });
  if (!opened.ok) throw refusalResponse(opened.error);
  return opened.value;
}

export const mayEdit = (actor: StaffActor, editor: TableEditor): boolean =>
  editor.edition.status === "draft" && mayDo(actor, "rulebook.edit").allowed;

export function tablePage(editor: TableEditor, url: URL, actor: StaffActor) {
  const { table, edition, references } = editor;
  const words = tableWords(table);
  const query = readTableQuery(table, url.searchParams);
  const read = cellReader(table, references);
  const view = viewTable(table, editor.rows, query, read);
  const editable = mayEdit(actor, editor);
  const opened = url.searchParams.get("row");
  const added = url.searchParams.get("add");
  const done = Number(url.searchParams.get("done") ?? Number.NaN);
  return {
    edition: { id: edition.id, label: edition.label, status: edition.status, href: editionHref(edition.id) },
    group: tableGroups[words.group],
    lead: words.lead,
    ...focusOf(editor, query.filters),
    editable,
    ordered: editor.ordered,
    renumberable: mayRenumber(editor, query),
    total: editor.rows.length,
    matching: view.matching.length,
    pages: {
      page: view.page,
      of: view.pages,
      previousHref: view.page > 1 ? hereWith(url, { page: view.page - 1 }) : null,
      nextHref: view.page < view.pages ? hereWith(url, { page: view.page + 1 }) : null,
    },
    filters: {
      words: query.words,
      only: query.only,
      columns: words.filters.flatMap((column) => {
        const descriptor = words.columns[column];
        if (descriptor === undefined) return [];
        const value = query.filters[column] ?? "";
        const options =
          descriptor.input.kind === "number"
            ? numbersIn(editor, column)
            : cellOptions(descriptor, value, query.filters, references);
        return [
          {
            column,
            label: descriptor.label,
            value,
            options: options.filter((option) => option.value !== ""),
          },
        ];
      }),
      kept: keptParams(table, url),
      clearHref: isNarrowed(query) ? tableHref(edition.id, table) : null,
    },
    headingLabel: words.heading.map((column) => words.columns[column]?.label ?? "").join("・"),
    columns: listedColumns(editor, query, url),
    rows: listedRows(editor, view.rows, query, url),
    panel:
      opened !== null
        ? openedRow(editor, url, opened, editable)
        : added !== null && editable
          ? addedRow(editor, url, added)
          : null,
    action: formAction(url),
    addHref: hereWith(url, { add: "last" }, "#row-panel"),
    bulk: bulkValues(editor, view.matching.length, {}),
    reason: url.searchParams.get("reason") ?? editor.reason,
    done: Number.isSafeInteger(done) ? done : null,
  };
}

export type TablePage = ReturnType<typeof tablePage>;

const isNarrowed = (query: ReturnType<typeof readTableQuery>): boolean =>
  query.words !== "" || query.only !== "all" || Object.keys(query.filters).length > 0;

/** 数の欄は、表にある値から選ぶ。 */
const numbersIn = (editor: TableEditor, column: string) =>
  [...new Set(editor.rows.map(({ cells }) => cells[column] ?? ""))]
    .toSorted((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, label: value }));

/** 絞り込みの欄にない条件は、絞り込み直しても保つ。 */
function keptParams(table: TableName, url: URL): readonly (readonly [string, string])[] {
  const shown = new Set(tableWords(table).filters.map((column) => `f.${column}`));
  return [...url.searchParams].filter(
    ([name]) => name === "sort" || name === "reason" || (name.startsWith("f.") && !shown.has(name)),
  );
}
