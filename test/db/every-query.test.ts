/**
 * 手続、一覧、記録、書出し、仕事、運用の画面が送った SQL の全部の読み方。
 * 千行を超える表は、名指しした問合せのほかは、端から端まで読まない。
 */
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseFile } from "#app/services.server.ts";
import { listGroups, listSorts } from "#app/domain/worklist/list-columns.ts";
import { readPlanListQuery } from "#app/domain/plan-life/plan-list-query.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { chosenPeriod } from "#app/domain/worklist/statistics-period.ts";
import {
  askAccountChange,
  openCompanyAccounts,
  waitingAccountChanges,
} from "#app/usecases/accounts/account-changes.server.ts";
import { decideAccessChange } from "#app/usecases/accounts/decide-access-change.server.ts";
import { askRelink, openRelink } from "#app/usecases/accounts/relink-account.server.ts";
import { decideSurvey } from "#app/usecases/surveys/decide-survey.server.ts";
import { openSurvey, openSurveys } from "#app/usecases/surveys/open-surveys.server.ts";
import { proposeSurvey } from "#app/usecases/surveys/propose-survey.server.ts";
import { spreadSurvey } from "#app/usecases/surveys/spread-survey.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { today, type UseCaseContext } from "#app/usecases/context.ts";
import { openChangeStart } from "#app/usecases/plans/open-change-start.server.ts";
import { startChange } from "#app/usecases/plans/start-change.server.ts";
import { openMessages } from "#app/usecases/messages/open-messages.server.ts";
import { sendMessage } from "#app/usecases/messages/send-message.server.ts";
import { readEditions } from "#app/usecases/operations/read-editions.server.ts";
import { downloadOwnConfirmation } from "#app/usecases/confirmations/download-confirmation.server.ts";
import { listConfirmations } from "#app/usecases/confirmations/list-confirmations.server.ts";
import {
  listOwnConfirmations,
  openConfirmation,
} from "#app/usecases/confirmations/open-confirmation.server.ts";
import { offeredConfirmations } from "#app/usecases/confirmations/plan-confirmations.server.ts";
import { reviewConfirmation } from "#app/usecases/confirmations/review-confirmation.server.ts";
import { reportableConfirmations } from "#db/queries/confirmations.ts";
import { confirmedInvestment } from "#test/support/confirmed.ts";
import { correctAcceptance } from "#app/usecases/review/correct-acceptance.server.ts";
import { holdRecord } from "#app/usecases/review/hold-record.server.ts";
import { openChanges } from "#app/usecases/review/open-changes.server.ts";
import { pauseReview } from "#app/usecases/review/pause-review.server.ts";
import { countEscalations, readEscalations } from "#app/usecases/review/read-escalations.server.ts";
import { readStatistics } from "#app/usecases/review/read-statistics.server.ts";
import { correctPublication } from "#app/usecases/publication/correct-publication.server.ts";
import { exportPublication } from "#app/usecases/publication/export-publication.server.ts";
import { publishMonth, waitingMonths } from "#app/usecases/publication/publish-month.server.ts";
import { listPublications, openPublication } from "#app/usecases/publication/read-publication.server.ts";
import { listReports, reportLists } from "#app/usecases/reports/list-reports.server.ts";
import { openReport, openReports, waitingReports } from "#app/usecases/reports/open-reports.server.ts";
import { remindReports } from "#app/usecases/reports/remind-reports.server.ts";
import { listCompanyPlans, listPlans } from "#app/usecases/plans/list-plans.server.ts";
import { remindPlanEnds } from "#app/usecases/plans/remind-plan-ends.server.ts";
import { openOfficePlan, openOwnPlan } from "#app/usecases/plans/open-plan.server.ts";
import { recordAcquisition } from "#app/usecases/plans/record-acquisition.server.ts";
import { relatedApplications } from "#app/usecases/review/related-applications.server.ts";
import { resumeReview } from "#app/usecases/review/resume-review.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { officeTextBlocks } from "#app/usecases/review/text-blocks.server.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { listViewings } from "#app/usecases/applications/list-viewings.server.ts";
import { listCompany } from "#app/usecases/applications/list-company.server.ts";
import { verifyByCode } from "#app/usecases/certification/verify-certificate.server.ts";
import { awaitingBadge, readAwaiting } from "#app/usecases/notifications/awaiting.server.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { readAudit } from "#app/usecases/operations/read-audit.server.ts";
import { readJobs } from "#app/usecases/operations/read-jobs.server.ts";
import { readMails, readPendingMails } from "#app/usecases/operations/read-mails.server.ts";
import { readJob } from "#app/usecases/operations/settle-job.server.ts";
import { downloadExport, ownExports, requestExport } from "#app/usecases/review/background-exports.server.ts";
import { exportList } from "#app/usecases/review/export-list.server.ts";
import { listTransfers } from "#app/usecases/review/list-transfers.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { savedViews, saveView } from "#app/usecases/review/saved-views.server.ts";
import { readDirectories } from "#app/usecases/companies/read-directories.server.ts";
import { confirmClient, listClients, registerClient } from "#app/usecases/sharing/manage-clients.server.ts";
import { listSharedPlans, readSharedPlan } from "#app/usecases/sharing/read-shared-plans.server.ts";
import { setSharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { accountIdOf, logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  file,
  refusalOf,
  startAndFile,
  rowOf,
} from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";

/** 送った SQL。 */
const sent = new Set<string>();
type Prepare = (this: BetterSqlite3.Database, sql: string) => BetterSqlite3.Statement;
const prepare = Reflect.get(BetterSqlite3.prototype, "prepare") as Prepare;
const prepareWith = (value: Prepare): unknown =>
  Object.defineProperty(BetterSqlite3.prototype, "prepare", { value, configurable: true, writable: true });
let test: TestServices;
let plain: BetterSqlite3.Database;

/** 何年使っても千行を超えない表。 */
const small: ReadonlySet<string> = new Set([
  "rulebook_editions",
  "number_series",
  "listing_counts",
  // 一月に一行と、訂正の分。
  "publications",
  "staff_assignments",
  "api_clients",
  "surveys",
  "directory_health",
  // 受け取っている途中の物で、一日で片付く。
  "confirmation_uploads",
  // 一人又は一社を待つものを集めた、問合せの中の表。
  "waiting",
  "json_each",
  "__drizzle_migrations",
]);

beforeAll(async () => {
  prepareWith(function recorded(sql) {
    sent.add(sql);
    return prepare.call(this, sql);
  });
  test = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  expectOk(await loadPlans(test.services, { plans: 300, seed: 2 }));
  sent.clear();
  try {
    await useEverything();
  } finally {
    prepareWith(prepare);
  }
  // 三百行の表の統計では、読み方を選び違える。統計のない、いつもの選び方で見る。
  test.services.database.raw.exec("drop table if exists sqlite_stat1; drop table if exists sqlite_stat4");
  // 開いている接続は、読んだ統計を覚えている。
  plain = new BetterSqlite3(databaseFile(test.dataDir), { readonly: true });
}, 180_000);
afterAll(() => {
  plain.close();
  return test.close();
});

/** 手続を通し、一覧・記録・書出し・運用の画面を、どの条件と並びでも開く。 */
async function useEverything(): Promise<void> {
  const certified = await certifiedPlan(test);
  const { companyKey, applicant, applicationId } = certified;
  expectOk(await listCompany(applicant, companyKey));
  expectOk(await listViewings(applicant, { companyKey, applicationId }));
  expectOk(await openChangeStart(applicant, companyKey));
  const from = { kind: "portal", planId: applicationId } as const;
  expectOk(await startChange(applicant, { companyKey, intentKey: "change", from }));
  const typed = {
    number: "20250401東北第7号",
    certifiedOn: "2025-04-01",
    officeName: "東北経済産業局",
    start: "2025-04",
    end: "2030-03",
    code13: "",
  };
  expectOk(await startChange(applicant, { companyKey, intentKey: "paper", from: { kind: "paper", typed } }));
  const { code } = await certified.latest();
  await verifyByCode(test.context({ kind: "visitor" }), "192.0.2.1", code);
  const filters = [
    "",
    "q=導入",
    "q=導入&status=certified",
    "status=open",
    "office=meti-kanto&prefecture=13",
    "industry=E&guideline=manufacturing",
    "assignee=me&kind=new&proposal=certify",
    "equipment=A&reason=wrong&minReturns=1",
    "filedFrom=2026-06-01&acceptedFrom=2026-06-01&certifiedTo=2026-11-30&minAge=5",
    "due=over&due=stopped",
    "dueFrom=2026-12-01&minStopped=30",
  ];
  const arrangements = [
    ...Object.keys(listSorts).flatMap((sort) => [`sort=${sort}&order=asc`, `sort=${sort}&order=desc`]),
    ...Object.keys(listGroups).map((group) => `group=${group}`),
  ];
  for (const loginId of ["kanto-reviewer", "coordinator"]) {
    const staff = await logIn(test, loginId);
    for (const filter of filters)
      for (const arrangement of arrangements) {
        const search = [filter, arrangement].filter(Boolean).join("&");
        const page = expectOk(await listWork(staff, queryOf(search)));
        if (page.next !== null) expectOk(await listWork(staff, queryOf(`${search}&after=${page.next}`)));
      }
    expectOk(await savedViews(staff));
    expectOk(await saveView(staff, { name: "見方", scope: "mine", query: "status=open", pin: true }));
    for (const search of ["", "q=導入"]) {
      const made = expectOk(
        await exportList(staff, test.services.spreadsheets, { query: queryOf(search), format: "csv" }),
      );
      for await (const part of made.bytes) expect(part.byteLength).toBeGreaterThan(0);
    }
    const { id } = expectOk(await requestExport(staff, { query: queryOf(""), format: "csv" }));
    await certified.work();
    expectOk(ownExports(staff));
    expectOk(await downloadExport(staff, test.services, id));
    await openRecord(staff, applicationId);
  }
  const reviewer = await logIn(test, "tohoku-reviewer");
  expectOk(await openRecord(reviewer, applicationId));
  await reviewAndTalk(reviewer, applicant);
  await openPlans(certified);
  expectOk(await listTransfers(reviewer));
  expectOk(readAwaiting(reviewer));
  awaitingBadge(reviewer, 100);
  awaitingBadge(applicant, 100);
  for (const one of [reviewer, applicant]) {
    const { version, choices } = expectOk(openNoticeChoices(one));
    expectOk(await saveNoticeChoices(one, { version, posted: { ...choices, messages: "daily" } }));
  }
  const administrator = await logIn(test, "administrator-1");
  await shareAndAsk(administrator, certified);
  await publishAndCorrect(certified);
  await report(certified, reviewer);
  await confirmInvestment(certified, reviewer);
  const auditor = await logIn(test, "auditor");
  for (const state of [null, "waiting", "dead", "done"] as const) await readJobs(administrator, state);
  await readMails(administrator);
  await readPendingMails(administrator);
  readJob(administrator, 1);
  await sendSurvey(administrator);
  await stopMember(administrator, certified.companyKey);
  for (const one of [administrator, auditor]) {
    await readAudit(one);
    await readAudit(one, 100);
  }
}

/** 調査のメールを書き、確かめ、列に入れ、止める。 */
async function sendSurvey(administrator: UseCaseContext): Promise<void> {
  const coordinator = await logIn(test, "coordinator");
  const typed = { subject: "調査", body: "お願い", ministry: "", prefecture: "04", industry: "E", fromMonth: "", toMonth: "" }; // prettier-ignore
  const id = expectOk(await proposeSurvey(coordinator, typed, "every-query"));
  expectOk(await decideSurvey(administrator, id, "confirm"));
  await spreadSurvey(test.context({ kind: "system", job: "spreadSurvey" }), id);
  expectOk(openSurvey(coordinator, id));
  expectOk(openSurveys(coordinator));
  expectOk(await decideSurvey(coordinator, id, "stop"));
}

/** 計画の画面と一覧。 */
async function openPlans({ applicant, applicationId: planId, companyKey }: Certified): Promise<void> {
  expectOk(await listCompanyPlans(applicant, companyKey));
  const { plan } = expectOk(await openOwnPlan(applicant, { companyKey, planId }));
  const typed = { name: "検査用カメラ", acquiredOn: "2026-11-20", price: "900000" };
  const input = { companyKey, planId, row: "new", version: plan.version, intentKey: "acquired" };
  expectOk(await recordAcquisition(applicant, { ...input, typed }));
  await remindPlanEnds(applicant, { day: date("2029-05-30") });
  for (const loginId of ["tohoku-manager", "coordinator"]) {
    const reader = await logIn(test, loginId);
    expectOk(await openOfficePlan(reader, planId));
    for (const search of [
      "",
      "state=running",
      "state=soon&within=3&after=2026-12_x",
      "state=expired&guideline=manufacturing",
      "state=ended&prefecture=04",
      "q=20261201",
    ])
      expectOk(listPlans(reader, readPlanListQuery(new URLSearchParams(search))));
  }
}

/** 会社のアカウントと、止める求め。 */
async function stopMember(administrator: UseCaseContext, companyKey: string): Promise<void> {
  const { accounts } = expectOk(await openCompanyAccounts(administrator, companyKey));
  for (const { id: accountId } of accounts)
    expectOk(await askAccountChange(administrator, { accountId, stop: true, reason: "確かめ" }));
  const [change] = expectOk(waitingAccountChanges(administrator));
  const second = await logIn(test, "administrator-2");
  const [next] = accounts;
  const moved = await logIn(test, "minato@sakura.example.jp");
  expectOk(await openRelink(administrator, next?.id ?? "", companyKey));
  refusalOf(
    await askRelink(administrator, {
      accountId: accountIdOf(moved.actor),
      successorId: next?.id ?? "",
      reason: "確かめ",
    }),
  );
  expectOk(await decideAccessChange(second, change?.id ?? "", "confirmed"));
}

/** 連携先への提供と、会社の公表の値。 */
async function shareAndAsk(
  administrator: UseCaseContext,
  { applicant, applicationId, companyKey }: Certified,
): Promise<void> {
  const input = { name: "連携先", scopes: ["plans.basic"], webhookUrl: "", intentKey: "every-query" };
  const clientId = expectOk(await registerClient(administrator, input))?.clientId ?? "";
  const second = await logIn(test, "administrator-2");
  expectOk(await confirmClient(second, clientId));
  expectOk(await setSharingConsent(applicant, { applicationId, companyKey, given: true }));
  expectOk(await listClients(administrator));
  const client = test.context({ kind: "apiClient", clientId, name: "連携先", scopes: ["plans.basic"] });
  const since = "2026-11-01T00:00:00.000Z";
  for (const wish of [
    { since: null, companyKey: null },
    { since, companyKey: null },
    { since, companyKey },
  ])
    expectOk(await listSharedPlans(client, { ...wish, after: 0, limit: 100 }));
  expectOk(await readSharedPlan(client, applicationId));
  expectOk(await readDirectories(administrator, test.services, companyKey));
}

/** 公表と、その訂正、公開の一覧と書出し。 */
async function publishAndCorrect({ applicationId }: Certified): Promise<void> {
  const coordinator = await logIn(test, "coordinator");
  const visitor = test.context({ kind: "visitor" });
  // 終わった月は、働き手がもう公表している。
  expect(waitingMonths(coordinator)).toEqual([]);
  const month = listPublications(visitor)[0]?.month ?? "";
  expectOk(await publishMonth(coordinator, month));
  for (const choice of [
    { ministry: "", prefecture: "", division: "" },
    { ministry: "経済産業省", prefecture: "13", division: "E" },
  ]) {
    expectOk(openPublication(visitor, { month, choice, after: 1 }));
    const file = expectOk(
      exportPublication(visitor, test.services.spreadsheets, { month, choice, format: "json" }),
    );
    for await (const part of file.bytes()) expect(part.byteLength).toBeGreaterThan(0);
  }
  const correction = { month, edition: 1, kind: "add", number: applicationId, name: "", reason: "漏れ" };
  expect((await correctPublication(coordinator, correction)).ok).toBe(false);
}

/** 実施状況報告の画面と、期限の知らせ。 */
async function report(
  { applicant, applicationId: planId, companyKey }: Certified,
  reviewer: UseCaseContext,
): Promise<void> {
  const place = { companyKey, planId };
  const [first] = expectOk(await openReports(applicant, place)).years;
  expectOk(await openReport(applicant, { ...place, year: first?.year ?? 0 }));
  waitingReports(applicant, companyKey);
  for (const one of [reviewer, await logIn(test, "coordinator")])
    for (const list of reportLists)
      for (const after of ["", "2026-12-01~x"]) expectOk(listReports(one, { list, office: "", after }));
  await remindReports(reviewer, { day: date("2027-06-01") });
}

/** 投資計画の確認の画面と一覧、計画の設備の行での番号。 */
async function confirmInvestment(certified: Certified, reviewer: UseCaseContext): Promise<void> {
  const { applicant, applicationId } = certified;
  const own = await confirmedInvestment(test);
  await certified.work();
  const { letter } = expectOk(await openConfirmation(applicant, own));
  expectOk(await listOwnConfirmations(applicant, own.companyKey));
  expectOk(await reviewConfirmation(reviewer, own.confirmationId));
  expectOk(await downloadOwnConfirmation(applicant, test.services, own));
  await verifyByCode(test.context({ kind: "visitor" }), "192.0.2.9", letter?.code ?? "");
  for (const one of [reviewer, await logIn(test, "coordinator")])
    for (const words of ["", "26-"])
      for (const [status, type] of [[null, null] as const, ["confirmed", "B"] as const])
        for (const after of [null, { filedAt: "2026-12-01T01:00:00.000Z", id: "x" }])
          expectOk(await listConfirmations(one, { words, status, type, after }));
  await offeredConfirmations(applicant, await rowOf(applicant, applicationId));
  await reportableConfirmations(test.services.database);
  await reportableConfirmations(test.services.database, own.companyKey);
}

/** 差戻し、連絡、メモ、中断、受理日の訂正、移送の画面と、統計、急ぐ申請。 */
async function reviewAndTalk(reviewer: UseCaseContext, applicant: UseCaseContext): Promise<void> {
  const own = await startAndFile(applicant, manufacturing.answers);
  const { applicationId } = own;
  const now = () => current(reviewer, applicationId);
  await acceptAndPropose(reviewer, applicationId);
  expectOk(await holdRecord(reviewer, { applicationId, tabId: "tab", mode: "take" }));
  for (const [index, one] of [reviewer, applicant].entries()) {
    const message = { intent: `message-${index}`, about: "", text: "決算書の年度を教えてください。" };
    expectOk(await sendMessage(one, { applicationId, ...message }));
    expectOk(await openMessages(one, applicationId));
  }
  expectOk(await pauseReview(reviewer, { ...(await now()), reason: "awaitingAnswer", text: "" }));
  expectOk(await resumeReview(reviewer, await now()));
  const acceptance = { acceptedOn: date("2026-12-01"), reason: "押印の日と違っていたため" };
  expect((await correctAcceptance(reviewer, { ...(await now()), ...acceptance })).ok).toBe(false);
  const comments = [{ section: "company", field: "employees", kind: "wrong", text: "人数" }] as const;
  expectOk(await returnForCorrection(reviewer, { ...(await now()), comments }));
  expectOk(await openApplication(applicant, own));
  await file(applicant, own);
  expectOk(await openChanges(reviewer, applicationId, "returned"));
  expectOk(await officeTextBlocks(reviewer));
  const { application, submission } = expectOk(await openRecord(reviewer, applicationId));
  await relatedApplications(reviewer, application, submission);
  for (const loginId of ["tohoku-manager", "coordinator"]) {
    const manager = await logIn(test, loginId);
    expectOk(await readEscalations(manager));
    countEscalations(manager, 100);
    const { period } = chosenPeriod(today(manager), "recent");
    expectOk(await readStatistics(manager, { period, offices: [] }));
  }
  expectOk(await readEditions(await logIn(test, "administrator-1")));
}

const queryOf = (search: string) => readListQuery(new URLSearchParams(search)).query;

type Scan = { readonly step: string; readonly sql: string };

/** 全部の局を見てよい企画課の一覧。局の職員の一覧は、どれも局の索引から読む。 */
const everyOffice = /^SCAN application_listings(?: USING (?:COVERING )?INDEX \w+)?$/u;

/** 端から読んでよい問合せ。 */
const allowed: readonly { readonly step: RegExp; readonly sql: RegExp; readonly reason: string }[] = [
  {
    step: everyOffice,
    sql: /^select application_listings\.number as number from application_listings where (?!.*"office_code" in).* order by .* limit \?$/su,
    reason: "全部の局の一覧。並べ順の索引をたどり、一頁（書出しでは五百行）が見つかったところで止まる",
  },
  {
    step: everyOffice,
    sql: /^select count\(\*\) as total from \(select 1 from application_listings where (?!.*"office_code" in).*\)$/su,
    reason: "全部の局の件数。画面では一万件で数え止め、書出しでは同じ瞬間の行数を添えるために一度数える",
  },
  {
    step: everyOffice,
    sql: /^select "application_listings"\."\w+" as value, count\(\*\) as total from application_listings where (?!.*"office_code" in).* group by 1/su,
    reason: "企画課が全部の局の件数をまとめたとき。数えるには全部を一度読む",
  },
  {
    step: /^SCAN (?:outbox|mails USING INDEX mails_created|audit_entries)$/u,
    sql: /^select .* from "(?:outbox|mails|audit_entries)" (?:where "audit_entries"\."sequence" < \? )?order by .* desc limit \?$/su,
    reason: "運用の画面。新しい方から一頁だけたどって止まる",
  },
  {
    step: /^SCAN rulebook_facts USING INDEX/u,
    sql: /^select "edition_id", "certainty", count\(\*\) from "rulebook_facts" group by/u,
    reason: "規則集の入口。版ごとの決まりの数と確かさを一度数える。版は年に数回しか増えない",
  },
  {
    step: /^SCAN plans USING COVERING INDEX plans_origin$/u,
    sql: /^select "origin", count\(\*\) from "plans" group by "plans"\."origin"$/u,
    reason: "企画課の統計。全部の局の計画を、索引だけで一度数える",
  },
  {
    step: /^SCAN sessions$/u,
    sql: /^delete from "sessions" where "sessions"\."idle_until" <= \?$/u,
    reason: "ログインのとき、切れたログインを片付ける。表にあるのは、生きているログインだけ",
  },
  {
    step: /^SCAN uploads USING COVERING INDEX/u,
    sql: /^select "id" from "uploads"$/u,
    reason: "一日一度、置き場に残ったファイルと見比べる",
  },
  {
    step: /^SCAN list_exports$/u,
    sql: /^select .* from "list_exports" where "list_exports"\."created_at" <= \? limit \?$/u,
    reason: "一日一度、期限の過ぎた書出しを消す。表にあるのは七日分だけ",
  },
  {
    step: /^SCAN request_buckets$/u,
    sql: /^delete from "request_buckets" where "request_buckets"\."window_start" < \?$/u,
    reason: "一日一度、前の日の回数を消す",
  },
];

/** 端から読む段。FTS5 の索引をたどる段と、番号で引く段は、当たる行だけを読む。 */
const scansOf = (sql: string): readonly Scan[] =>
  planOf(sql).flatMap((step) => {
    const table = /^SCAN (\w+)/u.exec(step)?.[1];
    // 一度に入れる何行かの値。表ではない。
    if (/^SCAN \d+-ROW VALUES CLAUSE$/u.test(step)) return [];
    const found = / VIRTUAL TABLE INDEX \d+:[M=]/u.test(step);
    return table === undefined || found || small.has(table) || table === "CONSTANT" ? [] : [{ step, sql }];
  });

function planOf(sql: string): readonly string[] {
  const statement = plain.prepare(`explain query plan ${sql}`);
  for (let count = 0; count < 400; count += 1)
    try {
      const values = Array.from({ length: count }, () => null);
      return (statement.all(...values) as readonly { readonly detail: string }[]).map(({ detail }) => detail);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  throw new Error(`値の数が分かりません: ${sql}`);
}

it("千行を超える表を端から読むのは、名指しした問合せだけで、名指しは全部使われている", () => {
  const asked = [...sent].filter((sql) => /^\s*(?:select|update|delete|insert|with)/iu.test(sql));
  expect(asked.length).toBeGreaterThan(150);
  const scans = asked.flatMap(scansOf);
  const explains = (one: (typeof allowed)[number], { step, sql }: Scan): boolean =>
    one.step.test(step) && one.sql.test(sql);
  expect(scans.filter((scan) => !allowed.some((one) => explains(one, scan)))).toEqual([]);
  const unused = allowed.filter((one) => !scans.some((scan) => explains(one, scan)));
  expect(unused.map(({ reason }) => reason)).toEqual([]);
});
