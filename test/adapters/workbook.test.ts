/** 表計算のブック（XLSX）: 書いて読めば同じ値になり、ほかの道具の書いたブックも読み、思い違いのもとになる値は断る。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openArchive } from "#app/adapters/rulebook-files/open-archive.server.ts";
import { readWorkbook } from "#app/adapters/spreadsheet/read-workbook.server.ts";
import { writeWorkbook } from "#app/adapters/spreadsheet/write-xlsx.ts";
import { type ExcelCell, excelWorkbook, rich } from "#test/support/excel-workbook.ts";

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  for await (const part of parts) taken.push(part);
  return Buffer.concat(taken);
}

async function read(bytes: Uint8Array) {
  const opened = openArchive(bytes, { entries: 50, unpackedBytes: 8 * 1024 * 1024 });
  if (!opened.ok) throw new Error(opened.error);
  return readWorkbook("届いた.xlsx", new Map(opened.value.map(({ name, bytes: body }) => [name, body])));
}

/** 読めた文字。空の欄は入らない。 */
async function textsOf(bytes: Uint8Array) {
  const sheets = await read(bytes);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.error));
  return sheets.value.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ line, cells }) => [
      line,
      Object.fromEntries(
        [...cells].map(([letter, value]) => [letter, value.kind === "text" ? value.text : value]),
      ),
    ]),
  }));
}

const one = (...cells: ExcelCell[]) => excelWorkbook([{ name: "表", rows: [cells] }]);
const faultsOf = async (bytes: Uint8Array) => {
  const sheets = await read(bytes);
  return sheets.ok ? [] : sheets.error;
};

