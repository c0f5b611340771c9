/** まとめて変える欄の値を組み立てる。 */
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import type { BulkValues } from "#app/ui/rulebook/listed-row.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { fieldOf } from "./row-panel.server.ts";

export type BulkTyped = {
  readonly column?: string;
  readonly value?: string;
  readonly valueErrors?: readonly string[];
  readonly everything?: boolean;
  readonly replaceColumn?: string;
  readonly find?: string;
  readonly replacement?: string;
  readonly reason?: string;
  readonly errors?: BulkValues["errors"];
  readonly refused?: BulkValues["refused"];
};

const replaceable: ReadonlySet<string> = new Set(["text", "longText", "list"]);

/** @param typed 送られた値。空なら、まだ何も選んでいない */
export function bulkValues(editor: TableEditor, matching: number, typed: BulkTyped): BulkValues {
  const entries = Object.entries(tableWords(editor.table).columns).filter(
    ([, { input }]) => input.kind !== "order" && input.kind !== "identifier",
  );
  const options = entries.map(([value, { label }]) => ({ value, label }));
  const texts = entries.filter(([, { input }]) => replaceable.has(input.kind));
  const chosen = entries.find(([column]) => column === typed.column);
  return {
    open: Object.keys(typed).length > 0,
    matching,
    everything: typed.everything ?? false,
    columns: options,
    textColumns: texts.map(([value, { label }]) => ({ value, label })),
    field:
      chosen === undefined
        ? null
        : {
            ...fieldOf(editor, chosen[0], chosen[1], {
              cells: { [chosen[0]]: typed.value ?? "" },
              faults: { [chosen[0]]: typed.valueErrors ?? [] },
            }),
            label: `${chosen[1].label}（新しい値）`,
          },
    replaceColumn: typed.replaceColumn ?? texts[0]?.[0] ?? "",
    find: typed.find ?? "",
    replacement: typed.replacement ?? "",
    reason: typed.reason ?? editor.reason,
    revision: editor.edition.revision,
    errors: typed.errors ?? {},
    refused: typed.refused ?? [],
  };
}
