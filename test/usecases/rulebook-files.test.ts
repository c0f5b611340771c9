/** 版のファイル: 一式を zip で取り出し、直したファイルを編集中の版に取り込む。 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookSheets } from "#app/domain/rulebook/sheet-table.ts";
import { csvOf, rulebookFiles } from "#app/domain/rulebook/write-files.ts";
import { cellsOf, columnsOf } from "#app/domain/rulebook/row-cells.ts";
import { columnLabel } from "#app/domain/rulebook/table-descriptors.ts";
import { rulebookTables } from "#app/domain/rulebook/tables.ts";
import { tablesOf } from "#app/domain/rulebook/stored-edition.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { abandonDraft } from "#app/usecases/rulebook/abandon-draft.server.ts";
import { compareEditions } from "#app/usecases/rulebook/compare-editions.server.ts";
import { exportEditionWorkbook } from "#app/usecases/rulebook/export-edition-workbook.server.ts";
import { exportEditionFiles } from "#app/usecases/rulebook/export-edition-files.server.ts";
import { importEditionFiles } from "#app/usecases/rulebook/import-edition-files.server.ts";
import { openEdition } from "#app/usecases/rulebook/open-edition.server.ts";
import { storedEdition } from "#db/queries/stored-editions.ts";
import { parsed } from "#test/domain/rulebook/first-edition.ts";
import { type ExcelCell, excelWorkbook } from "#test/support/excel-workbook.ts";
import { draftEdition } from "#test/support/editions.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";

let portal: TestServices;
let editor: UseCaseContext;
/** 断られる取込みの相手。最後まで何も変わらない。 */
let untouched: string;
const reason = "省庁から届いた一式";

beforeAll(async () => {
  portal = await startTestServices();
  editor = await logIn(portal, "administrator-1");
  untouched = await draftEdition(portal, "2027-04-01");
});
afterAll(() => portal.close());

const exported = async (editionId: string) =>
  expectOk(await exportEditionFiles(editor, portal.services.rulebookFiles, editionId)).bytes;

const storedOf = (editionId: string) => {
  const stored = storedEdition(portal.services.database, editionId);
  if (stored === undefined) throw new Error("版がありません。");
  return stored;
};
const contentOf = (editionId: string) => tablesOf(storedOf(editionId));
const opened = async (editionId: string) => expectOk(await openEdition(editor, editionId));

type Sent = Readonly<Record<string, string | Uint8Array>>;

const sendAs = async (context: UseCaseContext, editionId: string, sent: Sent) =>
  importEditionFiles(context, portal.services.rulebookFiles, {
    editionId,
    revision: (await opened(editionId)).edition.revision,
    reason,
    sent: Object.entries(sent).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? strToU8(content) : content,
    })),
  });
const send = (editionId: string, sent: Sent) => sendAs(editor, editionId, sent);

/** 断られ、何も変わらなかったことを確かめて、直す所を返す。 */
async function faultsOf(sent: Sent) {
  const before = storedOf(untouched);
  const refusal = refusalOf(await send(untouched, sent));
  expect(storedOf(untouched)).toEqual(before);
  expect((await opened(untouched)).edits).toEqual([]);
  if (refusal.kind !== "rulebookFiles") throw new Error(`ファイルの誤りではありません: ${refusal.kind}`);
  return refusal.faults;
}

describe("取り出し", () => {
  it("公布した版も、編集中の版も、取りやめた版も、二度取り出せば一バイトも違わない", async () => {
    const draft = await draftEdition(portal, "2027-04-01");
    const abandoned = await draftEdition(portal, "2027-04-01");
    const { revision } = (await opened(abandoned)).edition;
    expectOk(await abandonDraft(editor, { editionId: abandoned, revision, reason }));
    for (const editionId of [currentRulebook(editor).editionId, draft, abandoned]) {
      const bytes = await exported(editionId);
      expect(Buffer.from(bytes).equals(await exported(editionId))).toBe(true);
      const { label, effectiveFrom } = (await opened(editionId)).edition;
      const files = rulebookFiles({ label, effectiveFrom }, contentOf(editionId));
      const unpacked = Object.entries(unzipSync(bytes)).map(([name, body]) => [name, strFromU8(body)]);
      expect(unpacked).toEqual([...files]);
    }
  });

  it("規則集を見られない人は取り出せず、無い版は取り出せない", async () => {
    const { rulebookFiles: port } = portal.services;
    const applicant = await logIn(portal, "takahashi@aoba.example.jp");
    const { editionId } = currentRulebook(editor);
    expect(refusalOf(await exportEditionFiles(applicant, port, editionId)).kind).toBe("forbidden");
    expect(refusalOf(await exportEditionFiles(editor, port, "no-such-edition")).kind).toBe("notFound");
  });
});

