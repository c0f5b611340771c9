/** 審査の中断と再開、受理日の訂正: 目安の日が動き、経過と監査に残り、申請者に知らせる。 */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { correctAcceptance } from "#app/usecases/review/correct-acceptance.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { pauseReview } from "#app/usecases/review/pause-review.server.ts";
import { resumeReview } from "#app/usecases/review/resume-review.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { applicationListings, auditEntries, outbox } from "#db/schema/index.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  file,
  refusalOf,
  rowOf,
  startAndFile,
} from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let clock: TestClock;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let own: OwnApplication;
beforeEach(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  own = await startAndFile(applicant, manufacturing.answers);
  await acceptAndPropose(reviewer, own.applicationId);
});
afterEach(() => portal.close());

const now = () => current(reviewer, own.applicationId);
const pause = async (context = reviewer) =>
  pauseReview(context, { ...(await now()), reason: "awaitingPapers", text: " 決算書 " });
const resume = async () => resumeReview(reviewer, await now());
const listed = () =>
  portal.services.database.reader
    .select()
    .from(applicationListings)
    .where(eq(applicationListings.applicationId, own.applicationId))
    .get();
const mailsOf = (template: string) =>
  portal.services.database.reader
    .select()
    .from(outbox)
    .all()
    .filter(({ topic, payload }) => topic === "mail" && payload["template"] === template)
    .map(({ payload }) => payload);
const audited = (action: string) =>
  portal.services.database.reader.select().from(auditEntries).where(eq(auditEntries.action, action)).all();

describe("中断と再開", () => {
  it("止まっている間は進まず、再開すると止まった日数だけ目安の日が延びる", async () => {
    const before = expectOk(await openRecord(reviewer, own.applicationId));
    expect(before.due).toMatchObject({ kind: "expected", on: "2026-12-21" });
    expectOk(await pause());
    clock.advance({ days: 6 });
    reviewer = await logIn(portal, "tohoku-reviewer");
    const during = expectOk(await openRecord(reviewer, own.applicationId));
    expect(during.forecast).toEqual({ kind: "stopped", cause: "paused", remaining: 14 });
    expect(during.application.pause).toEqual({ reason: "awaitingPapers", text: "決算書" });
    expect(listed()).toMatchObject({ stoppedOn: "2026-12-01", dueOn: "9999-12-31" });
    expectOk(await resume());
    expect(expectOk(await openRecord(reviewer, own.applicationId)).due).toMatchObject({ on: "2026-12-25" });
    expect(listed()).toMatchObject({ stoppedOn: "", dueOn: "2026-12-25", stoppedDays: 4 });
  });

  it("中断と再開を申請者にメールで知らせ、申請者の見込みも止まる。経過と監査に理由が残る", async () => {
    expectOk(await pause());
    const shown = expectOk(await openApplication(applicant, own));
    expect(shown.forecast).toMatchObject({ kind: "stopped", cause: "paused" });
    expect(shown.events.at(-1)).toMatchObject({
      type: "application.paused.v1",
      data: { reason: "awaitingPapers", text: "決算書" },
    });
    expectOk(await resume());
    expect([mailsOf("paused").length, mailsOf("resumed").length]).toEqual([1, 1]);
    expect(JSON.stringify(mailsOf("paused"))).not.toContain("決算書");
    expect(audited("review.pause").map(({ details }) => details["event"])).toEqual([
      "application.paused.v1",
      "application.resumed.v1",
    ]);
  });

  it("中断したまま差し戻すと、中断は終わり、出し直すと時計が進む", async () => {
    expectOk(await pause());
    const comments = [{ section: "company", field: "employees", kind: "wrong", text: "人数" }] as const;
    expectOk(await returnForCorrection(reviewer, { ...(await now()), comments }));
    expect((await rowOf(reviewer, own.applicationId)).pause).toBeNull();
    await file(applicant, own);
    expect(listed()).toMatchObject({ status: "underReview", stoppedOn: "", dueOn: "2026-12-21" });
  });

  it("中断したまま認定すると、中断は終わる", async () => {
    expectOk(await pause());
    const manager = await logIn(portal, "tohoku-manager");
    expectOk(await certifyPlan(manager, portal.services.pdf, await now()));
    expect((await rowOf(reviewer, own.applicationId)).pause).toBeNull();
    expect(listed()).toMatchObject({ status: "certified", stoppedOn: "" });
  });

  it("よその局の人には申請が見えず、企画課は中断できない。説明が長すぎれば断る", async () => {
    expect(refusalOf(await pause(await logIn(portal, "kanto-reviewer")))).toEqual({ kind: "notFound" });
    expect(refusalOf(await pause(await logIn(portal, "coordinator")))).toMatchObject({ kind: "forbidden" });
    const long = { ...(await now()), reason: "other", text: "あ".repeat(1001) } as const;
    expect(refusalOf(await pauseReview(reviewer, long))).toMatchObject({ kind: "invalid" });
  });
});

describe("受理日の訂正", () => {
  const correct = async (acceptedOn: string, reason = "押印の日と違っていたため") =>
    correctAcceptance(reviewer, { ...(await now()), acceptedOn: date(acceptedOn), reason });

  beforeEach(async () => {
    clock.advance({ days: 5 });
    reviewer = await logIn(portal, "tohoku-reviewer");
  });

  it("目安の日が付いて動き、前後の日付と理由が経過と監査に残る", async () => {
    expectOk(await correct("2026-12-03"));
    expect(listed()).toMatchObject({ acceptedOn: "2026-12-03", dueOn: "2026-12-23" });
    const record = expectOk(await openRecord(reviewer, own.applicationId));
    const data = { before: "2026-12-01", after: "2026-12-03", reason: "押印の日と違っていたため" };
    expect(record.events.at(-1)).toMatchObject({ type: "application.acceptanceCorrected.v1", data });
    expect(audited("review.correctAcceptance")).toMatchObject([{ details: data }]);
    expect(record.due).toMatchObject({ on: "2026-12-23" });
  });

  it("今日までの日にはできるが、申請日より前と今日より後の日にはできない", async () => {
    expectOk(await correct("2026-12-06"));
    expect(refusalOf(await correct("2026-12-07"))).toMatchObject({ kind: "invalid" });
    expect(refusalOf(await correct("2026-11-30"))).toMatchObject({
      kind: "workflow",
      refusal: { kind: "acceptedBeforeFiling" },
    });
  });

  it("受理の後に出し直しても、訂正できるのは、受理した提出の申請日から", async () => {
    const comments = [{ section: "company", field: "employees", kind: "wrong", text: "人数" }] as const;
    expectOk(await returnForCorrection(reviewer, { ...(await now()), comments }));
    await file(await logIn(portal, "takahashi@aoba.example.jp"), own);
    expectOk(await correct("2026-12-02"));
  });

  it("認定した後は訂正できない", async () => {
    const manager = await logIn(portal, "tohoku-manager");
    expectOk(await certifyPlan(manager, portal.services.pdf, await now()));
    expect(refusalOf(await correct("2026-12-03"))).toMatchObject({
      kind: "workflow",
      refusal: { kind: "notInThisStatus" },
    });
  });
});
