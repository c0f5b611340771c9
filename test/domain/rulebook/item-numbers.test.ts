/** 項目の番号の付け直し: 見えている順に 1 から付き、様式に書く記号もそろう。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renumberItems } from "#app/domain/rulebook/item-numbers.ts";
import { proveEdition } from "#app/domain/rulebook/proof.ts";
import { cellsOf, parseCells } from "#app/domain/rulebook/row-cells.ts";
import { renumber } from "#app/domain/rulebook/row-order.ts";
import { parsed } from "./first-edition.ts";

const { guidelineItems, guidelineSections } = parsed.tables;
const sections = new Map(guidelineSections.map(({ id, code }) => [id, code ?? ""]));
const rows = guidelineItems.map((row) => ({ factId: row.id, cells: cellsOf("guidelineItems", row) }));
const item = (code: string, more: Readonly<Record<string, string>> = {}) => ({
  factId: more["id"] ?? code,
  cells: { id: more["id"] ?? code, section: "s1", parent: "", code, printedCode: "", ...more },
});
const codesOf = (items: readonly ReturnType<typeof item>[]) => {
  const changed = new Map(
    renumberItems(items, new Map([["s1", "イ"]])).map(({ row, cells }) => [row.factId, cells]),
  );
  return items.map(({ factId, cells }) => {
    const now = { ...cells, ...changed.get(factId) };
    return [now.code, now.printedCode];
  });
};

describe("項目の番号の付け直し", () => {
  it("第一版は、もう順のとおりなので何も変わらない", () => {
    expect(renumberItems(rows, sections)).toEqual([]);
  });

  it.each([
    ["入れ替わった番号", ["(2)", "(1)"], ["(1)", "(2)"]],
    ["抜けた番号と、まだ番号のない項目", ["(1)", "(4)", ""], ["(1)", "(2)", "(3)"]],
    ["全角の括弧", ["（3）", "（1）"], ["（1）", "（2）"]],
    ["イロハ", ["ロ", "イ", "ヘ"], ["イ", "ロ", "ハ"]],
    ["ローマ数字", ["(ii)", "(i)", "(x)"], ["(i)", "(ii)", "(iii)"]],
    ["番号のない組", ["", ""], ["", ""]],
    ["二通りの付け方の混じった組", ["(2)", "イ"], ["(2)", "イ"]],
  ])("%s", (_what, before, after) => {
    expect(codesOf(before.map((code, at) => item(code, { id: `i${at}` }))).map(([code]) => code)).toEqual(
      after,
    );
  });

  it("上の項目の番号が変われば、下の項目の様式に書く記号も変わる", () => {
    const items = [
      item("(2)", { id: "a" }),
      item("(i)", { id: "a1", parent: "a" }),
      item("(1)", { id: "b" }),
    ];
    expect(codesOf(items)).toEqual([
      ["(1)", "イ(1)"],
      ["(i)", "イ(1)(i)"],
      ["(2)", "イ(2)"],
    ]);
  });

  it("区分の中をどう並べ替えても、付け直せば公布前の点検の番号に抜けがなくなる", () => {
    const manufacturing = guidelineItems.filter(({ guideline }) => guideline === "manufacturing");
    const others = guidelineItems.filter(({ guideline }) => guideline !== "manufacturing");
    const shuffled = fc.shuffledSubarray(manufacturing, { minLength: manufacturing.length });
    fc.assert(
      fc.property(shuffled, (given) => {
        const ids = guidelineSections.map(({ id }) => id);
        const grouped = given.toSorted((a, b) => ids.indexOf(a.section) - ids.indexOf(b.section));
        const ordered = renumber(
          "guidelineItems",
          grouped.map((row) => ({ row })),
        ).map(({ row }) => row);
        const changed = new Map(
          renumberItems(
            ordered.map((row) => ({ factId: row.id, cells: cellsOf("guidelineItems", row) })),
            sections,
          ).map(({ row, cells }) => [row.factId, cells]),
        );
        const numbered = ordered.map((row) => {
          const read = parseCells("guidelineItems", {
            ...cellsOf("guidelineItems", row),
            ...changed.get(row.id),
          });
          if (!read.ok) throw new Error(JSON.stringify(read.error));
          return read.value;
        });
        const tables = { ...parsed.tables, guidelineItems: [...numbered, ...others] };
        const check = proveEdition(parsed.edition, tables).checks.find(({ id }) => id === "itemNumbers");
        expect(check?.findings.filter(({ severity }) => severity === "fail")).toEqual([]);
        expect(new Set(numbered.map(({ printedCode }) => printedCode)).size).toBe(numbered.length);
      }),
      { numRuns: 5 },
    );
  });
});