describe("取込み", () => {
  it("取り出した zip をそのまま取り込んでも、何も変わらない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    expect(expectOk(await send(editionId, { "一式.zip": await exported(editionId) }))).toMatchObject({
      tables: [],
      notes: [],
    });
  });

  it("zip の中の表を直すと、変わった行を表ごとに数え、差分に出る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const files = unzipSync(await exported(editionId));
    const offices = strFromU8(files["offices.csv"] ?? new Uint8Array()).replace(
      "東北経済産業局,",
      "新東北局,",
    );
    const zip = zipSync({ ...files, "offices.csv": strToU8(offices) });
    expect(expectOk(await send(editionId, { "直した.zip": zip })).tables).toEqual([
      { table: "offices", added: 0, removed: 0, changed: 1 },
    ]);
    const { diff } = expectOk(await compareEditions(editor, { editionId }));
    expect(diff.tables.map(({ table }) => table)).toEqual(["offices"]);
  });

  it("一つの表だけを送れば、ほかの表は今のままで、行の数も合わせ直す", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const holidays = csvOf("holidays", parsed.tables).trimEnd().split("\n").slice(0, -1);
    const csv = [
      ...holidays,
      "2031-01-01,元日,national,seen,内閣府",
      "2031-01-13,成人の日,national,seen,内閣府",
    ].join("\n");
    expect(expectOk(await send(editionId, { "holidays.csv": `${csv}\n` })).tables).toEqual([
      { table: "holidays", added: 2, removed: 1, changed: 0 },
    ]);
    expect(contentOf(editionId).offices).toEqual(parsed.tables.offices);
  });

  describe("欄を足す前に書き出したファイル", () => {
    const letterFiles = ["letters", "letterParagraphs", "letterItems"] as const;
    /** その欄を除いた CSV。全部の省庁と局で使う行だけにする。 */
    const without = (table: (typeof letterFiles)[number], dropped: readonly string[]): string => {
      const columns = columnsOf(table);
      const rows = parsed.tables[table]
        .map((row) => cellsOf(table, row))
        .filter(({ ministry, office }) => ministry === "" && office === "");
      const kept = columns.filter((column) => !dropped.includes(column));
      return [
        kept.join(","),
        ...rows.map((cells) =>
          kept.map((column) => `"${(cells[column] ?? "").replaceAll('"', '""')}"`).join(","),
        ),
        "",
      ].join("\n");
    };

    it.each(letterFiles)(
      "%s は、後から足した範囲の欄が無くても、空欄と補って読み、補ったと言う",
      async (table) => {
        const editionId = await draftEdition(portal, "2027-04-01");
        const { file } = rulebookTables[table];
        const imported = expectOk(await send(editionId, { [file]: without(table, ["ministry", "office"]) }));
        expect(imported.tables).toEqual([]);
        expect(imported.notes).toEqual([
          `${file} には、後から足した欄「省庁」「局」が無いので、どの行も省庁は空欄、局は空欄として読みました。`,
        ]);
        expect(contentOf(editionId)[table]).toEqual(parsed.tables[table]);
      },
    );

    it.each([
      ["一緒に足した欄の片方だけが無い", ["office"], "見出し「office」がありません"],
      ["元からある欄も無い", ["ministry", "office", "sealNote"], "見出し「sealNote」がありません"],
    ])("%sファイルは、足す前のものではないので断る", async (_what, dropped, message) => {
      expect(await faultsOf({ "letters.csv": without("letters", dropped) })).toEqual([
        { file: "letters.csv", line: 1, message },
      ]);
    });

    it("ブックのシートも同じに読む", async () => {
      const editionId = await draftEdition(portal, "2027-04-01");
      const kept = columnsOf("letters").filter((column) => column !== "ministry" && column !== "office");
      const rows = parsed.tables.letters.map((row) => cellsOf("letters", row));
      const book = excelWorkbook([
        {
          name: "通知書の題",
          rows: [
            kept.map((column): ExcelCell => columnLabel("letters", column)),
            ...rows.map((cells) => kept.map((column): ExcelCell => cells[column] ?? null)),
          ],
        },
      ]);
      const imported = expectOk(await send(editionId, { "届いた.xlsx": book }));
      expect(imported.tables).toEqual([]);
      expect(imported.notes).toEqual([
        "届いた.xlsx「通知書の題」 には、後から足した欄「省庁」「局」が無いので、どの行も省庁は空欄、局は空欄として読みました。",
      ]);
    });
  });

  it("Shift_JIS の CSV は、そう読んだことを言って取り込む", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    // Shift_JIS の「年」。
    const rows = [36, 48, 60].map((months) => [
      strToU8(`${months},${months / 12}`),
      [0x94, 0x4e],
      strToU8(",seen,http\n"),
    ]);
    const csv = Buffer.concat([
      strToU8("months,label,certainty,source\n"),
      ...rows.flat().map((part) => Buffer.from(part)),
    ]);
    const imported = expectOk(await send(editionId, { "period-choices.csv": csv }));
    expect(imported.notes).toEqual(["period-choices.csv は Shift_JIS として読みました。"]);
    expect(contentOf(editionId).periodChoices.map(({ label }) => label)).toEqual(["3年", "4年", "5年"]);
  });

  it("ファイルを選ばない、理由のない取込みは、欄の誤りで断る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const given = { editionId, revision: 0, reason: " ", sent: [] };
    expect(refusalOf(await importEditionFiles(editor, portal.services.rulebookFiles, given))).toEqual({
      kind: "invalid",
      errors: { files: ["取り込むファイルを選んでください。"], reason: ["理由を入力してください。"] },
    });
  });

  it("公布した版には取り込めず、管理者のほかは取り込めない", async () => {
    const csv = { "period-choices.csv": csvOf("periodChoices", parsed.tables) };
    expect(refusalOf(await send(currentRulebook(editor).editionId, csv)).kind).toBe("edition");
    const editionId = await draftEdition(portal, "2027-04-01");
    const manager = await logIn(portal, "tohoku-manager");
    expect(refusalOf(await sendAs(manager, editionId, csv)).kind).toBe("forbidden");
  });
});

