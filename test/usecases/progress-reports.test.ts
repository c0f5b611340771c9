/** 実施状況報告: 期限、下書き、提出、訂正、受領、知らせ。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { action, loader as page } from "#app/routes/applicant/report.tsx";
import { loader as list } from "#app/routes/applicant/reports.tsx";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { listReports } from "#app/usecases/reports/list-reports.server.ts";
import { openReport, openReports } from "#app/usecases/reports/open-reports.server.ts";
import { openFiledReport, receiveReport } from "#app/usecases/reports/receive-report.server.ts";
import { remindReports } from "#app/usecases/reports/remind-reports.server.ts";
import { fileReport, saveReportDraft } from "#app/usecases/reports/write-report.server.ts";
import { reportsOfPlan } from "#db/queries/progress-reports.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let test: TestServices;
let certified: Certified;
let reviewer: UseCaseContext;
let place: { readonly companyKey: string; readonly planId: string };
/** はじめの報告の年。 */
let first: { readonly year: number; readonly opensOn: string; readonly dueOn: string };

beforeAll(async () => {
  test = await startTestServices({ clock });
  certified = await certifiedPlan(test);
  reviewer = await logIn(test, "tohoku-reviewer");
  place = { companyKey: certified.companyKey, planId: certified.applicationId };
  const [year] = expectOk(await openReports(certified.applicant, place)).years;
  if (year === undefined) throw new Error("報告の年がありません。");
  first = year;
}, 120_000);
afterAll(() => test.close());

const at = (day: string): void => clock.set(`${day}T01:00:00.000Z`);
const open = async () => expectOk(await openReport(certified.applicant, { ...place, year: first.year }));
const reports = () => reportsOfPlan(test.services.database.reader, place.planId);

/** 全部の欄を、認定された目標のとおりに埋めた答え。 */
async function complete(): Promise<Record<string, string>> {
  const { source } = await open();
  const { indicator, measures } = source.targets;
  return {
    form: "full",
    ...Object.fromEntries((indicator?.parts ?? []).map(({ name, targetText }) => [name, targetText])),
    ...Object.fromEntries(
      measures.flatMap(({ id }) => [
        [`measure-${id}-state`, "underWay"],
        [`measure-${id}-note`, "予定のとおり進めています。"],
      ]),
    ),
    summary: "5軸加工機を入れ、夜間の無人運転を始めました。",
  };
}

const file = async (
  answers: Record<string, string>,
  more: { edition?: number; intentKey?: string; reason?: string } = {},
) =>
  fileReport(certified.applicant, {
    ...place,
    year: first.year,
    answers,
    edition: 0,
    intentKey: "intent-1",
    reason: "",
    ...more,
  });

describe("事業年度が終わる前", () => {
  it("保存も提出もはっきり断り、何も書かない", async () => {
    const answers = { summary: "まだです" };
    const save = await saveReportDraft(certified.applicant, {
      ...place,
      year: first.year,
      answers,
      draftVersion: 0,
    });
    for (const refused of [save, await file(answers)])
      expect(refusalOf(refused)).toEqual({
        kind: "report",
        refusal: { kind: "notOpen", opensOn: first.opensOn },
      });
    expect((await open()).draftVersion).toBe(0);
  });

  it("求めていない年と、ほかの会社の計画と、知らない計画は、無いものとして断る", async () => {
    const stranger = await logIn(test, "sakiyama@seishin.example.jp");
    const other = stranger.actor.kind === "applicant" ? stranger.actor.companyKey : "";
    for (const refused of [
      await openReport(certified.applicant, { ...place, year: 2020 }),
      await openReports(stranger, place),
      await openReports(stranger, { ...place, companyKey: other }),
      await openReports(certified.applicant, { ...place, planId: "無い計画" }),
    ])
      expect(refusalOf(refused)).toEqual({ kind: "notFound" });
  });

  it("局の一覧では、まだ待たない", () => {
    const { counts } = expectOk(listReports(reviewer, { list: "due", office: "", after: "" }));
    expect(counts).toEqual({ filed: 0, overdue: 0, due: 0, received: 0 });
  });
});

