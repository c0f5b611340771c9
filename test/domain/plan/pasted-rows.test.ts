/** 表計算ソフトから写した表を、行の下書きに当てる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawRow, RowsSpec } from "#app/domain/plan/field.ts";
import { choice, integer, longText, month, rows, text } from "#app/domain/plan/field-kinds.ts";
import { type PasteInput, pasteRows } from "#app/domain/plan/pasted-rows.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { tableSplitter } from "#app/ui/form/rows/split-table.ts";

const spec: RowsSpec = rows({
  label: "設備等",
  rowLabel: "設備",
  requirement: "optional",
  maxRows: 5,
  fields: {
    name: text({ label: "設備等の名称" }),
    price: integer({ label: "単価", unit: "千円", min: 1 }),
    month: month({ label: "取得年月" }),
    prefecture: choice({ label: "所在地（都道府県）", options: "prefectures" }),
    city: text({ label: "所在地（市区町村）" }),
    memo: longText({ label: "備考" }),
  },
});
const columns = Object.keys(spec.fields);
const options = {
  prefectures: [
    { value: "04", label: "宮城県" },
    { value: "06", label: "山形県" },
    { value: "19", label: "山梨県" },
  ],
} as unknown as PlanOptions;
const split = await tableSplitter();

function paste(copied: string, given: Partial<PasteInput> = {}) {
  let made = 0;
  return pasteRows({
    spec,
    options,
    table: split(copied),
    rows: [],
    at: 0,
    columns,
    newRowId: () => `new-${(made += 1)}`,
    ...given,
  });
}
const cells = (row: RawRow | undefined): readonly string[] => columns.map((column) => row?.[column] ?? "");

describe("貼り付ける", () => {
  it("足りない行を作り、左の列から順に入れる", () => {
    const { rows: after, added } = paste("旋盤\t12,000\t令和9年2月\r\n研削盤\t800\t2027/3\r\n");
    expect(after.map(cells)).toEqual([
      ["旋盤", "12,000", "令和9年2月", "", "", ""],
      ["研削盤", "800", "2027/3", "", "", ""],
    ]);
    expect(added).toEqual(["new-1", "new-2"]);
  });

  it("途中の欄から貼ると、その行と列から後だけが替わり、行の id は変わらない", () => {
    const before = [
      { id: "a", name: "旋盤", price: "1", city: "仙台市" },
      { id: "b", name: "研削盤", price: "2", city: "石巻市" },
    ];
    const { rows: after, touched } = paste("300\n400", { rows: before, at: 1, columns: columns.slice(1) });
    expect(after.map(({ id, name, price, city }) => [id, name, price, city])).toEqual([
      ["a", "旋盤", "1", "仙台市"],
      ["b", "研削盤", "300", "石巻市"],
      ["new-1", "", "400", ""],
    ]);
    expect(touched).toEqual(["b", "new-1"]);
  });

  it("引用符の中の改行は一つの欄。一行の欄では空白に、文章の欄では改行のまま", () => {
    const { rows: after } = paste('"二行の\n名称"\t\t\t\t\t"一行目\r\n二行目"\n');
    expect(after.map(cells)).toEqual([["二行の 名称", "", "", "", "", "一行目\n二行目"]]);
  });

  it.each([
    ["文字の途中の引用符", '5" パイプ\t1', '5" パイプ'],
    ["閉じていない引用符", '"閉じない\t1', '"閉じない'],
    ["二重の引用符", '"「""A""」"\t1', '「"A"」'],
  ])("%sは、言葉のまま", (_, copied, name) => {
    expect(paste(copied).rows[0]).toMatchObject({ name, price: "1" });
  });

  it("後ろの空の行は捨て、間の空の行は残す", () => {
    expect(paste("旋盤\n\n研削盤\n\n\t\t\n").rows.map(({ name }) => name)).toEqual(["旋盤", "", "研削盤"]);
  });

  it("見出しの行は見分けて除き、見出しの列に入れる。無い見出しの列は入れずに知らせる", () => {
    const { rows: after, unknownHeads } = paste(
      "No.\t単価（千円）\t設備等の名称\t所在地(市区町村)\n1\t100\t旋盤\t仙台市\n2\t200\t研削盤\t石巻市",
      { columns: ["city"] },
    );
    expect(after.map(({ name, price, city }) => [name, price, city])).toEqual([
      ["旋盤", "100", "仙台市"],
      ["研削盤", "200", "石巻市"],
    ]);
    expect(unknownHeads).toEqual(["No."]);
  });

  it("括弧を除くと紛れる見出しは、見出しと見ない", () => {
    expect(paste("所在地\n仙台市", { columns: ["city"] }).rows.map(({ city }) => city)).toEqual([
      "所在地",
      "仙台市",
    ]);
  });

  it.each([
    ["04", "04"],
    ["宮城県", "04"],
    ["宮城", "04"],
    ["　宮城県 ", "04"],
  ])("選択肢の「%s」は、値に読む", (words, value) => {
    const { rows: after, unread } = paste(`旋盤\t1\t\t${words}`);
    expect(after[0]?.["prefecture"]).toBe(value);
    expect(unread).toEqual([]);
  });

  it("読めない値も残し、行と欄と、わけを知らせる", () => {
    const { rows: after, unread } = paste("旋盤\t三百\t\t山\n");
    expect(cells(after[0])).toEqual(["旋盤", "三百", "", "山", "", ""]);
    expect(unread.map(({ rowNumber, label, text: words }) => [rowNumber, label, words])).toEqual([
      [1, "単価", "三百"],
      [1, "所在地（都道府県）", "山"],
    ]);
    expect(unread.every(({ reason }) => reason !== "")).toBe(true);
  });

  it("行数の上限と、右の端を超えた物は入れず、数を知らせる", () => {
    const seven = Array.from({ length: 7 }, (_, index) => `設備${index}\t1`).join("\n");
    expect(paste(seven)).toMatchObject({ cutRows: 2, cutColumns: 0 });
    expect(paste(seven).rows).toHaveLength(5);
    expect(paste("a\tb\tc", { columns: ["city", "memo"] })).toMatchObject({ cutColumns: 1 });
  });

  it("写した物を貼ると、同じ値になる", () => {
    // 見出しと紛れず、前後に空白のない、ふつうの言葉。
    const words = fc.stringMatching(/^[ぁ-ん一-龠A-Za-z0-9"、。-]{1,12}$/u).map((word) => `・${word}`);
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    const places = ["name", "city", "memo", "price"];
    fc.assert(
      fc.property(table, (copied) => {
        const { rows: after } = paste(asCopied(copied), { columns: places });
        expect(
          after.map((row) => places.slice(0, copied[0]?.length ?? 0).map((place) => row[place])),
        ).toEqual(copied);
      }),
    );
  });
});

/** 表計算ソフトが写す形。 */
const asCopied = (table: readonly (readonly string[])[]): string =>
  table.map((line) => `${line.join("\t")}\r\n`).join("");
