/** 編集中の表: 並びから順番が付き、どの編集も取り消せば元に戻る。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DraftRow, type EditFault, editTable, type RowEdit } from "#app/domain/rulebook/draft-table.ts";
import { cellsOf, parseCells } from "#app/domain/rulebook/row-cells.ts";
import { rulebookTables, type TableName, tableNames } from "#app/domain/rulebook/tables.ts";
import { undoEdits } from "#app/domain/rulebook/undo-edit.ts";
import { parsed } from "./first-edition.ts";

const draftOf = <T extends TableName>(table: T): readonly DraftRow<T>[] =>
  parsed.tables[table].map((row, index) => ({ factId: `${table}-${index}`, version: 0, row }));

const items = draftOf("guidelineItems");
const manufacturing = items.filter(({ row }) => row.guideline === "manufacturing");

const edited = <T extends TableName>(table: T, rows: readonly DraftRow<T>[], ...edits: RowEdit[]) => {
  const result = editTable(table, rows, edits, 7);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const faultsOf = <T extends TableName>(
  table: T,
  rows: readonly DraftRow<T>[],
  ...edits: RowEdit[]
): readonly EditFault[] => {
  const result = editTable(table, rows, edits, 7);
  return result.ok ? [] : result.error;
};

describe("一行の書き方", () => {
  it("第一版のどの行も、欄にして読み戻すと同じ行になる", () => {
    for (const table of tableNames)
      for (const row of parsed.tables[table])
        expect(parseCells(table, cellsOf(table, row))).toEqual({ ok: true, value: row });
  });

  it("表の鍵は、第一版の中で重ならない", () => {
    for (const table of tableNames) {
      const keyOf = rulebookTables[table].key as (row: unknown) => string;
      expect(new Set(parsed.tables[table].map(keyOf)).size).toBe(parsed.tables[table].length);
    }
  });
});

describe("並べ替え", () => {
  it("項目を一つ下げると、その指針の中だけで順番が付け直される", () => {
    const [first, second] = manufacturing;
    if (first === undefined || second === undefined) throw new Error("項目がありません。");
    const { rows } = edited("guidelineItems", items, {
      kind: "move",
      factId: first.factId,
      version: 0,
      place: { after: second.factId },
    });
    const moved = rows.filter(({ row }) => row.guideline === "manufacturing");
    expect(moved.map(({ row }) => row.order)).toEqual(manufacturing.map(({ row }) => row.order));
    expect(moved[0]?.row.id).toBe(second.row.id);
    expect(moved[1]?.row.id).toBe(first.row.id);
    expect(rows.filter(({ row }) => row.guideline !== "manufacturing")).toEqual(
      items.filter(({ row }) => row.guideline !== "manufacturing"),
    );
  });

  it("触れた行だけが新しい版になる", () => {
    const [first, second] = manufacturing;
    if (first === undefined || second === undefined) throw new Error("項目がありません。");
    const { rows, changes } = edited("guidelineItems", items, {
      kind: "move",
      factId: second.factId,
      version: 0,
      place: "first",
    });
    expect(rows.filter(({ version }) => version === 7).map(({ factId }) => factId)).toEqual([second.factId]);
    expect(changes.map(({ factId }) => factId)).toEqual([second.factId]);
  });

  it("無い行の後ろには置けない", () => {
    const [first] = manufacturing;
    if (first === undefined) throw new Error("項目がありません。");
    expect(
      faultsOf("guidelineItems", items, {
        kind: "move",
        factId: first.factId,
        version: 0,
        place: { after: "no-such" },
      }),
    ).toEqual([{ kind: "noPlace", factId: first.factId }]);
  });
});

describe("断り", () => {
  const offices = draftOf("offices");
  const [office] = offices;
  if (office === undefined) throw new Error("局がありません。");

  it("先に書かれた行には、今の値と自分の値の両方を返す", () => {
    const rows = offices.map((row) => (row === office ? { ...row, version: 3 } : row));
    const cells = { headTitle: "北海道局長" };
    expect(faultsOf("offices", rows, { kind: "change", factId: office.factId, version: 0, cells })).toEqual([
      {
        kind: "conflict",
        factId: office.factId,
        version: 3,
        theirs: cellsOf("offices", office.row),
        mine: cells,
      },
    ]);
  });

  it("消された行には、今の値がないことを返す", () => {
    const edit: RowEdit = { kind: "change", factId: office.factId, version: 0, cells: {} };
    expect(faultsOf("offices", offices.slice(1), edit)).toMatchObject([
      { kind: "conflict", version: null, theirs: null },
    ]);
  });

  it("欄の書き方の誤りは、欄ごとに理由を返す", () => {
    const cells = { postalCode: "100", headTitle: "" };
    expect(
      faultsOf("offices", offices, { kind: "change", factId: office.factId, version: 0, cells }),
    ).toEqual([
      {
        kind: "invalid",
        factId: office.factId,
        faults: { postalCode: ["郵便番号は 000-0000 で書きます"], headTitle: ["空欄にできません"] },
      },
    ]);
  });

  it("同じ鍵の行を二つにはできない", () => {
    const cells = cellsOf("offices", office.row);
    expect(faultsOf("offices", offices, { kind: "add", factId: "new", cells, place: "last" })).toMatchObject([
      { kind: "invalid", factId: "new" },
    ]);
  });

  it("一つでも断られれば、ほかの編集も行わない", () => {
    const second = offices[1];
    if (second === undefined) throw new Error("局がありません。");
    const result = editTable(
      "offices",
      offices,
      [
        { kind: "change", factId: office.factId, version: 0, cells: { headTitle: "局長" } },
        { kind: "remove", factId: second.factId, version: 9 },
      ],
      7,
    );
    expect(result.ok).toBe(false);
  });
});

describe("取消し", () => {
  const tables = ["guidelineItems", "itemCounts", "letterItems", "offices", "routingRules"] as const;
  /** 版を除いた中身。 */
  const contents = (rows: readonly DraftRow[]) => rows.map(({ factId, row }) => ({ factId, row }));
  const picked = (count: number) => fc.array(fc.nat(), { minLength: count, maxLength: count });

  it.each(tables)("%s のどの行の削除、移動、書き換えも、取り消せば元の並びと中身に戻る", (table) => {
    const rows: readonly DraftRow[] = draftOf(table);
    fc.assert(
      fc.property(
        fc.constantFrom("remove", "move", "change", "removeMany"),
        picked(3),
        (kind, [a = 0, b = 0, c = 0]) => {
          const at = (n: number): DraftRow => rows[n % rows.length] as DraftRow;
          const row = at(a);
          const other = at(b) === row ? null : at(b);
          const edits: RowEdit[] =
            kind === "change"
              ? [{ kind, factId: row.factId, version: 0, cells: { source: `直した${c}` } }]
              : kind === "remove"
                ? [{ kind, factId: row.factId, version: 0 }]
                : kind === "move"
                  ? [
                      {
                        kind,
                        factId: row.factId,
                        version: 0,
                        place: other === null ? "first" : { after: other.factId },
                      },
                    ]
                  : [...new Set([at(a), at(a + 1), at(c)])].map(({ factId }) => ({
                      kind: "remove",
                      factId,
                      version: 0,
                    }));
          const done = edited(table, rows, ...edits);
          const undone = editTable(table, done.rows, undoEdits(done.changes, 7), 8);
          if (!undone.ok) throw new Error(JSON.stringify(undone.error));
          expect(contents(undone.value.rows)).toEqual(contents(rows));
        },
      ),
      { numRuns: 40 },
    );
  });
});
