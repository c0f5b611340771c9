/** 会社の公表の値: 引く、控える、欄に入れる、提出と一緒に凍結する。相手が落ちていても手続は進む。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  demoCompanies,
  type RegistryRecord,
} from "#app/adapters/company-directory/embedded/demo-companies.ts";
import type { CorporateNumber } from "#app/domain/text/corporate-number.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import { overrideClosure } from "#app/usecases/companies/closed-company.server.ts";
import { filedProvenance } from "#app/usecases/companies/company-provenance.server.ts";
import {
  fetchCompanyFacts,
  requestCompanyFacts,
} from "#app/usecases/companies/fetch-company-facts.server.ts";
import { fillFromFacts } from "#app/usecases/companies/fill-from-facts.server.ts";
import { findCompanies } from "#app/usecases/companies/find-companies.server.ts";
import { lookUpCompany, lookUpForPage } from "#app/usecases/companies/look-up-company.server.ts";
import { readDirectories } from "#app/usecases/companies/read-directories.server.ts";
import { unconfirmedFacts } from "#app/routes/reviewer/company-facts-view.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { type FakeDirectories, startFakeDirectories } from "#test/support/fake-directories.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

const AOBA = "7990001000001" as CorporateNumber;

let records: RegistryRecord[];
let fake: FakeDirectories;
let clock: TestClock;
let portal: TestServices;
beforeEach(async () => {
  records = [...demoCompanies];
  fake = await startFakeDirectories(records);
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock, environment: fake.environment });
});
afterEach(async () => {
  await portal.close();
  await fake.close();
});

const system = () => portal.context({ kind: "system", job: "fetchCompanyFacts" });
const lookUp = () => lookUpCompany(system(), portal.services, AOBA);
const takahashi = () => logIn(portal, "takahashi@aoba.example.jp");

/** 公表の記録を書き換える。 */
function publish(changes: Partial<RegistryRecord>): void {
  const index = records.findIndex((one) => one.corporate_number === AOBA);
  const before = records[index];
  if (before !== undefined) records[index] = { ...before, ...changes };
}

