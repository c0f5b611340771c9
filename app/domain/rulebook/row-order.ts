/** 公表順などの順番（order）を持つ表と、その順番を付ける組。 */
import type { RowOf, TableName } from "./tables.ts";

type OrderGroups = { readonly [T in TableName]?: (row: RowOf<T>) => string };

const whole = (): string => "";
const byGuideline = (row: { readonly guideline: string }): string => row.guideline;
/** 欄から読むときの空の範囲は、空の文字列。 */
const byLetter = (row: {
  readonly letter: string;
  readonly ministry: string | null;
  readonly office: string | null;
}): string => [row.letter, row.ministry ?? "", row.office ?? ""].join("/");

const orderGroups: OrderGroups = {
  guidelines: whole,
  guidelineSections: byGuideline,
  guidelineItems: byGuideline,
  indicators: byGuideline,
  sizeClasses: byGuideline,
  itemCounts: (row) => `${row.guideline}/${row.sizeClass}`,
  equipmentTypes: whole,
  equipmentKinds: whole,
  letterParagraphs: byLetter,
  letterItems: byLetter,
  successionKinds: whole,
  attachmentKinds: whole,
};

/** 順番を人が並べ替える表か。 */
export const isOrdered = (table: TableName): boolean => orderGroups[table] !== undefined;

/** その行の順番を付ける組。順番のない表では、表の全部が一つの組。 */
export const groupOfOrder = <T extends TableName>(table: T, row: RowOf<T>): string =>
  orderGroups[table]?.(row) ?? "";

/** 並びのとおりに、組ごとに 1 から順番を付け直す。順番のない表はそのまま。 */
export function renumber<T extends TableName, R extends { readonly row: RowOf<T> }>(
  table: T,
  rows: readonly R[],
): readonly R[] {
  if (!isOrdered(table)) return rows;
  const last = new Map<string, number>();
  return rows.map((entry) => {
    const group = groupOfOrder(table, entry.row);
    const order = (last.get(group) ?? 0) + 1;
    last.set(group, order);
    return "order" in entry.row && entry.row.order === order
      ? entry
      : { ...entry, row: { ...entry.row, order } };
  });
}