describe("書いたブックを読む", () => {
  it("どんな文字も、書いて読めば元のまま。二度書いても一バイトも違わない", async () => {
    const text = fc.string({
      unit: fc.constantFrom(
        "a",
        "あ",
        "髙",
        "𠮷",
        " ",
        "　",
        "\n",
        "\r",
        "\t",
        "&",
        "<",
        ">",
        '"',
        "'",
        "_x0041_",
        "_",
        "=",
        "0",
        "]]>",
      ),
      maxLength: 12,
    });
    const sheet = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (given) => {
        const write = () =>
          bytesOf(
            writeWorkbook(
              given.map((rows, at) => ({ name: `表<${at}>`, rows: [rows], editable: { columns: 5 } })),
            ),
          );
        const bytes = await write();
        expect(Buffer.from(bytes).equals(await write())).toBe(true);
        const expected = given.flatMap((rows, at) => {
          const filled = rows.flatMap((row, line) => {
            const cells = row.flatMap((cell, column) => (cell === "" ? [] : [["ABCDE"[column] ?? "", cell]]));
            return cells.length === 0
              ? []
              : [[line + 1, Object.fromEntries(cells) as Record<string, string>]];
          });
          return filled.length === 0 ? [] : [{ name: `表<${at}>`, rows: filled }];
        });
        expect(await textsOf(bytes)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("ほかの道具の書いたブック", () => {
  it("共有の文字列、書式の切れ目、空の欄、何もないシートを読み、ふりがなは読まない", async () => {
    const split = rich(
      '<r><t>東北</t></r><r><rPr><b/></rPr><t xml:space="preserve">経済 </t></r><r><t>産業局</t></r><rPh sb="0" eb="2"><t>トウホク</t></rPh><phoneticPr fontId="1"/>',
    );
    const bytes = excelWorkbook([
      { name: "Sheet1", rows: [] },
      {
        name: "局",
        rows: [["識別子", "局の名前"], [], ["meti-tohoku", null, split, rich("<t> 前後の空白 </t>")]],
      },
    ]);
    expect(await textsOf(bytes)).toEqual([
      {
        name: "局",
        rows: [
          [1, { A: "識別子", B: "局の名前" }],
          [3, { A: "meti-tohoku", C: "東北経済 産業局", D: "前後の空白" }],
        ],
      },
    ]);
  });

  it("数と真偽は、文字と分けて読む", async () => {
    const bytes = one(
      151,
      1.5,
      { xml: '<c t="b"><v>1</v></c>' },
      { xml: '<c t="inlineStr"><is><t>中</t></is></c>' },
    );
    expect(await textsOf(bytes)).toEqual([
      {
        name: "表",
        rows: [
          [
            1,
            {
              A: { kind: "number", text: "151" },
              B: { kind: "number", text: "1.5" },
              C: { kind: "boolean", value: true },
              D: "中",
            },
          ],
        ],
      },
    ]);
  });

  it("名前空間の印の付いた要素も、番地のない欄も読む", async () => {
    const sheet =
      '<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>い</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>ろ</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = excelWorkbook([{ name: "表", rows: [] }], { "xl/worksheets/sheet1.xml": sheet });
    expect(await textsOf(bytes)).toEqual([{ name: "表", rows: [[1, { A: "い", B: "ろ" }]] }]);
  });
});

describe("断る値は、シートとセルの番地と理由を言う", () => {
  const file = "届いた.xlsx「表」";
  it.each<readonly [string, ExcelCell, string]>([
    ["数式", { xml: "<c><f>SUM(A1:A9)</f><v>3</v></c>" }, "数式は使えません"],
    ["文字になる数式", { xml: '<c t="str"><f>A1</f><v>あ</v></c>' }, "数式は使えません"],
    ["共有の数式", { xml: '<c><f t="shared" si="0"/><v>3</v></c>' }, "数式は使えません"],
    ["日付の書式", { xml: '<c s="1"><v>46113</v></c>' }, "日付の書式のセルです"],
    ["和暦の書式", { xml: '<c s="2"><v>46113</v></c>' }, "日付の書式のセルです"],
    ["日付の種類", { xml: '<c t="d"><v>2026-04-01</v></c>' }, "日付の書式のセルです"],
    ["誤りの値", { xml: '<c t="e"><v>#REF!</v></c>' }, "誤りの値「#REF!」です"],
  ])("%s", async (_what, cell, message) => {
    const bytes = excelWorkbook([{ name: "表", rows: [["見出し"], [null, null, null, cell]] }]);
    expect(await faultsOf(bytes)).toEqual([
      { file, line: 2, cell: "D2", message: expect.stringContaining(message) },
    ]);
  });

  it("結合したセル", async () => {
    const rows = [["見出し"], ["あ"]];
    const after = '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>';
    expect(await faultsOf(excelWorkbook([{ name: "表", rows, after }]))).toEqual([
      { file, line: 2, cell: "A2", message: expect.stringContaining("セルの結合（A2:B3）") },
    ]);
  });

  it("直す所は、全部のシートの分を一度に言う", async () => {
    const formula = { xml: "<c><f>1+1</f><v>2</v></c>" };
    const bytes = excelWorkbook(["一", "二"].map((name) => ({ name, rows: [[formula, formula]] })));
    const faults = await faultsOf(bytes);
    expect(faults.map(({ file: where, cell }) => `${where}${cell}`)).toEqual([
      "届いた.xlsx「一」A1",
      "届いた.xlsx「一」B1",
      "届いた.xlsx「二」A1",
      "届いた.xlsx「二」B1",
    ]);
  });
});

describe("危ないブック", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
  it.each<readonly [string, Readonly<Record<string, string | null>>, string]>([
    [
      "DOCTYPE のある表",
      { "xl/worksheets/sheet1.xml": `${bomb}<worksheet>&b;</worksheet>` },
      "DOCTYPE のあるブックは読みません",
    ],
    [
      "DOCTYPE のある共有の文字列",
      { "xl/sharedStrings.xml": `${bomb}<sst/>` },
      "DOCTYPE のあるブックは読みません",
    ],
    [
      "知らない実体",
      { "xl/worksheets/sheet1.xml": "<worksheet>&nbsp;</worksheet>" },
      "知らない実体があります",
    ],
    [
      "閉じ方の合わない要素",
      { "xl/worksheets/sheet1.xml": "<worksheet><row></worksheet>" },
      "要素の閉じ方が合いません",
    ],
    ["途中で切れた表", { "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" }, "途中で切れています"],
    ["深すぎる要素", { "xl/worksheets/sheet1.xml": "<a>".repeat(100) }, "要素が深すぎます"],
    ["中身のない表", { "xl/worksheets/sheet1.xml": null }, "シート「表」の中身がありません"],
    ["ブックでない zip", { "xl/workbook.xml": null }, "XLSX のブックではありません"],
  ])("%s を断る", async (_what, replaced, message) => {
    const faults = await faultsOf(excelWorkbook([{ name: "表", rows: [["あ"]] }], replaced));
    expect(faults.map((fault) => fault.message).join("")).toContain(message);
  });

  it("同じ長い文字列を何度も指して大きくなるブックを断る", async () => {
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(10);
    const bytes = excelWorkbook([{ name: "表", rows: [] }], {
      "xl/sharedStrings.xml": `<sst><si><t>${"あ".repeat(20_000)}</t></si></sst>`,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    });
    expect(await faultsOf(bytes)).toEqual([
      { file: "届いた.xlsx", line: 1, message: "ブックの文字が多すぎます" },
    ]);
  });

  it("行の多すぎる表を断る", async () => {
    const rows = '<row><c t="inlineStr"><is><t>あ</t></is></c></row>'.repeat(20_002);
    const bytes = excelWorkbook([{ name: "表", rows: [] }], {
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    });
    expect(await faultsOf(bytes)).toEqual([
      expect.objectContaining({ message: "一つの表は 20000 行までです" }),
    ]);
  });
});
