/** 一つの指針、一つの省庁などに絞ったときの、題と、関わる表への切替え。 */
import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import { cellReader, targetOf } from "#app/domain/rulebook/table-choices.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { tableHref } from "./table-address.ts";

export type TableFocus = {
  readonly title: string;
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
};

export function focusOf(editor: TableEditor, filters: FactCells): TableFocus {
  const { table, edition } = editor;
  const words = tableWords(table);
  const read = cellReader(table, editor.references);
  for (const [column, value] of Object.entries(filters)) {
    const descriptor = words.columns[column];
    const target = descriptor === undefined ? null : targetOf(descriptor);
    if (target === null) continue;
    const row = editor.rows.find(({ cells }) => cells[column] === value);
    const related = tableWords(target.table).related ?? [];
    const tabs = related.some((one) => one.table === table && one.column === column) ? related : [];
    return {
      title: `${read(column, { ...row?.cells, [column]: value })}：${words.title}`,
      tabs: tabs.map((one) => ({
        href: tableHref(edition.id, one.table, { [one.column]: value }),
        label: one.label,
        current: one.table === table && one.column === column,
      })),
    };
  }
  return { title: words.title, tabs: [] };
}
