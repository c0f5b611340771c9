/** 版の差分: 足した、消した、変わったを、職員の読む言葉で、前と後を並べて言う。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffEditions } from "#app/domain/rulebook/edition-diff.ts";
import { parsed } from "./first-edition.ts";

const { tables } = parsed;

describe("版の差分", () => {
  it("同じ版どうしには差がない", () => {
    expect(diffEditions(tables, tables)).toEqual({ tables: [], total: 0 });
  });

  it("変わった欄の前と後を、符号ではなく名前で言う", () => {
    const jurisdictions = tables.jurisdictions.map((row) =>
      row.family === "meti" && row.office === "meti-hokkaido"
        ? { ...row, prefectures: ["01", "02"], certainty: "recalled" as const }
        : row,
    );
    const { tables: changed, total } = diffEditions(tables, { ...tables, jurisdictions });
    expect(total).toBe(1);
    expect(changed).toEqual([
      {
        table: "jurisdictions",
        title: "局の受け持つ都道府県",
        added: 0,
        removed: 0,
        changed: 1,
        rows: [
          {
            kind: "changed",
            key: "meti/meti-hokkaido",
            title: "経済産業局 北海道経済産業局",
            fields: [
              { column: "prefectures", label: "都道府県", before: "北海道", after: "北海道、青森県" },
              { column: "certainty", label: "確かさ", before: "公開資料で確認", after: "未確認" },
            ],
          },
        ],
      },
    ]);
  });

  it("向きを逆にすると、足した行と消した行、前と後が入れ替わる", () => {
    const indices = fc.uniqueArray(fc.nat({ max: tables.routingRules.length - 1 }), { maxLength: 20 });
    fc.assert(
      fc.property(indices, indices, (dropped, altered) => {
        const routingRules = tables.routingRules
          .map((row, index) => (altered.includes(index) ? { ...row, source: "直した" } : row))
          .filter((_, index) => !dropped.includes(index));
        const forth = diffEditions(tables, { ...tables, routingRules });
        const back = diffEditions({ ...tables, routingRules }, tables);
        const sum = (diff: typeof forth) =>
          diff.tables.map(({ added, removed, changed }) => ({ added, removed, changed }))[0];
        expect(sum(back)).toEqual(
          sum(forth) === undefined
            ? undefined
            : { ...sum(forth), added: sum(forth)?.removed, removed: sum(forth)?.added },
        );
        expect(forth.tables[0]?.removed ?? 0).toBe(dropped.length);
      }),
      { numRuns: 20 },
    );
  });
});
