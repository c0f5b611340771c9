/** 規則集のファイル: 書き出して読み戻せば同じ版になり、壊れた一式は行と理由を付けて丸ごと断る。 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { decodeText } from "#app/adapters/rulebook-files/decode-text.ts";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { splitCsv } from "#app/adapters/rulebook-files/split-csv.ts";
import { writeRulebookFolder } from "#app/adapters/rulebook-files/write-rulebook-folder.server.ts";
import { parseRulebookFiles, type RecordFile } from "#app/domain/rulebook/parse-files.ts";
import { cellsOf, columnsOf, parseCells } from "#app/domain/rulebook/row-cells.ts";
import { type RulebookTableRows, tableNames } from "#app/domain/rulebook/tables.ts";
import { rulebookFiles } from "#app/domain/rulebook/write-files.ts";
import { parsed } from "#test/domain/rulebook/first-edition.ts";

const source = join(import.meta.dirname, "../../db/rulebook");
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "rulebook-"));
  folders.push(folder);
  return folder;
};

/** 書き出した文字列を、取込みと同じ道で読む。 */
function read(files: ReadonlyMap<string, string>) {
  const tables: Record<string, RecordFile> = {};
  for (const [name, content] of files)
    if (name.endsWith(".csv")) {
      const split = splitCsv(name, content);
      if (!split.ok) throw new Error(JSON.stringify(split.error));
      tables[name] = split.value;
    }
  return parseRulebookFiles({ edition: files.get("edition.json") ?? "", tables });
}

describe("書き出し", () => {
  it("第一版は、置いてあるファイルと一字も違わない", () => {
    const files = rulebookFiles(parsed.edition, parsed.tables);
    expect([...files.keys()].toSorted()).toEqual(readdirSync(source).toSorted());
    for (const [name, content] of files) expect(content, name).toBe(readFileSync(join(source, name), "utf8"));
  });

  it("どんな版も、書き出して読み戻せば同じ版になり、もう一度書き出しても同じ文字列になる", () => {
    const words = fc
      .string({ unit: fc.constantFrom("a", "あ", "，", ",", '"', "'", "|", " ", "　", "＝", "髙", "𠮷") })
      .map((text) => `出典${text.trim()}末`);
    const edits = fc.array(fc.tuple(fc.constantFrom(...tableNames), fc.nat(), words), { maxLength: 30 });
    fc.assert(
      fc.property(edits, (given) => {
        const tables: Record<string, unknown[]> = Object.fromEntries(
          tableNames.map((name) => [name, [...parsed.tables[name]]]),
        );
        for (const [table, at, words] of given) {
          const rows = parsed.tables[table];
          const row = rows[at % Math.max(rows.length, 1)];
          if (row === undefined) continue;
          const altered = parseCells(table, { ...cellsOf(table, row), source: words });
          if (altered.ok) (tables[table] ?? []).splice(at % rows.length, 1, altered.value);
        }
        const edited = tables as unknown as RulebookTableRows;
        const files = rulebookFiles(parsed.edition, edited);
        const again = read(files);
        if (!again.ok) throw new Error(JSON.stringify(again.error.slice(0, 3)));
        expect(again.value.tables).toEqual(edited);
        expect(rulebookFiles(again.value.edition, again.value.tables)).toEqual(files);
      }),
      { numRuns: 5 },
    );
  });

  it("欄は、見出しの順に書く", () => {
    const files = rulebookFiles(parsed.edition, parsed.tables);
    expect(files.get("offices.csv")?.split("\n")[0]).toBe(columnsOf("offices").join(","));
  });

  it("フォルダーに書いて読み戻せる", async () => {
    const folder = await temporaryFolder();
    await writeRulebookFolder(folder, rulebookFiles(parsed.edition, parsed.tables));
    const loaded = await loadRulebookFolder(folder);
    expect(loaded.ok && loaded.value.parsed).toEqual(parsed);
    expect(loaded.ok && loaded.value.notes).toEqual([]);
  });
});

describe("届いたファイル", () => {
  it("Shift_JIS のファイルも受け付け、そう読んだことを言う", async () => {
    const folder = await temporaryFolder();
    await cp(source, folder, { recursive: true });
    // Shift_JIS の「年」。
    const year = Buffer.from([0x94, 0x4e]);
    const shiftJis = Buffer.concat([
      Buffer.from("months,label,certainty,source\n"),
      ...[36, 48, 60].flatMap((months) => [
        Buffer.from(`${months},${months / 12}`),
        year,
        Buffer.from(",seen,http\n"),
      ]),
    ]);
    await writeFile(join(folder, "period-choices.csv"), shiftJis);
    const loaded = await loadRulebookFolder(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    expect(loaded.value.notes).toEqual(["period-choices.csv は Shift_JIS として読みました。"]);
    expect(loaded.value.parsed.tables.periodChoices.map(({ label }) => label)).toEqual(["3年", "4年", "5年"]);
  });

  it("どちらの文字コードでもないファイルは断る", () => {
    expect(decodeText(Buffer.from([0xff, 0xff, 0xfe]))).toEqual({
      ok: false,
      error: "文字コードが UTF-8 でも Shift_JIS でもありません",
    });
  });

  it("数式の欄を、行と欄の名前を付けて断る", () => {
    expect(splitCsv("a.csv", 'x,y\n1,"=SUM(A1:A9)"\n@cmd,2\n')).toEqual({
      ok: false,
      error: [
        { file: "a.csv", line: 2, column: "y", message: "y「=SUM(A1:A9)」: 数式は使えません" },
        { file: "a.csv", line: 3, column: "x", message: "x「@cmd」: 数式は使えません" },
      ],
    });
  });

  it("十万行の表は、数を言って断る", () => {
    const split = splitCsv("a.csv", `x\n${"1\n".repeat(100_000)}`);
    expect(split).toEqual({
      ok: false,
      error: [{ file: "a.csv", line: 20_002, message: "行が 100000 あります。一つの表は 20000 行までです" }],
    });
  });

  it("親子が輪になった項目を断る", async () => {
    const folder = await temporaryFolder();
    await cp(source, folder, { recursive: true });
    const file = join(folder, "guideline-items.csv");
    const lines = (await readFile(file, "utf8")).split("\n");
    const looped = lines.map((line) =>
      line
        .replace(
          "manufacturing-1-1,manufacturing-s1,,",
          "manufacturing-1-1,manufacturing-s1,manufacturing-1-2,",
        )
        .replace(
          "manufacturing-1-2,manufacturing-s1,,",
          "manufacturing-1-2,manufacturing-s1,manufacturing-1-1,",
        ),
    );
    await writeFile(file, looped.join("\n"));
    const loaded = await loadRulebookFolder(folder);
    expect(loaded.ok ? [] : loaded.error).toEqual([
      {
        file: "guideline-items.csv",
        line: 2,
        column: "parent",
        message: "親の項目「manufacturing-1-2」は、この項目より上の行に書きます",
      },
    ]);
  });
});
