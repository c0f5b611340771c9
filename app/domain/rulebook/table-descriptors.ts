/** 規則集の表と欄の言葉の登録簿。画面、編集の記録、版の差分は、欄の名前をここから言葉にする。 */
import { isCivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate } from "../calendar/era.ts";
import type { ColumnDescriptor, TableDescriptor } from "./descriptors/column-input.ts";
import * as equipment from "./descriptors/equipment-descriptors.ts";
import * as guideline from "./descriptors/guideline-descriptors.ts";
import * as industry from "./descriptors/industry-descriptors.ts";
import * as jurisdiction from "./descriptors/jurisdiction-descriptors.ts";
import * as procedure from "./descriptors/procedure-descriptors.ts";
import { type TableName, tableNames } from "./tables.ts";

const descriptors: { readonly [T in TableName]: TableDescriptor<T> } = {
  ...equipment,
  ...guideline,
  ...industry,
  ...jurisdiction,
  ...procedure,
};

/** 欄の名前で引ける形の、一つの表の言葉。 */
export type TableWords = Omit<
  TableDescriptor,
  "columns" | "heading" | "scope" | "listed" | "filters" | "addedLater"
> & {
  readonly columns: Readonly<Record<string, ColumnDescriptor>>;
  readonly heading: readonly string[];
  readonly scope?: readonly string[];
  readonly listed: readonly string[];
  readonly filters: readonly string[];
  readonly addedLater?: readonly Readonly<Record<string, string>>[];
};

export const tableWords = (table: TableName): TableWords => descriptors[table];

export const isTableName = (name: string): name is TableName =>
  (tableNames as readonly string[]).includes(name);

/** 欄の見出し。知らない欄は名前のまま。 */
export const columnLabel = (table: TableName, column: string): string =>
  tableWords(table).columns[column]?.label ?? column;

/**
 * 表を離れて行を呼ぶ名前（例: 製造業 イ(1) 組織の活力の向上による人材の有効活用）。
 *
 * @param read 欄の値の言葉
 */
export function rowTitle(table: TableName, read: (column: string) => string): string {
  const { scope = [], heading } = tableWords(table);
  return [...scope, ...heading]
    .map(read)
    .filter((word) => word !== "")
    .join(" ");
}

/**
 * 欄の値を、読める言葉にする。
 *
 * @param nameOf ほかの表を指す値の呼び名。無ければ値のまま
 * @returns 空の欄は空文字
 */
export function shownValue(
  column: ColumnDescriptor,
  value: string,
  nameOf: (value: string) => string = (one) => one,
): string {
  const { input } = column;
  switch (input.kind) {
    case "choice":
      return input.options[value] ?? value;
    case "date":
      return isCivilDate(value) ? formatJapaneseDate(value) : value;
    case "number":
      return value === "" ? "" : `${grouped(value)}${input.unit ?? ""}`;
    case "reference":
      return value === "" ? "" : nameOf(value);
    case "references":
      return value === "" ? "" : value.split(input.separator).map(nameOf).join("、");
    case "list":
      return value === ""
        ? ""
        : value
            .split("|")
            .map((one) => input.options?.[one] ?? one)
            .join("、");
    case "text":
    case "longText":
    case "identifier":
    case "order":
      return value;
  }
}

const grouped = (value: string): string =>
  value.replace(/^(-?\d{4,})(?=\.|$)/u, (whole) => Number(whole).toLocaleString("ja-JP"));
