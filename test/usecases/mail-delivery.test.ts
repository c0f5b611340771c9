/** メールの届き具合: 送れなければ間を延ばしてやり直し、尽きたら操作者が手当てし、どれも申請の記録に示す。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveryWord } from "#app/domain/notification/delivery.ts";
import { action as jobAction, loader as jobLoader } from "#app/routes/admin/job.tsx";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { readMails, readPendingMails } from "#app/usecases/operations/read-mails.server.ts";
import { settleJob } from "#app/usecases/operations/settle-job.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { jobOf, type OutboxRow } from "#db/queries/operations.ts";
import { auditEntries, outbox } from "#db/schema/index.ts";
import { type SmtpSink, startSmtpSink } from "#test/adapters/mail/smtp-sink.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

const CONTACT = "soumu@aoba.example.jp";
let clock: TestClock;
let sink: SmtpSink;
let portal: TestServices;
let reviewer: UseCaseContext;
let administrator: UseCaseContext;
let applicationId: string;

/** 受け手の様子を決めて、一件を申請する。日曜日なので、一日のまとめは出ない。 */
async function begin(unknown?: string): Promise<void> {
  clock = createTestClock("2026-12-06T10:00:00+09:00");
  sink = await startSmtpSink(unknown === undefined ? {} : { unknown });
  portal = await startTestServices({ clock, environment: { SMTP_URL: sink.url } });
  reviewer = await logIn(portal, "tohoku-reviewer");
  administrator = await logIn(portal, "administrator-1");
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  ({ applicationId } = await startAndFile(applicant, manufacturing.answers));
}
beforeEach(() => begin());
afterEach(async () => {
  await portal.close();
  await sink.close();
});

async function work(): Promise<void> {
  const worker = startWorker(portal.services);
  await worker.drain();
  await worker.stop();
}

const shown = async (): Promise<readonly string[]> =>
  expectOk(await openRecord(reviewer, applicationId)).mails.map(({ delivery }) => deliveryWord(delivery));
const mailJob = (): OutboxRow => {
  const job = portal.services.database.reader
    .select()
    .from(outbox)
    .all()
    .find(({ topic }) => topic === "mail");
  if (job === undefined) throw new Error("メールの仕事がありません。");
  return job;
};
/** 送れないまま、やり直しを尽くす。 @returns 次に行うまで待った秒数 */
async function exhaust(): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    sink.refuseNext();
    await work();
    const { state, availableAt } = mailJob();
    if (state === "dead") return waits;
    waits.push((Date.parse(availableAt) - Date.parse(clock.now())) / 1000);
    clock.set(availableAt);
  }
  throw new Error("いつまでもやり直しています。");
}

