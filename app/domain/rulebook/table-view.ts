/** 表を、絞り込み、並べ替え、頁に分けて見る。 */
import { mayBlock } from "./blocking.ts";
import type { Certainty } from "./certainty.ts";
import { foldForSearch } from "./fold-for-search.ts";
import type { FactCells } from "./row-cells.ts";
import type { CellReader } from "./table-choices.ts";
import { tableWords } from "./table-descriptors.ts";
import type { TableName } from "./tables.ts";

export type ViewedRow = { readonly factId: string; readonly version: number; readonly cells: FactCells };

export type TableQuery = {
  /** 探す言葉。空なら探さない。 */
  readonly words: string;
  /** 欄ごとの値。一覧の欄は、その値を含む行。 */
  readonly filters: FactCells;
  /** unconfirmed は確かでない事実、changed はこの版で書いた行。 */
  readonly only: "all" | "unconfirmed" | "changed";
  /** null なら表の順。 */
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** 1 から。 */
  readonly page: number;
};

export const PAGE_ROWS = 50;

export type TableView = {
  /** 条件に合う全部の行。 */
  readonly matching: readonly ViewedRow[];
  /** この頁の行。 */
  readonly rows: readonly ViewedRow[];
  readonly page: number;
  readonly pages: number;
};

/** @param page 頁の数を超えていれば、最後の頁を開く */
export function viewTable(
  table: TableName,
  rows: readonly ViewedRow[],
  query: TableQuery,
  read: CellReader,
): TableView {
  const matching = sorted(
    rows.filter((row) => matches(table, row, query, read)),
    query.sort,
    read,
  );
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_ROWS));
  const page = Math.min(Math.max(1, query.page), pages);
  return { matching, rows: matching.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS), page, pages };
}

export const isUnconfirmed = (cells: FactCells): boolean => !mayBlock(cells["certainty"] as Certainty);

/** 行の呼び名。 */
export const rowHeading = (table: TableName, cells: FactCells, read: CellReader): string =>
  tableWords(table)
    .heading.map((column) => read(column, cells))
    .filter((word) => word !== "")
    .join(" ") || "（名前なし）";

function matches(table: TableName, row: ViewedRow, query: TableQuery, read: CellReader): boolean {
  const { cells, version } = row;
  if (query.only === "unconfirmed" && !isUnconfirmed(cells)) return false;
  if (query.only === "changed" && version === 0) return false;
  const { columns } = tableWords(table);
  for (const [column, wanted] of Object.entries(query.filters)) {
    const input = columns[column]?.input;
    const value = cells[column] ?? "";
    const found =
      input?.kind === "references" ? value.split(input.separator).includes(wanted) : value === wanted;
    if (!found) return false;
  }
  if (query.words === "") return true;
  const all = foldForSearch(
    Object.keys(columns)
      .flatMap((column) => [cells[column] ?? "", read(column, cells)])
      .join("\n"),
  );
  return query.words.split(/\s+/u).every((word) => all.includes(foldForSearch(word)));
}

const collator = new Intl.Collator("ja", { numeric: true });

function sorted(
  rows: readonly ViewedRow[],
  sort: TableQuery["sort"],
  read: CellReader,
): readonly ViewedRow[] {
  if (sort === null) return rows;
  const { column, descending } = sort;
  const keyed = rows.map((row) => ({ row, key: sortKey(column, row.cells, read) }));
  keyed.sort((a, b) => collator.compare(a.key, b.key) * (descending ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** 日付と数は書いたままの値で、選ぶ欄は言葉で比べる。 */
function sortKey(column: string, cells: FactCells, read: CellReader): string {
  const value = cells[column] ?? "";
  return /^[\d-]+(\.\d+)?$/u.test(value) ? value : read(column, cells);
}
