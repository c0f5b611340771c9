/** 一つの編集の記録を、読める言葉にする。 */
import type { EditKind, RowChange } from "#app/domain/rulebook/draft-table.ts";
import { type CellReader, cellReader, type ReferenceRows } from "#app/domain/rulebook/table-choices.ts";
import { columnLabel, isTableName, rowTitle, tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { EditWords } from "#app/ui/rulebook/EditEntry.tsx";

const kindWords = {
  change: "書き換え",
  add: "追加",
  remove: "削除",
  move: "並べ替え",
  bulk: "まとめて変更",
  import: "ファイルの取込み",
  undo: "取消し",
} as const satisfies Record<EditKind, string>;

const ROWS_SHOWN = 50;

type Edit = {
  readonly kind: EditKind;
  readonly tableName: string;
  readonly changes: readonly RowChange[];
};

/** @param references 記録の中の値が指す行。無い行を指す値は、値のまま読む */
export function editChanges({ kind, tableName, changes }: Edit, references: ReferenceRows): EditWords {
  if (!isTableName(tableName)) return { kind: kindWords[kind], table: tableName, rows: [], left: 0 };
  const read = cellReader(tableName, references);
  return {
    kind: kindWords[kind],
    table: tableWords(tableName).title,
    rows: changes.slice(0, ROWS_SHOWN).map((change) => rowWords(tableName, read, change)),
    left: Math.max(0, changes.length - ROWS_SHOWN),
  };
}

function rowWords(
  table: TableName,
  read: CellReader,
  { factId, before, after }: RowChange,
): EditWords["rows"][number] {
  const cells = after?.cells ?? before?.cells ?? {};
  const fields = Object.keys(cells)
    .filter(
      (column) =>
        before?.cells[column] !== after?.cells[column] &&
        (column !== "order" || kindOf(before, after) === "changed"),
    )
    .map((column) => ({
      label: columnLabel(table, column),
      before: before === null ? "" : read(column, before.cells),
      after: after === null ? "" : read(column, after.cells),
    }));
  return {
    factId,
    heading: rowTitle(table, (column) => read(column, cells)),
    kind: kindOf(before, after),
    fields,
  };
}

const kindOf = (before: unknown, after: unknown): "added" | "removed" | "changed" =>
  before === null ? "added" : after === null ? "removed" : "changed";