describe("申請の記録に示す届き具合", () => {
  it("送る前は待ち、送れば送信済", async () => {
    expect(await shown()).toEqual(["送信待ち"]);
    await work();
    expect(await shown()).toEqual(["送信済"]);
    expect(sink.deliveries.map(({ recipients }) => recipients)).toEqual([[CONTACT]]);
  });

  it("受け手が一時断れば、やり直し中と示し、後で送れれば送信済になる", async () => {
    sink.refuseNext();
    await work();
    expect(await shown()).toEqual(["やり直し中（1回失敗）"]);
    clock.advance({ minutes: 1 });
    await work();
    expect(await shown()).toEqual(["送信済"]);
    expect(sink.deliveries).toHaveLength(1);
  });

  it("やり直しの間は延びていき、尽きたら操作者を待つ", async () => {
    const waits = await exhaust();
    expect(waits).toEqual([5, 30, 120, 240, 240, 240, 3_600, 14_400]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(await shown()).toEqual(["送れなかった"]);
  });

  it("受け手が宛先をこれからも受けないと答えたら、やり直さずに操作者を待つ", async () => {
    await portal.close();
    await sink.close();
    await begin(CONTACT);
    await work();
    expect(await shown()).toEqual(["送れなかった"]);
    expect(mailJob()).toMatchObject({ attempts: 1, lastError: expect.stringContaining("user unknown") });
  });
});

describe("操作者の手当て", () => {
  const settle = (to: "waiting" | "skipped", reason: string, who = administrator) =>
    settleJob(who, { jobId: mailJob().id, to, reason });
  const audited = (action: string) =>
    portal.services.database.reader
      .select()
      .from(auditEntries)
      .all()
      .filter((entry) => entry.action === action)
      .map(({ actorId, details }) => ({ actorId, details }));
  const by = () => (administrator.actor.kind === "staff" ? administrator.actor.accountId : "");

  it("もう一度行うと送られ、二度目の手当ては何も変えない", async () => {
    await exhaust();
    expectOk(await settle("waiting", "受け手が直った"));
    expect(refusalOf(await settle("waiting", ""))).toMatchObject({ kind: "stale", subject: "job" });
    await work();
    expect(await shown()).toEqual(["送信済"]);
    expect(sink.deliveries).toHaveLength(1);
    expect(refusalOf(await settle("skipped", "もう要らない"))).toMatchObject({ kind: "stale" });
    expect(audited("jobs.retry")).toEqual([
      { actorId: by(), details: { topic: "mail", reason: "受け手が直った" } },
    ]);
  });

  it("行わないと決めるには理由が要り、決めた後は送られない", async () => {
    await exhaust();
    expect(refusalOf(await settle("skipped", "　"))).toMatchObject({ kind: "invalid" });
    expect(refusalOf(await settle("skipped", "理由", reviewer))).toMatchObject({ kind: "forbidden" });
    expectOk(await settle("skipped", "電話で知らせた"));
    clock.advance({ days: 7 });
    await work();
    expect(await shown()).toEqual(["送らない"]);
    expect(sink.deliveries).toEqual([]);
    expect(audited("jobs.skip")).toEqual([
      { actorId: by(), details: { topic: "mail", reason: "電話で知らせた" } },
    ]);
  });

  it("提出の様式を作る仕事は、行わずに済ませられない", async () => {
    const { database } = portal.services;
    database.raw.prepare("update outbox set state = 'dead' where topic = 'storeFiledPaper'").run();
    const paper = database.reader
      .select()
      .from(outbox)
      .all()
      .find(({ topic }) => topic === "storeFiledPaper");
    const input = { jobId: paper?.id ?? 0, to: "skipped" as const, reason: "要らない" };
    expect(refusalOf(await settleJob(administrator, input))).toMatchObject({ kind: "invalid" });
    expect((await jobOf(database, "storeFiledPaper", paper?.key ?? ""))?.state).toBe("dead");
  });

  it("画面では、理由の無い「行わない」を欄の誤りで断り、打った物を残す", async () => {
    await exhaust();
    const cookie = await staffCookie(portal, "role:administrator");
    const id = String(mailJob().id);
    const page = await load(jobLoader, portal.loadContext, `/admin/jobs/${id}`, {
      params: { id },
      headers: { Cookie: cookie },
    });
    expect(page).toMatchObject({ topic: "メールの送信", state: "dead", skippable: true });
    expect(JSON.stringify(page)).not.toContain(CONTACT);
    const post = (fields: Readonly<Record<string, string>>): Promise<unknown> =>
      jobAction({
        request: new Request(`http://localhost:3000/admin/jobs/${id}`, {
          method: "POST",
          headers: { Cookie: cookie },
          body: new URLSearchParams(fields),
        }),
        params: { id },
        context: portal.loadContext,
      }).catch((thrown: unknown) => thrown);
    expect(await post({ intent: "skip", reason: " " })).toMatchObject({
      data: { reason: " ", errors: ["理由を200字までで入力してください。"] },
      init: { status: 422 },
    });
    const done = await post({ intent: "skip", reason: "電話で知らせた" });
    expect(done instanceof Response ? done.headers.get("Location") : "").toBe("/admin/jobs?done=skipped");
    expect(await post({ intent: "retry", reason: "" })).toMatchObject({ init: { status: 409 } });
  });
});

it("まだ送れていないメールの一覧に出て、送れば送ったメールの一覧に移る", async () => {
  const listed = async () => ({
    pending: expectOk(await readPendingMails(administrator)).map(({ toAddress }) => toAddress),
    sent: expectOk(await readMails(administrator)).map(({ toAddress }) => toAddress),
  });
  expect(await listed()).toEqual({ pending: [CONTACT], sent: [] });
  await work();
  expect(await listed()).toEqual({ pending: [], sent: [CONTACT] });
});
