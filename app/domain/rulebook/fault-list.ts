/** 規則集を組み立てる間に見つけた誤りを集める。表の何行目かをファイルの行に直すのはここだけ。 */
import type { RulebookFault } from "./fault.ts";
import { rulebookTables, tableNames, type RulebookTableRows, type TableName } from "./tables.ts";
import type { Edition } from "./edition.ts";

/** CSV は一行一事実で、見出しが 1 行目。 */
export const lineOfRow = (index: number): number => index + 2;

export type FaultList = {
  readonly faults: readonly RulebookFault[];
  /** index は表の中の 0 からの位置。column は、一つの欄の誤りのときの欄の名前。 */
  readonly at: (table: TableName, index: number, message: string, column?: string) => void;
  /** 表全体の誤り。 */
  readonly in: (table: TableName, message: string) => void;
};

export function createFaultList(): FaultList {
  const faults: RulebookFault[] = [];
  return {
    faults,
    at: (table, index, message, column) => {
      const place = { file: rulebookTables[table].file, line: lineOfRow(index) };
      faults.push({ ...place, ...(column !== undefined && { column }), message });
    },
    in: (table, message) => {
      faults.push({ file: rulebookTables[table].file, line: 1, message });
    },
  };
}

/** 鍵の重なりを見つける。 */
export function checkDuplicates(tables: RulebookTableRows, list: FaultList): void {
  for (const name of tableNames) {
    const keyOf = rulebookTables[name].key as (row: unknown) => string;
    const seen = new Map<string, number>();
    tables[name].forEach((row, index) => {
      const key = keyOf(row);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else list.at(name, index, `「${key}」は ${lineOfRow(first)} 行目と重なっています`);
    });
  }
}

/** edition.json に書かれた行数と細分類の数に照らす。 */
export function checkCounts(edition: Edition, tables: RulebookTableRows, list: FaultList): void {
  for (const name of tableNames) {
    const actual = tables[name].length;
    const expected = edition.rows[name];
    if (actual !== expected) {
      list.in(name, `行数が ${actual} です。edition.json では ${expected} です`);
    }
  }
  for (const revision of [13, 14] as const) {
    const name = `industries${revision}` as const;
    const actual = tables[name].filter((row) => row.level === "class").length;
    const expected = edition.classes[revision];
    if (actual !== expected) {
      list.in(name, `細分類が ${actual} 件です。edition.json では ${expected} 件です`);
    }
  }
}

/** 同じ組の中で order が 1 から抜けなく並ぶことを確かめる。 */
export function checkOrder<T extends TableName>(
  table: T,
  rows: RulebookTableRows[T],
  groupOf: (row: RulebookTableRows[T][number]) => string,
  list: FaultList,
): void {
  const last = new Map<string, number>();
  rows.forEach((row, index) => {
    const group = groupOf(row);
    const expected = (last.get(group) ?? 0) + 1;
    const { order } = row as unknown as { readonly order: number };
    if (order !== expected) {
      list.at(table, index, `order が ${order} です。ここは ${expected} のはずです`, "order");
    }
    last.set(group, order);
  });
}

type Dated = { readonly validFrom: string; readonly validTo: string | null };

/** 同じ組の有効期間が逆転も重なりもしないことを確かめる。 */
export function checkPeriods<
  T extends "priceFloors" | "legalArticles" | "equipmentThresholds" | "officeHeads",
>(
  table: T,
  rows: RulebookTableRows[T],
  groupOf: (row: RulebookTableRows[T][number]) => string,
  list: FaultList,
): void {
  const groups = new Map<string, Dated[]>();
  rows.forEach((row, index) => {
    const { validFrom, validTo } = row;
    if (validTo !== null && validTo < validFrom) {
      list.at(table, index, "validTo が validFrom より前です");
    }
    const earlier = groups.get(groupOf(row)) ?? [];
    const overlaps = earlier.some(
      (other) =>
        (other.validTo === null || other.validTo >= validFrom) &&
        (validTo === null || validTo >= other.validFrom),
    );
    if (overlaps) list.at(table, index, "有効期間が前の行と重なっています");
    groups.set(groupOf(row), [...earlier, { validFrom, validTo }]);
  });
}
