/** 公表: 同意した事業者だけを一度だけ載せ、載せた行は変えず、取消しと訂正を後から添える。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as csv } from "#app/routes/public/published-month-csv.ts";
import { loader as json } from "#app/routes/public/published-month-json.ts";
import { loader as monthPage } from "#app/routes/public/published-month.tsx";
import { loader as months } from "#app/routes/public/published.tsx";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { correctPublication } from "#app/usecases/publication/correct-publication.server.ts";
import { publishMonth, waitingMonths } from "#app/usecases/publication/publish-month.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { publicationEditions } from "#db/queries/publications.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { construction, manufacturing, withFields } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let test: TestServices;
let certified: Certified;
let coordinator: UseCaseContext;
let secret: string;

const MONTH = "2026-12";
const nextMonth = () => clock.set("2027-01-04T01:00:00.000Z");

/** 公表しないと選んだ計画を認定する。 */
async function certifySecretly(): Promise<string> {
  const answers = withFields(manufacturing.answers, "company", { publishConsent: "no" });
  const { applicationId } = await startAndFile(certified.applicant, answers);
  await acceptAndPropose(await logIn(test, "tohoku-reviewer"), applicationId);
  const input = await current(certified.manager, applicationId);
  expectOk(await certifyPlan(certified.manager, test.services.pdf, input));
  return (await certificationOf(test.services.database, applicationId))?.number ?? "";
}

beforeAll(async () => {
  test = await startTestServices({ clock });
  certified = await certifiedPlan(test);
  secret = await certifySecretly();
  coordinator = await logIn(test, "coordinator");
}, 120_000);
afterAll(() => test.close());

const open = async (search = "") => {
  const page = await load(monthPage, test.loadContext, `/published/${MONTH}${search}`, {
    params: { month: MONTH },
  });
  if (page instanceof Response) throw new Error(`画面が出るはず: ${page.status}`);
  return page;
};

const download = async (loader: typeof csv, headers: Readonly<Record<string, string>> = {}, search = "") =>
  load(loader, test.loadContext, `/published/${MONTH}.file${search}`, { params: { month: MONTH }, headers });

const editions = () => publicationEditions(test.services.database.reader);
const correct = (input: { kind: string; number: string; name?: string; reason?: string; edition?: number }) =>
  correctPublication(coordinator, {
    month: MONTH,
    edition: editions()[0]?.edition ?? 0,
    name: "",
    reason: "入力の誤りのため",
    ...input,
  });

describe("月が終わる前", () => {
  it("まだ終わらない月は、企画課でも公表できず、公表する月にも挙がらない", async () => {
    expect(refusalOf(await publishMonth(coordinator, MONTH))).toEqual({ kind: "notFound" });
    expect(waitingMonths(coordinator)).toEqual([]);
  });

  it("公表していない月の一覧は 404", async () => {
    const params = { month: MONTH };
    for (const answer of [
      await load(monthPage, test.loadContext, `/published/${MONTH}`, { params }),
      await load(csv, test.loadContext, `/published/${MONTH}.csv`, { params }),
      await load(json, test.loadContext, `/published/${MONTH}.json`, { params }),
    ])
      expect(answer).toMatchObject({ status: 404 });
  });
});

describe("翌月のはじめの業務日", () => {
  it("公表は企画課と処理だけができる", async () => {
    nextMonth();
    expect(refusalOf(await publishMonth(certified.manager, MONTH))).toMatchObject({ kind: "forbidden" });
    expect(waitingMonths(coordinator)).toEqual([{ month: MONTH, on: "2027-01-04" }]);
  });

  it("二人の働き手と企画課が同時に行っても、版は一つだけになる", async () => {
    const results = await Promise.all([
      certified.work(),
      certified.work(),
      publishMonth(coordinator, MONTH),
      publishMonth(coordinator, MONTH),
    ]);
    expect(results.slice(2)).toEqual([
      { ok: true, value: { total: 1 } },
      { ok: true, value: { total: 1 } },
    ]);
    expect(editions().map(({ month, edition, total }) => [month, edition, total])).toEqual([[MONTH, 1, 1]]);
  });

  it("公表に同意した事業者だけが、認定した時の値で載る", async () => {
    const { rows, title, publishedOn } = await open();
    expect({ title, publishedOn }).toEqual({ title: "令和8年12月", publishedOn: "令和9年1月4日" });
    expect(rows).toEqual([
      {
        number: certified.number,
        name: "株式会社青葉精密製作所",
        corporateNumber: certified.companyKey,
        ministry: "経済産業省",
        prefecture: "宮城県",
        industry: expect.stringMatching(/^\d{4} .+/u),
        certified: "令和8年12月1日 新規",
        later: "",
      },
    ]);
    const listed = await load(months, test.loadContext, "/published");
    expect(listed).toMatchObject({ months: [{ month: MONTH, count: "1件" }] });
  });

  it("絞込みは URL にあり、合わない条件では一件も載らない", async () => {
    expect((await open("?ministry=経済産業省&prefecture=04&division=E")).rows).toHaveLength(1);
    const none = await open("?prefecture=13");
    expect(none.rows).toEqual([]);
    expect(none.search).toBe("?prefecture=13");
  });
});