const items = () => csvOf("guidelineItems", parsed.tables);

describe("直す所を、ファイル・行・欄・理由で全部示し、何も変えない", () => {
  it.each([
    [
      "足りない見出し",
      "offices.csv",
      (csv: string) => csv.replace("headTitle", "長"),
      { line: 1, message: "見出し「headTitle」がありません" },
    ],
    [
      "重なった鍵",
      "ministries.csv",
      (csv: string) => `${csv}${csv.split("\n")[1]}\n`,
      { message: expect.stringContaining("重なっています") },
    ],
    [
      "知らない指針",
      "routing-rules.csv",
      (csv: string) => csv.replace(",maff,agriculture,", ",maff,no-such,"),
      { line: 2, column: "guideline", message: "指針「no-such」が guidelines.csv にありません" },
    ],
    [
      "知らない省庁",
      "routing-rules.csv",
      (csv: string) => csv.replace("01,農林水産省,", "01,農林省,"),
      { line: 2, column: "ministries" },
    ],
    [
      "暦にない日",
      "holidays.csv",
      (csv: string) => csv.replace(/\n\d{4}-\d\d-\d\d/u, "\n2027-02-30"),
      { line: 2, column: "date" },
    ],
    [
      "数式",
      "period-choices.csv",
      (csv: string) => csv.replace("3年", "=1+2"),
      { line: 2, column: "label", message: expect.stringContaining("数式は使えません") },
    ],
    [
      "輪になった親子",
      "guideline-items.csv",
      (csv: string) =>
        csv.replace(
          "manufacturing-1-1,manufacturing-s1,,",
          "manufacturing-1-1,manufacturing-s1,manufacturing-1-1,",
        ),
      { line: 2, column: "parent" },
    ],
    [
      "閉じない引用符",
      "offices.csv",
      (csv: string) => `${csv}"`,
      { message: "CSV として読めません（引用符を確かめてください）" },
    ],
  ])("%s", async (_what, name, breakIt, fault) => {
    const files = rulebookFiles(parsed.edition, parsed.tables);
    const faults = await faultsOf({ [name]: breakIt(files.get(name) ?? "") });
    expect(faults).toContainEqual(expect.objectContaining({ file: name, ...fault }));
  });

  it("二つのファイルの誤りを、一度に示す", async () => {
    const faults = await faultsOf({
      "period-choices.csv": csvOf("periodChoices", parsed.tables).replace("\n36,", "\nx,"),
      "prefectures.csv": csvOf("prefectures", parsed.tables).replace("\n02,", "\n99,"),
    });
    expect(faults).toContainEqual(
      expect.objectContaining({ file: "period-choices.csv", line: 2, column: "months" }),
    );
    expect(faults).toContainEqual(
      expect.objectContaining({ file: "prefectures.csv", line: 3, column: "code" }),
    );
  });

  it("行の抜けた zip は、edition.json の行数と合わないので断る", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const files = unzipSync(await exported(editionId));
    const shorter = items().trimEnd().split("\n").slice(0, -1).join("\n");
    const faults = await faultsOf({
      "一式.zip": zipSync({ ...files, "guideline-items.csv": strToU8(`${shorter}\n`) }),
    });
    expect(faults).toContainEqual(expect.objectContaining({ file: "guideline-items.csv", line: 1 }));
  });

  it("十万行の表", async () => {
    const csv = `months,label,certainty,source\n${"36,3年,seen,http\n".repeat(100_000)}`;
    expect(await faultsOf({ "period-choices.csv": csv })).toEqual([
      {
        file: "period-choices.csv",
        line: 20_002,
        message: "行が 100000 あります。一つの表は 20000 行までです",
      },
    ]);
  });
});

