/** 行数の多い一覧の書出し: 働き手がファイルにし、頼んだ人だけが期限まで受け取れる。 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { streamOf } from "#app/http/stream.server.ts";
import { loader as exportLoader } from "#app/routes/reviewer/export-list.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import {
  downloadExport,
  EXPORT_DAYS,
  ownExports,
  requestExport,
  runExport,
} from "#app/usecases/review/background-exports.server.ts";
import { exportList, MOST_STREAMED } from "#app/usecases/review/export-list.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { recentMails } from "#db/queries/operations.ts";
import { accountIdOf, logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let test: TestServices;
let reviewer: UseCaseContext;
let coordinator: UseCaseContext;

beforeAll(async () => {
  test = await startTestServices({ clock });
  expectOk(await loadPlans(test.services, { plans: 120, seed: 5 }));
  reviewer = await logIn(test, "kanto-reviewer");
  coordinator = await logIn(test, "coordinator");
}, 120_000);
afterAll(() => test.close());

const queryOf = (search: string) => readListQuery(new URLSearchParams(search)).query;

async function work(): Promise<void> {
  const worker = startWorker(test.services);
  await worker.drain();
  await worker.stop();
}

async function textOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const taken: Uint8Array[] = [];
  for await (const part of parts) taken.push(part);
  return Buffer.concat(taken).toString("utf8");
}

const request = async (context: UseCaseContext, search: string): Promise<string> =>
  expectOk(await requestExport(context, { query: queryOf(search), format: "csv" })).id;

const own = (context: UseCaseContext, id: string) =>
  expectOk(ownExports(context)).find((row) => row.id === id);

/** 書出しの知らせの Message-ID。仕事の鍵だけから決まる。 */
const idOf = (id: string): string =>
  `<${createHash("sha256").update(`export:${id}`).digest("hex")}@localhost>`;

/** 読取りの接続が残っていれば、WAL を空にできない。 */
function heldSnapshots(): boolean {
  const { raw } = test.services.database;
  raw.exec("update listing_counts set total = total");
  raw.pragma("busy_timeout = 0");
  const [answer] = raw.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: number }[];
  raw.pragma("busy_timeout = 10000");
  return answer?.busy !== 0;
}

describe("頼んだ書出し", () => {
  it("できたファイルは、その場の書出しと同じ中身で、行数は条件に当たる申請の数", async () => {
    const id = await request(reviewer, "status=open&sort=company");
    expect(own(reviewer, id)).toMatchObject({ state: "waiting", written: 0 });
    await work();
    const made = own(reviewer, id);
    expect(made).toMatchObject({ state: "done" });
    expect(made?.written).toBe(made?.total);
    const direct = expectOk(
      await exportList(reviewer, test.services.spreadsheets, {
        query: queryOf("status=open&sort=company"),
        format: "csv",
      }),
    );
    const file = expectOk(await downloadExport(reviewer, test.services, id));
    const text = await textOf(file.bytes);
    expect(text).toBe(await textOf(direct.bytes));
    expect(text.trimEnd().split("\r\n")).toHaveLength(direct.total + 1);
    expect(made?.size).toBe(Buffer.byteLength(text));
  });

  it("できたら、頼んだ人に一通だけ知らせ、条件も会社名も載せない", async () => {
    const id = await request(reviewer, "q=導入");
    await work();
    const told = () =>
      recentMails(test.services.database, 200).then((mails) =>
        mails.filter(({ messageId, template }) => template === "exportReady" && messageId === idOf(id)),
      );
    const [mail, ...more] = await told();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ toAddress: "kanto-reviewer@staff.example.jp", applicationId: null });
    expect(mail?.body).toContain("http://localhost:3000/review/exports");
    expect(mail?.body).not.toContain("導入");
    const context = test.context({ kind: "system", job: "exportList" });
    await runExport(context, test.services, { exportId: id });
    await work();
    expect(await told()).toHaveLength(1);
  });

  it("頼んだ人のほかは、あることも知らない", async () => {
    const id = await request(reviewer, "");
    await work();
    expect(own(coordinator, id)).toBeUndefined();
    expect(refusalOf(await downloadExport(coordinator, test.services, id))).toEqual({ kind: "notFound" });
    const administrator = await logIn(test, "administrator-1");
    expect(refusalOf(await downloadExport(administrator, test.services, id))).toMatchObject({
      kind: "forbidden",
    });
    expect(
      refusalOf(await requestExport(administrator, { query: queryOf(""), format: "csv" })),
    ).toMatchObject({
      kind: "forbidden",
    });
  });

  it("まだできていないファイルは受け取れない", async () => {
    const id = await request(reviewer, "");
    expect(refusalOf(await downloadExport(reviewer, test.services, id))).toEqual({ kind: "notFound" });
    await work();
    expect((await downloadExport(reviewer, test.services, id)).ok).toBe(true);
  });

  it("頼んだ後に役割を外された人の書出しは作らない", async () => {
    const other = await logIn(test, "kobe-reviewer");
    const id = await request(other, "");
    test.services.database.raw
      .prepare("delete from staff_assignments where account_id = ?")
      .run(accountIdOf(other.actor));
    await work();
    expect(own(other, id)).toMatchObject({ state: "failed", written: 0 });
  });

  it(`${EXPORT_DAYS}日を過ぎると受け取れず、ファイルも消える`, async () => {
    const id = await request(reviewer, "");
    await work();
    clock.advance({ days: EXPORT_DAYS, minutes: 1 });
    expect(own(reviewer, id)).toBeUndefined();
    expect(refusalOf(await downloadExport(reviewer, test.services, id))).toEqual({ kind: "notFound" });
    await work();
    expect(await test.services.exportFiles.open(id)).toBeNull();
  });
});

describe("読みかけの書出し", () => {
  const stream = async () =>
    expectOk(await exportList(reviewer, test.services.spreadsheets, { query: queryOf(""), format: "csv" }));

  it("途中で止めると、読取りの接続を返す", async () => {
    const { bytes } = await stream();
    const abort = new AbortController();
    const reader = streamOf(bytes, abort.signal).getReader();
    await reader.read();
    expect(heldSnapshots()).toBe(true);
    abort.abort();
    await expect.poll(heldSnapshots).toBe(false);
  });

  it("読み始めずにやめても、読取りの接続を返す", async () => {
    const made = await stream();
    expect(heldSnapshots()).toBe(true);
    made.close();
    expect(heldSnapshots()).toBe(false);
  });

  it(`${MOST_STREAMED}件を超える一覧は、答えながら送らず、ファイルを作る画面へ移る`, async () => {
    const { raw } = test.services.database;
    const columns = raw
      .prepare("select name from pragma_table_info('application_listings')")
      .pluck()
      .all() as string[];
    const value = (name: string): string =>
      name === "number" ? "null" : name === "application_id" ? "'copy-' || n" : name;
    raw.pragma("foreign_keys = OFF");
    raw.exec(`with recursive many(n) as (select 1 union all select n + 1 from many where n <= ${MOST_STREAMED})
      insert into application_listings select ${columns.map(value).join(", ")}
      from many, (select * from application_listings where office_code = 'meti-kanto' limit 1)`);
    raw.pragma("foreign_keys = ON");
    const answer = await exportLoader({
      request: new Request("http://localhost:3000/review/export?format=csv&kind=new", {
        headers: { Cookie: await staffCookie(test, "office:meti-kanto:reviewer") },
      }),
      params: {},
      context: test.loadContext,
    }).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    const { status, headers } = answer as Response;
    expect([status, headers.get("Location")]).toEqual([302, "/review/exports?format=csv&kind=new"]);
  });
});