describe("事業年度が終わった後", () => {
  it("目標が読め、局の一覧で提出を待つ", async () => {
    at(first.opensOn);
    const { source, report } = await open();
    expect(report.state).toBe("due");
    expect(source.targets.indicator?.parts.every(({ targetText }) => targetText !== "")).toBe(true);
    expect(source.targets.measures.map(({ label }) => label)[0]).toBe("実施事項 ア");
    const { items } = expectOk(listReports(reviewer, { list: "due", office: "", after: "" }));
    expect(items).toMatchObject([{ planId: place.planId, year: first.year, dueOn: first.dueOn }]);
  });

  it("読めない値も下書きに残り、先に保存された版への保存は断る", async () => {
    const answers = { summary: "途中", actualProfit: "たくさん", unknown: "捨てる" };
    const input = { ...place, year: first.year, answers, draftVersion: 0 };
    expectOk(await saveReportDraft(certified.applicant, input));
    expect(refusalOf(await saveReportDraft(certified.applicant, input))).toMatchObject({ kind: "stale" });
    const { answers: kept, draftVersion } = await open();
    expect({ kept, draftVersion }).toMatchObject({ draftVersion: 1, kept: { summary: "途中" } });
    expect(kept).not.toHaveProperty("unknown");
  });

  it("足りない欄は、欄ごとの誤りになり、提出されない", async () => {
    const refusal = refusalOf(await file({ form: "full", summary: "" }));
    const { source } = await open();
    expect(refusal.kind === "invalid" ? Object.keys(refusal.errors).toSorted() : refusal).toEqual(
      [
        ...(source.targets.indicator?.parts.map(({ name }) => name) ?? []),
        ...source.targets.measures.map(({ id }) => `measure-${id}-state`),
        "summary",
      ].toSorted(),
    );
    expect(reports()).toEqual([]);
  });

  it("エントリーのアカウントは、書けるが提出できない", async () => {
    const { actor } = certified.applicant;
    if (actor.kind !== "applicant") throw new Error("申請者のはず");
    const entry = test.context({ ...actor, accountType: "entry" });
    const input = { ...place, year: first.year, answers: {}, edition: 0, intentKey: "entry", reason: "" };
    expect(refusalOf(await fileReport(entry, input))).toMatchObject({ kind: "forbidden" });
  });

  it("二度押しても一つだけ提出され、目標のとおりなら 100% の達成になる", async () => {
    const answers = await complete();
    const twice = await Promise.all([file(answers), file(answers)]);
    expect(twice).toEqual([
      { ok: true, value: { edition: 1 } },
      { ok: true, value: { edition: 1 } },
    ]);
    expect(reports()).toHaveLength(1);
    expect(reports()[0]).toMatchObject({
      state: "filed",
      edition: 1,
      reason: "",
      content: { indicator: { percentText: "100", reached: true } },
    });
    expect(new Set(reports()[0]?.content.measures.map(({ state }) => state))).toEqual(new Set(["実施中"]));
  });

  it("提出すると、次の年を待つようになる", async () => {
    const { years } = expectOk(await openReports(certified.applicant, place));
    expect(years.map(({ state }) => state).slice(0, 2)).toEqual(["filed", "upcoming"]);
    const { counts } = expectOk(listReports(reviewer, { list: "due", office: "", after: "" }));
    expect(counts).toEqual({ filed: 1, overdue: 0, due: 0, received: 0 });
  });
});