describe("危ない zip", () => {
  const zipped = (files: Zippable) => zipSync(files);
  const holidays = { "holidays.csv": strToU8(csvOf("holidays", parsed.tables)) };
  /** 目録に書いてある、広げた大きさを偽る。 */
  const declaring = (zip: Uint8Array, size: number): Uint8Array => {
    const at = Buffer.from(zip).indexOf("PK\u0001\u0002", undefined, "latin1");
    new DataView(zip.buffer, zip.byteOffset).setUint32(at + 24, size, true);
    return zip;
  };

  it.each<readonly [string, () => Uint8Array, string]>([
    [
      "親のフォルダーを指す名前",
      () => zipped({ "../holidays.csv": holidays["holidays.csv"] }),
      "置き場の外を指す名前",
    ],
    ["根を指す名前", () => zipped({ "/holidays.csv": holidays["holidays.csv"] }), "置き場の外を指す名前"],
    ["逆斜線の名前", () => zipped({ "..\\holidays.csv": holidays["holidays.csv"] }), "置き場の外を指す名前"],
    [
      "zip の中の zip",
      () => zipped({ "inner.zip": zipped(holidays) }),
      "zip の中の zip と XLSX は読みません",
    ],
    [
      "広げると大きすぎると書いてある中身",
      () => declaring(zipped(holidays), 33 * 1024 * 1024),
      "広げると 32 MB を超えます",
    ],
    [
      "書いてあるより大きく広がる中身",
      () => declaring(zipped({ "holidays.csv": new Uint8Array(1024 * 1024) }), 100),
      "zip が壊れています",
    ],
    [
      "検査値の合わない中身",
      () => {
        const zip = zipSync(holidays, { level: 0 });
        const at = Buffer.from(zip).indexOf("holidays.csv") + 200;
        zip[at] = (zip[at] ?? 0) ^ 1;
        return zip;
      },
      "zip が壊れています",
    ],
    ["途中で切れた zip", () => zipped(holidays).slice(0, 200), "zip が壊れています"],
    [
      "多すぎるファイル",
      () =>
        zipped(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.csv`, new Uint8Array()]))),
      "200 個まで",
    ],
    [
      "同じ名前の二つ",
      () =>
        zipped({ "a/holidays.csv": holidays["holidays.csv"], "b/holidays.csv": holidays["holidays.csv"] }),
      "同じ名前のファイルが二つあります",
    ],
    [
      "規則集にないファイル",
      () => zipped({ ...holidays, "readme.txt": strToU8("読んで") }),
      "規則集の表にないファイルです",
    ],
  ])("%s を断る", async (_what, zip, message) => {
    const faults = await faultsOf({ "届いた.zip": zip() });
    expect(faults.map((fault) => fault.message).join("\n")).toContain(message);
  });

  it("フォルダーごと固めた zip と、OS が添えたファイルは構わない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const zip = zipped({
      "規則集/": new Uint8Array(),
      "規則集/holidays.csv": holidays["holidays.csv"],
      "__MACOSX/規則集/._holidays.csv": new Uint8Array(8),
      "規則集/.DS_Store": new Uint8Array(8),
    });
    expect(expectOk(await send(editionId, { "届いた.zip": zip })).tables).toEqual([]);
  });

  it("zip は、ほかのファイルと一緒に送れない", async () => {
    const faults = await faultsOf({
      "届いた.zip": zipped(holidays),
      "holidays.csv": holidays["holidays.csv"],
    });
    expect(faults).toEqual([expect.objectContaining({ file: "届いた.zip" })]);
  });
});

describe("表計算のブック", () => {
  const workbook = async (editionId: string): Promise<Uint8Array> => {
    const { workbook: write } = portal.services;
    const taken: Uint8Array[] = [];
    for await (const part of expectOk(await exportEditionWorkbook(editor, write, editionId)).bytes)
      taken.push(part);
    return Buffer.concat(taken);
  };
  /** 一つの表を、表計算のソフトで直したブック。鍵は「見出し 行」。 */
  const edited = (title: string, changes: Readonly<Record<string, ExcelCell>>): Uint8Array => {
    const sheet = workbookSheets(parsed.tables).find(({ name }) => name === title);
    if (sheet === undefined) throw new Error(title);
    const [heading = []] = sheet.rows;
    const rows = sheet.rows.map((row, line) =>
      row.map((cell, at): ExcelCell => changes[`${heading[at]} ${line + 1}`] ?? (cell === "" ? null : cell)),
    );
    return excelWorkbook([{ name: title, rows }]);
  };
  const routing = "業種ごとの指針と提出先";

  it("取り出したブックをそのまま取り込んでも何も変わらず、二度取り出せば一バイトも違わない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const bytes = await workbook(editionId);
    expect(Buffer.from(bytes).equals(await workbook(editionId))).toBe(true);
    expect(expectOk(await send(editionId, { "表.xlsx": bytes })).tables).toEqual([]);
  });

  it("表計算のソフトで直したブックは、そのシートの表だけを変える", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const sent = { "直した.xlsx": edited("局", { "郵便番号 2": "100-0001" }) };
    expect(expectOk(await send(editionId, sent))).toMatchObject({
      tables: [{ table: "offices", added: 0, removed: 0, changed: 1 }],
      notes: [],
    });
    expect(contentOf(editionId).offices[0]?.postalCode).toBe("100-0001");
  });

  it("CSV と一緒に送れるが、同じ表を二つは送れない", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const book = { "直した.xlsx": edited("局", {}) };
    expectOk(await send(editionId, { ...book, "holidays.csv": csvOf("holidays", parsed.tables) }));
    expect(await faultsOf({ ...book, "offices.csv": csvOf("offices", parsed.tables) })).toEqual([
      { file: "直した.xlsx「局」", line: 1, message: "同じ表が二つ送られています" },
    ]);
  });

  it("1桁の数になった都道府県の番号は、先頭の 0 を補い、補ったことを言う", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const rows = [
      ["都道府県", "局の系統", "市区町村", "業種", "局", "確かさ", "出典"],
      ...parsed.tables.municipalJurisdictions.map((row): readonly ExcelCell[] => [
        Number(row.prefecture) < 10 ? Number(row.prefecture) : row.prefecture,
        row.family,
        row.municipality,
        row.prefixes.join("|"),
        row.office,
        row.certainty,
        row.source,
      ]),
    ];
    const single: readonly ExcelCell[] = [
      1,
      ...(rows[1] ?? []).slice(1, 2),
      "例の市",
      null,
      ...(rows[1] ?? []).slice(4),
    ];
    const book = excelWorkbook([{ name: "市区町村ごとの例外", rows: [...rows, single] }]);
    const imported = expectOk(await send(editionId, { "例外.xlsx": book }));
    expect(imported.tables).toEqual([{ table: "municipalJurisdictions", added: 1, removed: 0, changed: 0 }]);
    const cell = `A${parsed.tables.municipalJurisdictions.length + 2}`;
    expect(imported.notes).toEqual([
      `例外.xlsx「市区町村ごとの例外」 ${cell} は、先頭の 0 を補って「01」と読みました。`,
    ]);
  });

  it.each<readonly [string, string, Readonly<Record<string, ExcelCell>>, object]>([
    [
      "先頭の 0 が失われたかもしれない産業分類",
      routing,
      { "産業分類 2": 1 },
      { cell: "B2", column: "prefix", message: expect.stringContaining("先頭の 0 が失われたかもしれません") },
    ],
    [
      "0151 だったかもしれない 151",
      routing,
      { "産業分類 3": 151 },
      { cell: "B3", message: expect.stringContaining("数 151 として入っています") },
    ],
    [
      "文字の欄の数",
      "局",
      { "長の職名 2": -1 },
      { cell: "D2", message: expect.stringContaining("文字の欄に、数 -1 が入っています") },
    ],
    [
      "はい・いいえでない欄の真偽",
      "局",
      { "長の職名 2": { xml: '<c t="b"><v>1</v></c>' } },
      { cell: "D2", message: expect.stringContaining("真偽の値（TRUE）") },
    ],
    ["数式に見える文字", "局", { "長の職名 2": "=A1" }, { cell: "D2", message: "「=A1」: 数式は使えません" }],
    [
      "知らない指針",
      routing,
      { "指針 2": "no-such" },
      { cell: "E2", column: "guideline", message: "指針「no-such」が guidelines.csv にありません" },
    ],
    ["書き方の違う値", "局", { "郵便番号 3": "100" }, { cell: "F3", column: "postalCode" }],
    [
      "欄の名前でない見出し",
      "局",
      { "長の職名 1": "役職" },
      { line: 1, cell: "D1", message: "見出し「役職」は、この表の欄の名前ではありません" },
    ],
    [
      "足りない見出し",
      "局",
      { "長の職名 1": "役職" },
      { line: 1, message: "見出し「長の職名」がありません" },
    ],
    [
      "重なった見出し",
      "局",
      { "長の職名 1": "局の名前" },
      { line: 1, cell: "D1", message: "見出し「局の名前」が二つあります" },
    ],
  ])("%s を、シートとセルの番地を付けて断る", async (_what, title, changes, fault) => {
    const faults = await faultsOf({ "届いた.xlsx": edited(title, changes) });
    expect(faults).toContainEqual(expect.objectContaining({ file: `届いた.xlsx「${title}」`, ...fault }));
  });

  it("選ぶ欄は、ブックでは言葉で書いてあり、符号で書いても同じに読める", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const { certainty } = parsed.tables.offices[0] ?? {};
    const [, first] = workbookSheets(parsed.tables).find(({ name }) => name === "局")?.rows ?? [];
    expect(first).not.toContain(certainty);
    const coded = edited("局", { "確かさ 2": certainty ?? "" });
    expect(expectOk(await send(editionId, { "表.xlsx": coded })).tables).toEqual([]);
  });

  it("4桁の産業分類は、数になっていても読める", async () => {
    const editionId = await draftEdition(portal, "2027-04-01");
    const at = parsed.tables.routingRules.findIndex(({ prefix }) => /^[1-9]\d{3}$/u.test(prefix));
    const { prefix = "" } = parsed.tables.routingRules[at] ?? {};
    const book = edited(routing, { [`産業分類 ${at + 2}`]: Number(prefix) });
    expect(expectOk(await send(editionId, { "表.xlsx": book })).tables).toEqual([]);
  });

  it("表の名前でないシートと、途中の空いた行を断る", async () => {
    const [heading = []] = workbookSheets(parsed.tables).find(({ name }) => name === "局")?.rows ?? [];
    expect(await faultsOf({ "届いた.xlsx": excelWorkbook([{ name: "メモ", rows: [["あ"]] }]) })).toEqual([
      expect.objectContaining({ file: "届いた.xlsx「メモ」" }),
    ]);
    const gap = excelWorkbook([{ name: "局", rows: [heading, [], ["meti-x"]] }]);
    expect(await faultsOf({ "届いた.xlsx": gap })).toContainEqual(
      expect.objectContaining({
        file: "届いた.xlsx「局」",
        line: 3,
        message: expect.stringContaining("空行"),
      }),
    );
  });
});
