/** 点検の一覧から直す行への道: 開いた表に、その行が必ず出る。 */
import { describe, expect, it } from "vitest";
import { proveEdition } from "#app/domain/rulebook/proof.ts";
import { cellsOf, keyOfRow } from "#app/domain/rulebook/row-cells.ts";
import { linkToRow, type RowLink } from "#app/domain/rulebook/row-link.ts";
import { cellReader } from "#app/domain/rulebook/table-choices.ts";
import { viewTable } from "#app/domain/rulebook/table-view.ts";
import { type RulebookTableRows, type TableName, tableNames } from "#app/domain/rulebook/tables.ts";
import { parsed } from "./first-edition.ts";

const { tables } = parsed;

/** 表の画面に出る行の鍵。 */
function opened({ table, filters }: RowLink, from: RulebookTableRows): readonly string[] {
  const rows = from[table].map((row) => ({
    factId: keyOfRow(table, row),
    version: 0,
    cells: cellsOf(table, row),
  }));
  const query = { words: "", filters, only: "all", sort: null, page: 1 } as const;
  return viewTable(table, rows, query, cellReader(table, {})).matching.map(({ factId }) => factId);
}

const sampled = <T>(rows: readonly T[]): readonly T[] => rows.filter((_, at) => at % 50 === 0);

describe("行への道", () => {
  it.each(tableNames)("%s の行は、自分への道の先にある", (table: TableName) => {
    for (const row of sampled<RulebookTableRows[TableName][number]>(tables[table])) {
      expect(opened(linkToRow(table, row), tables)).toContain(keyOfRow(table, row));
    }
  });
});

const without = (table: TableName, at: number): RulebookTableRows => ({
  ...tables,
  [table]: tables[table].toSpliced(at, 1),
});

describe("公布前の点検", () => {
  const swapped = (): RulebookTableRows => {
    const [one, two, ...rest] = tables.guidelineItems;
    if (one === undefined || two === undefined) throw new Error("項目がありません。");
    return { ...tables, guidelineItems: [{ ...two, order: 1 }, { ...one, order: 2 }, ...rest] };
  };
  it.each<readonly [string, () => RulebookTableRows]>([
    ["省庁のない版", () => without("ministries", 0)],
    ["指針のない版", () => without("guidelines", 0)],
    ["局の受持ちの欠けた版", () => without("jurisdictions", 0)],
    ["決まりの欠けた版", () => without("routingRules", 0)],
    ["番号の入れ替わった版", swapped],
    ["見つけたことの多い第一版", () => tables],
  ])("%s: どの見つけたことも、開ける行か表を指す", (_what, make) => {
    const given = make();
    for (const { findings } of proveEdition(parsed.edition, given).checks)
      for (const { rows, message } of findings) {
        expect(rows.length, message).toBeGreaterThan(0);
        expect(
          rows.some((link) => opened(link, given).length > 0),
          message,
        ).toBe(true);
      }
  });

  it("入れ替わった番号は、その区分の項目を開く", () => {
    const check = proveEdition(parsed.edition, swapped()).checks.find(({ id }) => id === "itemNumbers");
    expect(check?.findings[0]?.rows).toEqual([
      { table: "guidelineItems", filters: { guideline: "manufacturing", section: "manufacturing-s1" } },
    ]);
  });
});