describe("提出の後", () => {
  it("同じ年の二度目の提出は、理由が要り、訂正の版になる", async () => {
    const answers = { ...(await complete()), form: "short", summary: "営業利益の数を直しました。" };
    expect(refusalOf(await file(answers, { edition: 1, intentKey: "intent-2" }))).toEqual({
      kind: "invalid",
      errors: { reason: ["訂正の理由を、500文字までで入力してください。"] },
    });
    expectOk(await file(answers, { edition: 1, intentKey: "intent-2", reason: "転記の誤りのため" }));
    expect(reports().map(({ edition, state, form }) => [edition, state, form])).toEqual([
      [2, "filed", "short"],
      [1, "superseded", "full"],
    ]);
    expect(reports()[0]?.content.measures).toEqual([]);
  });

  it("前の版を見ていた画面からの提出は断る", async () => {
    const stale = await file(await complete(), { edition: 1, intentKey: "intent-3", reason: "別の訂正" });
    expect(refusalOf(stale)).toMatchObject({ kind: "stale", subject: "progressReport" });
    expect(reports()).toHaveLength(2);
  });

  it("局は、いちばん新しい版だけを受け取れ、二度押しても同じ答えになる", async () => {
    const input = { planId: place.planId, year: first.year };
    expect(refusalOf(await receiveReport(reviewer, { ...input, edition: 1 }))).toMatchObject({
      kind: "stale",
    });
    expectOk(await receiveReport(reviewer, { ...input, edition: 2 }));
    expectOk(await receiveReport(reviewer, { ...input, edition: 2 }));
    expect(reports()[0]).toMatchObject({
      state: "received",
      receivedOn: first.opensOn,
      receivedByName: "佐藤 亮",
    });
    const { counts, items } = expectOk(listReports(reviewer, { list: "received", office: "", after: "" }));
    expect(counts).toEqual({ filed: 0, overdue: 0, due: 0, received: 1 });
    expect(items).toMatchObject([{ edition: 2, receivedOn: first.opensOn }]);
  });

  it("よその局には、一覧にも記録にも無い", async () => {
    const other = await logIn(test, "kobe-reviewer");
    expect(
      expectOk(listReports(other, { list: "received", office: "meti-tohoku", after: "" })).items,
    ).toEqual([]);
    const input = { planId: place.planId, year: first.year };
    expect(refusalOf(await openFiledReport(other, input))).toEqual({ kind: "notFound" });
    expect(refusalOf(await receiveReport(other, { ...input, edition: 2 }))).toEqual({ kind: "notFound" });
  });

  it("提出した報告の中身は、書き換えも削除もできない", () => {
    const { raw } = test.services.database;
    for (const change of ["reason = '別'", "content = '{}'", "state = 'filed'", "received_on = '2030-01-01'"])
      expect(() => raw.exec(`update progress_reports set ${change}`)).toThrow("progress_reports can only be");
    expect(() => raw.exec("delete from progress_reports")).toThrow("progress_reports is append-only");
  });
});

describe("期限の知らせ", () => {
  const mails = () =>
    test.services.database.raw
      .prepare("select payload from outbox where topic = 'bulkMail'")
      .pluck()
      .all() as string[];
  const remind = (day: string) =>
    remindReports(test.context({ kind: "system", job: "remindReports" }), { day: date(day) });

  it("期限の三十日前から、二つの働き手が何日続けても、一つの期限に一通だけ知らせる", async () => {
    const next = expectOk(await openReports(certified.applicant, place)).years[1];
    if (next === undefined) throw new Error("次の年があるはず");
    at(next.opensOn);
    await remind(next.opensOn);
    expect(mails()).toEqual([]);
    at(next.dueOn);
    await Promise.all([remind(next.dueOn), remind(next.dueOn)]);
    await remind(next.dueOn);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toContain(`/plans/${place.planId}/reports/${next.year}`);
  });

  it("期限を過ぎると、局の期限を過ぎた一覧に載る", () => {
    clock.advance({ days: 1 });
    const { items, counts } = expectOk(listReports(reviewer, { list: "overdue", office: "", after: "" }));
    expect(items).toMatchObject([{ planId: place.planId, year: first.year + 1 }]);
    expect(counts).toMatchObject({ overdue: 1, due: 0 });
  });

  it("認定を取り消すと、待たなくなる", async () => {
    const input = await current(certified.manager, certified.applicationId);
    const reason = "計画に従って実施していないため";
    expectOk(await revokeCertificate(certified.manager, test.services.pdf, { ...input, reason }));
    const { counts } = expectOk(listReports(reviewer, { list: "overdue", office: "", after: "" }));
    expect(counts).toEqual({ filed: 0, overdue: 0, due: 0, received: 1 });
  });
});

it("画面の道筋は、報告の権限を名乗る", () => {
  expect([list.access, page.access, action.access].map(({ action: name }) => name)).toEqual([
    "report.own",
    "report.own",
    "report.own",
  ]);
});
