/** 表と欄の言葉: 管理者は、どの欄も言葉で読める。 */
import { describe, expect, it } from "vitest";
import { cellsOf, columnsOf } from "#app/domain/rulebook/row-cells.ts";
import { shownValue, tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { tableNames } from "#app/domain/rulebook/tables.ts";
import { parsed } from "./first-edition.ts";

const rows = tableNames.flatMap((table) =>
  parsed.tables[table].map((row) => ({ table, cells: cellsOf(table, row) })),
);

describe("表の言葉", () => {
  it("どの表のどの欄にも日本語の見出しがあり、同じ表の中で重ならない", () => {
    for (const table of tableNames) {
      const labels = columnsOf(table).map((column) => tableWords(table).columns[column]?.label ?? "");
      expect(labels.filter((label) => !/[ぁ-んァ-ヶ一-龠]/u.test(label))).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it("第一版の選ぶ欄の値は、どれも選択肢にある", () => {
    const unnamed = rows.flatMap(({ table, cells }) =>
      Object.entries(tableWords(table).columns).flatMap(([column, { input }]) =>
        input.kind === "choice" && (cells[column] ?? "") !== "" && !((cells[column] ?? "") in input.options)
          ? [`${table}.${column} ${cells[column] ?? ""}`]
          : [],
      ),
    );
    expect(unnamed).toEqual([]);
  });

  it("第一版のほかの表を指す値は、どれもその表にある", () => {
    const missing = rows.flatMap(({ table, cells }) =>
      Object.entries(tableWords(table).columns).flatMap(([column, { input }]) => {
        if (input.kind !== "reference" && input.kind !== "references") return [];
        const { target } = input;
        const present = new Set(
          parsed.tables[target.table].map((row) => cellsOf(target.table, row)[target.value]),
        );
        const values = (cells[column] ?? "").split(input.kind === "references" ? input.separator : "\n");
        return values
          .filter((value) => value !== "" && !present.has(value))
          .map((value) => `${table}.${column} ${value}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["guidelines", "updatedOn", "2024-04-01", "令和6年4月1日"],
    ["priceFloors", "thousandYen", "1600", "1,600千円"],
    ["growthFloors", "floorPercent", "1.5", "1.5％"],
    ["indicators", "inputs", "ordinaryProfit|sales", "経常利益、売上高"],
    ["ministries", "electronic", "no", "郵送"],
    ["routingRules", "revision", "", "両方"],
  ] as const)("%s の %s「%s」は「%s」と読む", (table, column, value, words) => {
    const descriptor = tableWords(table).columns[column];
    expect(descriptor === undefined ? null : shownValue(descriptor, value)).toBe(words);
  });
});

it("選ぶ欄の言葉は、どれも一つの符号だけを指す（表計算のブックは言葉で書く）", () => {
  for (const table of tableNames)
    for (const { input } of Object.values(tableWords(table).columns)) {
      if (input.kind !== "choice") continue;
      const words = Object.values(input.options);
      expect(new Set(words).size, table).toBe(words.length);
      for (const [code, label] of Object.entries(input.options))
        expect(label === code || !(label in input.options), table).toBe(true);
    }
});
