/** 表の見方と、欄の読み方: 絞り込み、並べ替え、頁、打たれた値。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCell, replaceInColumn, withIdentifier } from "#app/domain/rulebook/read-cells.ts";
import { cellsOf } from "#app/domain/rulebook/row-cells.ts";
import { placeAt, positionIn } from "#app/domain/rulebook/row-place.ts";
import { cellOptions, cellReader, referencedTables } from "#app/domain/rulebook/table-choices.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { PAGE_ROWS, rowHeading, type TableQuery, viewTable } from "#app/domain/rulebook/table-view.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { editTable } from "#app/domain/rulebook/draft-table.ts";
import { parsed } from "./first-edition.ts";

const referencesFor = (table: TableName) =>
  Object.fromEntries(
    referencedTables(table).map((one) => [one, parsed.tables[one].map((row) => cellsOf(one, row))]),
  );
const rowsOf = (table: TableName) =>
  parsed.tables[table].map((row, index) => ({
    factId: `${table}-${index}`,
    version: 0,
    cells: cellsOf(table, row),
  }));
const everything: TableQuery = { words: "", filters: {}, only: "all", sort: null, page: 1 };
const view = (table: TableName, query: Partial<TableQuery>) =>
  viewTable(table, rowsOf(table), { ...everything, ...query }, cellReader(table, referencesFor(table)));

describe("表の見方", () => {
  it("どの頁も合わせると、条件に合う全部の行になる", () => {
    const { matching, pages } = view("industries14", {});
    const shown = Array.from({ length: pages }, (_, index) => view("industries14", { page: index + 1 }).rows);
    expect(shown.flat()).toEqual(matching);
    expect(shown[0]).toHaveLength(PAGE_ROWS);
    expect(view("industries14", { page: pages + 9 }).page).toBe(pages);
  });

  it.each([
    ["offices", { words: "東北 経済産業局" }, "東北経済産業局"],
    ["routingRules", { filters: { ministries: "国土交通省", prefix: "0622" } }, ""],
    ["jurisdictions", { filters: { prefectures: "28", family: "mlit_dtb_kobe" } }, "神戸運輸監理部"],
    ["holidays", { words: "元日", sort: { column: "date", descending: false } }, "令和6年1月1日"],
  ] as const)("%s を %j で絞ると、先頭は「%s」", (table, query, heading) => {
    const { rows } = view(table, query);
    const [first] = rows;
    const read = cellReader(table, referencesFor(table));
    expect(first === undefined ? "" : rowHeading(table, first.cells, read)).toContain(heading);
  });

  it("確かでない決まりだけにすると、申請を止める決まりは出ない", () => {
    const { matching } = view("offices", { only: "unconfirmed" });
    expect(matching.length).toBeGreaterThan(0);
    expect(matching.filter(({ cells }) => cells["certainty"] === "seen")).toEqual([]);
  });

  it("指針の中の項目は、その指針の物だけを選べ、表にない今の値も消えない", () => {
    const column = tableWords("guidelineItems").columns["section"];
    if (column === undefined) throw new Error("区分の欄がありません。");
    const references = referencesFor("guidelineItems");
    const options = cellOptions(column, "old-section", { guideline: "manufacturing" }, references);
    expect(options.map(({ value }) => value)).toContain("manufacturing-s1");
    expect(options.filter(({ value }) => value.startsWith("trucking"))).toEqual([]);
    expect(options.at(-1)).toEqual({ value: "old-section", label: "old-section（この表にない値）" });
  });
});

describe("打たれた欄", () => {
  it.each([
    ["legalArticles", "validFrom", ["令和9年4月1日"], "2027-04-01"],
    ["legalArticles", "validFrom", ["令和9年"], "令和9年"],
    ["priceFloors", "thousandYen", ["１，６００"], "1600"],
    ["jurisdictions", "prefectures", ["28", "27", "28"], "28 27"],
    ["routingRules", "ministries", ["国土交通省", "", "経済産業省"], "国土交通省|経済産業省"],
    ["indicators", "inputs", ["sales", "ordinaryProfit"], "sales|ordinaryProfit"],
    ["guidelines", "industryScope", ["76 ｜ 77"], "76|77"],
    ["routingRules", "reason", ["一行目\r\n 二行目 "], "一行目 二行目"],
  ] as const)("%s の %s に %j と打つと「%s」", (table, column, typed, cell) => {
    const descriptor = tableWords(table).columns[column];
    expect(descriptor === undefined ? null : readCell(descriptor, typed)).toBe(cell);
  });

  it("空の識別子には、まだ使われていない物が付く", () => {
    const rows = rowsOf("guidelineItems");
    const cells = withIdentifier("guidelineItems", { guideline: "manufacturing", id: "" }, rows);
    expect(cells["id"]).toMatch(/^manufacturing-n\d+$/u);
    expect(rows.map((row) => row.cells["id"])).not.toContain(cells["id"]);
  });

  it("置き換えは、値の変わる行だけに及ぶ", () => {
    const replaced = replaceInColumn(rowsOf("offices"), "headTitle", "経済産業局長", "経済産業局の長");
    expect(replaced.length).toBeGreaterThan(0);
    for (const { row, value } of replaced) expect(value).not.toBe(row.cells["headTitle"]);
    expect(replaceInColumn(rowsOf("offices"), "headTitle", "", "x")).toEqual([]);
  });
});

describe("何番目に置くか", () => {
  const draft = parsed.tables.guidelineItems.map((row, index) => ({
    factId: `guidelineItems-${index}`,
    version: 0,
    row,
  }));

  it("番号で移すと、その番号になり、ほかの行の前後は変わらない", () => {
    fc.assert(
      fc.property(fc.nat(draft.length - 1), fc.integer({ min: 1, max: 30 }), (index, number) => {
        const factId = `guidelineItems-${index}`;
        const rows = rowsOf("guidelineItems");
        const place = placeAt("guidelineItems", rows, factId, number);
        if (place === null) throw new Error("行がありません。");
        const moved = editTable("guidelineItems", draft, [{ kind: "move", factId, version: 0, place }], 1);
        if (!moved.ok) throw new Error(JSON.stringify(moved.error));
        const after = moved.value.rows.map((row) => ({ ...row, cells: cellsOf("guidelineItems", row.row) }));
        const size = rows.filter(({ cells }) => cells["guideline"] === draft[index]?.row.guideline).length;
        expect(positionIn("guidelineItems", after, factId)).toBe(Math.min(number, size));
        const others = (list: readonly { readonly factId: string }[]) =>
          list.map((row) => row.factId).filter((id) => id !== factId);
        expect(others(after)).toEqual(others(rows));
      }),
      { numRuns: 60 },
    );
  });
});
