import { describe, expect, it } from "vitest";
import { splitCsv } from "#app/adapters/rulebook-files/split-csv.ts";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { faultsOf, fileOf, lineWhere, withCell, withRow } from "./broken-rulebook.ts";
import { files } from "./first-edition.ts";

describe("壊れた規則集は、ファイルと行と理由を付けて丸ごと断る", () => {
  it("そのままなら受け付ける", () => {
    expect(faultsOf(files)).toEqual([]);
  });

  it("欄が足りない", () => {
    const file = fileOf("offices.csv");
    const header = file.header.filter((column) => column !== "headTitle");
    const broken = { ...files, tables: { ...files.tables, "offices.csv": { ...file, header } } };
    expect(faultsOf(broken)).toContainEqual({
      file: "offices.csv",
      line: 1,
      message: "見出し「headTitle」がありません",
    });
  });

  it("知らない欄がある", () => {
    const file = fileOf("offices.csv");
    const broken = {
      ...files,
      tables: { ...files.tables, "offices.csv": { ...file, header: [...file.header, "fax"] } },
    };
    expect(faultsOf(broken)).toContainEqual({
      file: "offices.csv",
      line: 1,
      message: "見出し「fax」は使いません",
    });
  });

  it("ファイルがない", () => {
    const tables = Object.fromEntries(
      Object.entries(files.tables).filter(([name]) => name !== "prefectures.csv"),
    );
    expect(faultsOf({ ...files, tables })).toEqual([
      { file: "prefectures.csv", line: 1, message: "ファイルがありません" },
    ]);
  });

  it("表にないファイルがある", () => {
    const tables = { ...files.tables, "extra.csv": { header: [], records: [] } };
    expect(faultsOf({ ...files, tables })).toEqual([
      { file: "extra.csv", line: 1, message: "規則集の表にないファイルです" },
    ]);
  });

  it("版の見出しが JSON でない", () => {
    expect(faultsOf({ ...files, edition: "{" })).toEqual([
      { file: "edition.json", line: 1, message: "JSON として読めません" },
    ]);
  });

  it.each([
    [
      "数でない伸び率",
      "growth-floors.csv",
      { floorPercent: "1,5" },
      "floorPercent「1,5」: 数を半角の十進で書きます",
    ],
    [
      "数でない金額",
      "price-floors.csv",
      { thousandYen: "160万" },
      "thousandYen「160万」: 0 以上の整数で書きます",
    ],
    [
      "暦にない日付",
      "price-floors.csv",
      { validFrom: "2026-02-30" },
      "validFrom「2026-02-30」: 暦にない日付です",
    ],
    ["知らない確かさ", "letters.csv", { certainty: "maybe" }, "certainty「maybe」: 確かさは"],
    ["空の出典", "letters.csv", { source: "" }, "source「」: 空欄にできません"],
    ["都道府県コードの外", "prefectures.csv", { code: "48" }, "code「48」: 都道府県コードは 01〜47 です"],
    ["読みがひらがな", "prefectures.csv", { kana: "ほっかいどう" }, "読みは全角カタカナで書きます"],
  ])("%s", (_name, file, cells, message) => {
    const faults = faultsOf(withCell(file, 2, cells));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file, line: 2 });
    expect(faults[0]?.message).toContain(message);
  });

  it("同じ鍵が二度ある", () => {
    const broken = withRow("routing-rules.csv", "routingRules", { revision: "", prefix: "47" });
    expect(faultsOf(broken)).toContainEqual({
      file: "routing-rules.csv",
      line: fileOf("routing-rules.csv").records.length + 2,
      message: `「/47」は ${lineWhere("routing-rules.csv", "prefix", "47")} 行目と重なっています`,
    });
  });

  it("行数が版の見出しと違う", () => {
    const file = fileOf("jsic-14.csv");
    const records = file.records.slice(0, -1);
    const faults = faultsOf({
      ...files,
      tables: { ...files.tables, "jsic-14.csv": { ...file, records } },
    });
    expect(faults).toContainEqual({
      file: "jsic-14.csv",
      line: 1,
      message: "行数が 2127 です。edition.json では 2128 です",
    });
    expect(faults).toContainEqual({
      file: "jsic-14.csv",
      line: 1,
      message: "細分類が 1472 件です。edition.json では 1473 件です",
    });
  });

  it("見つけた誤りはすべて一度に返す", () => {
    const broken = withCell("prefectures.csv", 2, { code: "99", kana: "x" });
    expect(faultsOf(broken)).toHaveLength(2);
  });
});

describe("CSV の読み方", () => {
  it("欄の数の違いは行番号を付けて断る", () => {
    expect(splitCsv("a.csv", "x,y\n1,2\n3\n")).toEqual({
      ok: false,
      error: [{ file: "a.csv", line: 3, message: "欄の数が 1 です。見出しは 2 です" }],
    });
  });

  it("引用符の閉じ忘れを断る", () => {
    const split = splitCsv("a.csv", 'x,y\n"1,2\n');
    expect(split.ok).toBe(false);
  });

  it("空のファイルを断る", () => {
    expect(splitCsv("a.csv", "")).toEqual({
      ok: false,
      error: [{ file: "a.csv", line: 1, message: "見出しの行がありません" }],
    });
  });

  it("先頭の BOM と引用符の中の読点を読む", () => {
    expect(splitCsv("a.csv", '\uFEFFx,y\n"a,b",c\n')).toEqual({
      ok: true,
      value: { header: ["x", "y"], records: [{ line: 2, cells: { x: "a,b", y: "c" } }] },
    });
  });

  it("欄の中の改行は一行一事実に反するので断る", () => {
    const file = fileOf("letters.csv");
    const split = splitCsv(
      "letters.csv",
      `${file.header.join(",")}\n"a\nb",,,b,c,spec,d\ncertification,,,b,c,spec,d\n`,
    );
    if (!split.ok) throw new Error("CSV としては読める");
    const faults = faultsOf({ ...files, tables: { ...files.tables, "letters.csv": split.value } });
    expect(faults.map(({ message }) => message)).toContain(
      "一行に一つの事実を書きます（空行や欄の中の改行は使えません）",
    );
  });

  it("ないフォルダーを断る", async () => {
    expect(await loadRulebookFolder("db/no-such-rulebook")).toEqual({
      ok: false,
      error: [{ file: "edition.json", line: 1, message: "規則集のフォルダーがありません" }],
    });
  });
});