describe("引く", () => {
  it("24時間は控えを使い、過ぎたら引き直す", async () => {
    expect(await lookUp()).toMatchObject({ kind: "known", facts: { name: "株式会社青葉精密製作所" } });
    clock.advance({ hours: 23 });
    await lookUp();
    expect(fake.asked).toHaveLength(1);
    publish({ name: "株式会社青葉製作所" });
    clock.advance({ hours: 2 });
    expect(await lookUp()).toMatchObject({ facts: { name: "株式会社青葉製作所" }, outdated: false });
  });

  it("法人インフォメーションに無ければ、国税庁に尋ねる。どちらにも無ければ「無い」と控える", async () => {
    records.splice(0);
    expect(await lookUp()).toMatchObject({ kind: "known", facts: null });
    expect(fake.asked.map((path) => path.split("/")[1])).toEqual(["hojin", "nta"]);
    await lookUp();
    expect(fake.asked).toHaveLength(2);
  });

  it("どちらも答えなければ古い控えを返し、控えも無ければ理由を返す", async () => {
    fake.behave("unauthorised");
    expect(await lookUp()).toEqual({ kind: "unknown", faults: ["unauthorised", "unauthorised"] });
    fake.behave("normal");
    await lookUp();
    clock.advance({ hours: 25 });
    fake.behave("unauthorised");
    expect(await lookUp()).toMatchObject({ kind: "known", outdated: true, facts: { corporateNumber: AOBA } });
  });

  it("画面は、答えない相手をいつまでも待たない", async () => {
    fake.behave("slow");
    const started = performance.now();
    expect(await lookUpForPage(system(), portal.services, AOBA)).toEqual({
      kind: "unknown",
      faults: ["timeout"],
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("引けなかった仕事は投げてやり直され、直れば値が入る。頼むのは一日に一度", async () => {
    fake.behave("unauthorised");
    const job = { corporateNumber: AOBA };
    await expect(fetchCompanyFacts(system(), portal.services, job)).rejects.toThrow("unauthorised");
    fake.behave("normal");
    await requestCompanyFacts(system(), portal.services, AOBA);
    await requestCompanyFacts(system(), portal.services, AOBA);
    await fetchCompanyFacts(system(), portal.services, job);
    expect(await lookUp()).toMatchObject({ kind: "known", outdated: false });
  });

  it("引く口の様子は管理者に見え、答えの形の変化も残る", async () => {
    fake.behaveOnce("faulty");
    await lookUp();
    publish({ status: "休止" });
    clock.advance({ hours: 25 });
    await lookUp();
    const administrator = await logIn(portal, "administrator-1");
    const view = expectOk(await readDirectories(administrator, portal.services, ""));
    expect(view.states).toMatchObject([{ source: "gbizinfo", failures: 0, drift: ["status"] }]);
    expect(refusalOf(await readDirectories(await takahashi(), portal.services, ""))).toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("欄に入れる", () => {
  const typed = { name: "青葉（手で打った名前）", corporateNumber: AOBA, address: "", establishedOn: "" };

  it("空いている欄だけに入れ、打たれた値は変えない", async () => {
    const applicant = await takahashi();
    await lookUp();
    const { answers, filled } = await fillFromFacts(applicant, AOBA, typed, "empty");
    expect(answers).toMatchObject({
      name: typed.name,
      address: "宮城県仙台市泉区明通２丁目１４番地",
      prefecture: "04",
      capital: "30,000,000",
      establishedOn: "昭和59年6月1日",
    });
    expect(filled).not.toContain("name");
  });

  it("名指しした欄には、打たれた値があっても入れる。引けていなければ GビズID の値を入れる", async () => {
    const applicant = await takahashi();
    expect((await fillFromFacts(applicant, AOBA, typed, "name")).answers).toEqual({
      ...typed,
      name: "株式会社青葉精密製作所",
    });
    expect((await fillFromFacts(applicant, AOBA, typed, "知らない欄")).filled).toEqual([]);
  });
});

describe("登記の閉鎖", () => {
  const begin = async (intentKey: string) =>
    startApplication(await takahashi(), { companyKey: AOBA, intentKey, anotherDraft: true });

  it("閉鎖された法人は新しい申請を始められず、管理者が理由を残せば始められる", async () => {
    publish({ status: "閉鎖", close_date: "2026-03-31", close_cause: "01" });
    expectOk(await begin("引く前は止めない"));
    await lookUp();
    expect(refusalOf(await begin("閉鎖"))).toMatchObject({
      kind: "companyClosed",
      closure: { on: "2026-03-31", cause: "01" },
    });
    const administrator = await logIn(portal, "administrator-1");
    const input = { corporateNumber: AOBA, reason: " ", intentKey: "override-1" };
    expect(refusalOf(await overrideClosure(administrator, input))).toMatchObject({ kind: "invalid" });
    const given = { ...input, reason: "登記事項証明書で、存続を確かめた" };
    expect(refusalOf(await overrideClosure(await takahashi(), given))).toMatchObject({ kind: "forbidden" });
    expectOk(await overrideClosure(administrator, given));
    expectOk(await overrideClosure(administrator, given));
    expectOk(await begin("認めた後"));
  });
});

describe("提出と一緒に凍結する", () => {
  const provenance = async (own: { readonly applicationId: string }) => {
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const { application, submission } = expectOk(await openRecord(reviewer, own.applicationId));
    return {
      lines: await unconfirmedFacts(reviewer, { application, submission }),
      given: await filedProvenance(reviewer, {
        applicationId: application.id,
        companyKey: application.companyKey,
        sequence: submission.sequence,
        answers: submission.answers["company"] ?? {},
      }),
    };
  };

  it("申請の後に公表が変わっても、審査する人は申請の時の値を見る", async () => {
    await lookUp();
    const own = await startAndFile(await takahashi(), manufacturing.answers);
    publish({ name: "株式会社別の名前", location: "東京都千代田区霞が関１丁目１番１号" });
    clock.advance({ hours: 25 });
    await lookUp();
    const { given, lines } = await provenance(own);
    expect(given).toMatchObject({ afterFiling: false, state: { facts: { name: "株式会社青葉精密製作所" } } });
    expect(given?.fields.find(({ field }) => field === "name")).toMatchObject({
      sources: [
        { source: "GビズID", same: true },
        { source: "法人インフォメーション", same: true },
      ],
    });
    expect(lines).toEqual([]);
  });

  it("相手が落ちていても申請でき、確かめられていないと示し、後で引けた値はそのように示す", async () => {
    fake.behave("unauthorised");
    const own = await startAndFile(await takahashi(), manufacturing.answers);
    const before = await provenance(own);
    expect(before.given?.state).toEqual({ kind: "notFetched" });
    expect(before.lines).toEqual([
      "名称と住所は、法人インフォメーション（gBizINFO）でまだ確かめられていません。",
    ]);
    fake.behave("normal");
    await fetchCompanyFacts(system(), portal.services, { corporateNumber: AOBA });
    const after = await provenance(own);
    expect(after.given).toMatchObject({ afterFiling: true, state: { kind: "found" } });
    expect(after.lines).toEqual([]);
  });

  it("申請者が出どころと違う値にした欄と、閉鎖は、決定の前に示す", async () => {
    publish({ status: "閉鎖", close_date: "2026-11-30" });
    const answers = {
      ...manufacturing.answers,
      company: { ...manufacturing.answers["company"], address: "宮城県仙台市青葉区本町三丁目8番1号" },
    };
    const own = await startAndFile(await takahashi(), answers);
    await lookUp();
    expect((await provenance(own)).lines).toEqual([
      "公表の情報では、令和8年11月30日に登記が閉鎖されています。",
      "申請者が、どの出どころとも違う値にした欄：住所",
    ]);
  });
});

describe("名称から探す", () => {
  it("法人格の略し方を除いて探し、短い言葉と続けすぎを断る", async () => {
    const applicant = await takahashi();
    const find = (name: string) =>
      findCompanies(applicant, portal.services, { companyKey: AOBA, name, prefecture: null });
    expect(expectOk(await find("㈱ つばめ商会"))).toMatchObject({
      kind: "found",
      candidates: [{ name: "株式会社つばめ商会", closed: true }],
    });
    expect(refusalOf(await find("㈱"))).toMatchObject({ kind: "invalid" });
    for (let times = 0; times < 29; times += 1) await find("つばめ");
    expect(expectOk(await find("つばめ"))).toMatchObject({ kind: "limited" });
  });

  it("どの相手も答えなければ、そう示す", async () => {
    fake.behave("html");
    const applicant = await takahashi();
    const found = await findCompanies(applicant, portal.services, {
      companyKey: AOBA,
      name: "つばめ",
      prefecture: null,
    });
    expect(expectOk(found)).toEqual({ kind: "unavailable" });
  });
});