describe("書出し", () => {
  it("CSV は BOM で始まり、一覧と同じ行を持つ", async () => {
    const answer = await download(csv);
    if (!(answer instanceof Response)) throw new Error("Response が返るはず");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${certified.number},2026-12-01,新規,株式会社青葉精密製作所`);
  });

  it("JSON には、版、利用の条件、件数があり、同意しない事業者の番号は無い", async () => {
    const answer = await download(json);
    if (!(answer instanceof Response)) throw new Error("Response が返るはず");
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({
      format: "published-plans/v1",
      month: MONTH,
      edition: 1,
      publishedOn: "2027-01-04",
      terms: expect.stringContaining("出典"),
      total: 1,
      plans: [{ number: certified.number, later: "" }],
    });
    expect(body).not.toContain(secret);
  });

  it("中身が同じ間は 304 で、条件が違えば印も違う", async () => {
    const tagOf = async (search = ""): Promise<string> => {
      const answer = await download(csv, {}, search);
      return answer instanceof Response ? (answer.headers.get("ETag") ?? "") : "";
    };
    const tag = await tagOf();
    expect(await download(csv, { "If-None-Match": tag })).toMatchObject({ status: 304 });
    expect(await tagOf("?prefecture=04")).not.toBe(tag);
  });
});

describe("公表の後", () => {
  it("取り消した認定の行は残り、取消しが添えられ、控えの印も変わる", async () => {
    const before = await download(json);
    const tag = before instanceof Response ? (before.headers.get("ETag") ?? "") : "";
    const input = await current(certified.manager, certified.applicationId);
    const reason = "計画に従って実施していないため";
    expectOk(await revokeCertificate(certified.manager, test.services.pdf, { ...input, reason }));
    expect((await open()).rows[0]).toMatchObject({
      number: certified.number,
      later: "令和9年1月4日 認定の取消し",
    });
    expect(await download(json, { "If-None-Match": tag })).toMatchObject({ status: 200 });
  });

  it("同意しない事業者は、企画課でも加えられない", async () => {
    expect(refusalOf(await correct({ kind: "add", number: secret }))).toEqual({
      kind: "invalid",
      errors: { number: ["この事業者は「公表しない」を選んでいるので、一覧に加えられません。"] },
    });
    expect(editions()).toHaveLength(1);
  });

  it.each([
    ["理由の無い訂正", { kind: "rename", name: "株式会社青葉", reason: " " }, "reason"],
    ["種類の無い訂正", { kind: "", name: "" }, "kind"],
    ["名称の無い、名称の訂正", { kind: "rename", name: "" }, "name"],
    ["その月に無い番号", { kind: "add", number: "20261201東北第999号" }, "number"],
  ])("%sは、その欄の誤りになる", async (_title, input, field) => {
    const refusal = refusalOf(await correct({ number: certified.number, ...input }));
    expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : refusal).toEqual([field]);
  });

  it("訂正は理由とともに次の版になり、取消しの印は残る", async () => {
    const rename = { kind: "rename", number: certified.number, name: "株式会社青葉製作所" };
    expect(expectOk(await correct(rename))).toEqual({ edition: 2 });
    const page = await open();
    expect(page.rows[0]).toMatchObject({
      name: "株式会社青葉製作所",
      later: "令和9年1月4日 認定の取消し",
    });
    expect(page.corrections).toEqual([{ edition: 2, on: "令和9年1月4日", reason: "入力の誤りのため" }]);
  });

  it("先に訂正された版からの訂正は断り、何も書かない", async () => {
    const stale = await correct({ kind: "remove", number: certified.number, edition: 1 });
    expect(refusalOf(stale)).toMatchObject({ kind: "stale", subject: "publication" });
    expect(editions()).toHaveLength(2);
  });

  it("除いた行は、画面からもファイルからも消え、加えると戻る", async () => {
    expectOk(await correct({ kind: "remove", number: certified.number }));
    expect((await open()).rows).toEqual([]);
    const file = await download(csv);
    expect(file instanceof Response ? await file.text() : "").not.toContain(certified.number);
    expectOk(await correct({ kind: "add", number: certified.number }));
    expect((await open()).rows).toHaveLength(1);
    expect(editions().map(({ edition }) => edition)).toEqual([4, 3, 2, 1]);
  });
});

it("認定の無い月も、無かったことを公表し、式に見える名称は CSV で式にならない", async () => {
  const applicant = await logIn(test, "yoshikawa@yoshikawa.example.jp");
  const answers = withFields(construction.answers, "company", { name: "=2+3 建設", publishConsent: "yes" });
  const { applicationId } = await startAndFile(applicant, answers);
  await acceptAndPropose(await logIn(test, "kinki-seibi-reviewer"), applicationId);
  const manager = await logIn(test, "kinki-seibi-manager");
  expectOk(await certifyPlan(manager, test.services.pdf, await current(manager, applicationId)));
  clock.set("2027-03-01T01:00:00.000Z");
  expect(waitingMonths(coordinator).map(({ month }) => month)).toEqual(["2027-01", "2027-02"]);
  for (const month of ["2027-01", "2027-02"]) expectOk(await publishMonth(coordinator, month));
  expect(editions()[0]).toMatchObject({ month: "2027-02", total: 0 });
  const file = await load(csv, test.loadContext, "/published/2027-01.csv", { params: { month: "2027-01" } });
  expect(file instanceof Response ? await file.text() : "").toContain(",'=2+3 建設,");
}, 60_000);
