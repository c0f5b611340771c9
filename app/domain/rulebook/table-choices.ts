/** ほかの表を指す欄の、選択肢と呼び名。 */
import type { ColumnDescriptor, ReferenceTarget } from "./descriptors/column-input.ts";
import type { FactCells } from "./row-cells.ts";
import { shownValue, tableWords } from "./table-descriptors.ts";
import type { TableName } from "./tables.ts";

/** 指される表の行。 */
export type ReferenceRows = Readonly<Partial<Record<TableName, readonly FactCells[]>>>;

export type CellOption = { readonly value: string; readonly label: string };

/** 欄が指す先。指さない欄では null。 */
export const targetOf = ({ input }: ColumnDescriptor): ReferenceTarget | null =>
  input.kind === "reference" || input.kind === "references" ? input.target : null;

/** 表を画面に出すのに、行も要る表。 */
export const referencedTables = (table: TableName): readonly TableName[] => [
  ...new Set(
    Object.values(tableWords(table).columns).flatMap((column) => {
      const target = targetOf(column) ?? column.named;
      return target === undefined ? [] : [target.table];
    }),
  ),
];

/** 行の欄を、読める言葉にする。 */
export type CellReader = (column: string, cells: FactCells) => string;

/**
 * 一つの表の欄を読む仕方を作る。
 *
 * @param references 指される表の行。無い行を指す値は、値のまま読む
 */
export function cellReader(table: TableName, references: ReferenceRows): CellReader {
  const { columns } = tableWords(table);
  const names = new Map(
    Object.entries(columns).flatMap(([name, column]) => {
      const target = targetOf(column) ?? column.named;
      return target === undefined ? [] : [[name, namesIn(target, references)] as const];
    }),
  );
  return (name, cells) => {
    const column = columns[name];
    const value = cells[name] ?? "";
    if (column === undefined) return value;
    const within = targetOf(column)?.within;
    const scope = within === undefined ? "" : (cells[within] ?? "");
    if (column.named !== undefined) return [value, names.get(name)?.get(` ${value}`) ?? ""].join(" ").trim();
    return shownValue(column, value, (one) => names.get(name)?.get(`${scope} ${one}`) ?? one);
  };
}

function namesIn(target: ReferenceTarget, references: ReferenceRows): ReadonlyMap<string, string> {
  const { within } = target;
  return new Map(
    (references[target.table] ?? []).map((row) => [
      `${within === undefined ? "" : (row[within] ?? "")} ${row[target.value] ?? ""}`,
      labelOf(target, row),
    ]),
  );
}

const labelOf = ({ label, value }: ReferenceTarget, row: FactCells): string => {
  const words = label.map((column) => row[column] ?? "").filter((word) => word !== "");
  return words.length > 0 ? words.join(" ") : (row[value] ?? "");
};

/**
 * その行の欄で選べる物。今の値が選択肢になければ、それも末尾に足す。
 *
 * @param cells 行の欄。範囲のある欄（指針の中の項目など）は、この行と同じ範囲から選ぶ
 */
export function cellOptions(
  column: ColumnDescriptor,
  current: string,
  cells: FactCells,
  references: ReferenceRows,
): readonly CellOption[] {
  const { input } = column;
  if (input.kind === "choice")
    return Object.entries(input.options).map(([value, label]) => ({ value, label }));
  const target = targetOf(column);
  if (target === null) return [];
  const { within } = target;
  const scope = within === undefined ? "" : (cells[within] ?? "");
  const options = new Map<string, string>();
  for (const row of references[target.table] ?? []) {
    const value = row[target.value] ?? "";
    if (within !== undefined && scope !== "" && row[within] !== scope) continue;
    if (!options.has(value)) options.set(value, labelOf(target, row));
  }
  const values = input.kind === "references" ? current.split(input.separator) : [current];
  for (const value of values)
    if (value !== "" && !options.has(value)) options.set(value, `${value}（この表にない値）`);
  return [...options].map(([value, label]) => ({ value, label }));
}
