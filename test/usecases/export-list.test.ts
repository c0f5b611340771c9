/** 一覧の書出し。画面の一覧と同じ行・列・並びを、CSV と XLSX で出す。 */
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "#app/adapters/spreadsheet/write-csv.ts";
import { writeXlsx } from "#app/adapters/spreadsheet/write-xlsx.ts";
import type { SheetFormat, SheetRow } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { exportList } from "#app/usecases/review/export-list.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

let test: TestServices;
let coordinator: UseCaseContext;
let reviewer: UseCaseContext;

beforeAll(async () => {
  test = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  await loadPlans(test.services, { plans: 120, seed: 5 });
  coordinator = await logIn(test, "coordinator");
  reviewer = await logIn(test, "kanto-reviewer");
}, 120_000);
afterAll(() => test.close());

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  for await (const part of parts) taken.push(part);
  return Buffer.concat(taken);
}

async function exported(context: UseCaseContext, search: string, format: SheetFormat) {
  const { query } = readListQuery(new URLSearchParams(search));
  const made = expectOk(await exportList(context, test.services.spreadsheets, { query, format }));
  return { total: made.total, bytes: await bytesOf(made.bytes) };
}

const csvRows = (bytes: Uint8Array): readonly (readonly string[])[] =>
  parse(Buffer.from(bytes), { bom: true, record_delimiter: "\r\n" });

const xlsxRows = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gsu)].map(([, row]) =>
    [...(row ?? "").matchAll(/<c\/>|<c [^>]*><is><t[^>]*>(.*?)<\/t><\/is><\/c>/gsu)].map(
      ([, text]) => text ?? "",
    ),
  );
};

const searches = [
  "",
  "status=open&sort=company&columns=receiptNumber&columns=companyName&columns=status",
  "q=導入&columns=receiptNumber&columns=assignee",
  "q=導入&sort=company&columns=companyName&columns=receiptNumber",
  "equipment=A&filedFrom=2026-06-01&columns=receiptNumber&columns=equipmentTypes",
];

describe.each(searches)("条件「%s」", (search) => {
  it("行数は条件に当たる申請の数で、初めの行の並びは画面と同じ", async () => {
    for (const context of [coordinator, reviewer]) {
      const { query } = readListQuery(new URLSearchParams(search));
      const page = expectOk(await listWork(context, query));
      const { total, bytes } = await exported(context, search, "csv");
      const [head, ...rows] = csvRows(bytes);
      const at = head?.indexOf("受付番号") ?? -1;
      expect(rows.length).toBe(total);
      expect(total).toBe(page.total.count);
      expect(rows.slice(0, 50).map((row) => row[at])).toEqual(
        page.items.map(({ receiptNumber }) => receiptNumber),
      );
    }
  });

  it("XLSX は CSV と同じ行を持つ", async () => {
    const csv = await exported(coordinator, search, "csv");
    const xlsx = await exported(coordinator, search, "xlsx");
    expect(xlsxRows(xlsx.bytes)).toEqual(csvRows(csv.bytes));
  });
});

describe("形", () => {
  async function* chunks(...rows: SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
    for (const row of rows) yield [row];
  }

  it("CSV は UTF-8 の印で始まり、行は CRLF で終わる", async () => {
    const text = Buffer.from(await bytesOf(writeCsv(chunks(["あ", 'い"う'], ["え,お", "か\nき"])))).toString(
      "utf8",
    );
    expect(text).toBe('\u{FEFF}あ,"い""う"\r\n"え,お","か\nき"\r\n');
  });

  it.each(["=1+1", "+SUM(A1)", "-cmd|' /C calc'!A0", "@x", "\t=1"])(
    "%j は、表計算のソフトで式として動かない",
    async (value) => {
      const text = Buffer.from(await bytesOf(writeCsv(chunks([value])))).toString("utf8");
      expect(csvRows(Buffer.from(text))[0]).toEqual([`'${value}`]);
      expect(xlsxRows(await bytesOf(writeXlsx(chunks(["x", value])))).length).toBe(1);
    },
  );

  it("XLSX は、記号と書けない文字を壊さずに扱う", async () => {
    const bytes = await bytesOf(writeXlsx(chunks(['<&>"', "髙﨑𠮷\u0000\u0008", ""])));
    expect(xlsxRows(bytes)).toEqual([["&lt;&amp;&gt;&quot;", "髙﨑𠮷", ""]]);
  });
});

it("書き出したことは、条件と行数とともに監査に残る", async () => {
  const { total } = await exported(reviewer, "status=open", "csv");
  const last = test.services.database.raw
    .prepare("select action, details from audit_entries order by sequence desc limit 1")
    .get() as { readonly action: string; readonly details: string };
  expect(last.action).toBe("exports.run");
  expect(JSON.parse(last.details)).toEqual({ query: "status=open", format: "csv", rows: total });
});

it("管理者は書き出せない", async () => {
  const administrator = await logIn(test, "administrator-1");
  const { query } = readListQuery([]);
  const made = await exportList(administrator, test.services.spreadsheets, { query, format: "csv" });
  expect(refusalOf(made)).toMatchObject({ kind: "forbidden" });
});
