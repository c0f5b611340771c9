/** 代決: 任せた期間だけ、代決者が決裁でき、誰の代わりに決めたかが経過と監査に残る。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { runBulk } from "#app/usecases/review/bulk-command.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { sendBackProposal } from "#app/usecases/review/send-back-proposal.server.ts";
import {
  endSubstitution,
  nameSubstitute,
  openSubstitutions,
} from "#app/usecases/review/substitutes.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { eventsOf } from "#db/queries/applications.ts";
import { auditEntries } from "#db/schema/index.ts";
import { timelineOf } from "../../app/routes/reviewer/event-lines.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { accountIdOf, logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

const office = "meti-tohoku";
let clock: TestClock;
let portal: TestServices;
let manager: UseCaseContext;
let colleague: UseCaseContext;
let applicationId: string;
beforeEach(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  colleague = await arrive();
  const own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), manufacturing.answers);
  ({ applicationId } = own);
});
afterEach(() => portal.close());

/** デモにいない、局の二人目の審査担当。呼ぶたびに役割を読み直す。 */
const arrive = (): Promise<UseCaseContext> =>
  logInStaff(portal, "tohoku-second", {
    sub: "tohoku-second",
    name: "工藤 明",
    email: "kudo@example.go.jp",
    groups: [`office:${office}:reviewer`],
  });
const name = (context: UseCaseContext, more: Partial<Parameters<typeof nameSubstitute>[1]> = {}) =>
  nameSubstitute(context, {
    officeCode: office,
    substituteId: accountIdOf(colleague.actor),
    fromDay: "令和8年12月1日",
    toDay: "2026-12-03",
    reason: "出張のため",
    ...more,
  });
const propose = async () => acceptAndPropose(await logIn(portal, "tohoku-reviewer"), applicationId);
const certify = async (context: UseCaseContext) =>
  certifyPlan(context, portal.services.pdf, await current(context, applicationId));

it("任せた日から、代決者が認定でき、経過と監査に二人の名前が残り、通知書の名義は変わらない", async () => {
  await propose();
  expect(refusalOf(await certify(colleague)).kind).toBe("forbidden");
  expectOk(await name(manager));
  const deputy = await arrive();
  expect(expectOk(await openRecord(deputy, applicationId)).commands).toContain("certify");
  expectOk(await certify(deputy));

  const events = await eventsOf(portal.services.database, applicationId);
  const { submission } = expectOk(await openRecord(manager, applicationId));
  expect(timelineOf(events, submission.document)[0]).toMatchObject({
    title: "認定（代決）",
    actor: "工藤 明",
    body: expect.stringContaining("代決：工藤 明（決裁者 阿部 恵子の代わり）"),
  });
  const audit = portal.services.database.reader.select().from(auditEntries).all();
  expect(audit.findLast(({ action }) => action === "review.certify")).toMatchObject({
    actorName: "工藤 明",
    actorRole: expect.stringContaining(`substitute@${office}`),
    details: { onBehalfOf: { id: accountIdOf(manager.actor), name: "阿部 恵子" } },
  });
  const notice = JSON.stringify((await certificationOf(portal.services.database, applicationId))?.notice);
  for (const person of ["工藤", "阿部"]) expect(notice).not.toContain(person);
});

it("終わりの日が過ぎれば、又は途中で終えれば、すぐに決裁できなくなる", async () => {
  await propose();
  expectOk(await name(manager, { toDay: "2026-12-01" }));
  clock.advance({ days: 1 });
  expect(refusalOf(await certify(await arrive())).kind).toBe("forbidden");

  expectOk(await name(manager, { fromDay: "2026-12-02", toDay: "2026-12-05" }));
  const before = expectOk(await openSubstitutions(manager)).rows;
  expect(before.map(({ state }) => state)).toEqual(["running", "over"]);
  expectOk(await endSubstitution(manager, before[0]?.id ?? ""));
  expect(refusalOf(await certify(await arrive())).kind).toBe("forbidden");
  expect(refusalOf(await endSubstitution(manager, before[0]?.id ?? "")).kind).toBe("stale");
  expect(expectOk(await openSubstitutions(manager)).rows[0]).toMatchObject({
    state: "ended",
    endedByName: "阿部 恵子",
  });
});

it("代決者は自分の起案を決裁できず、任せた決裁者の起案を代わりに決裁することもできない", async () => {
  expectOk(await name(manager));
  const deputy = await arrive();
  await acceptAndPropose(deputy, applicationId);
  expect(refusalOf(await certify(deputy))).toEqual({ kind: "workflow", refusal: { kind: "ownProposal" } });
  expectOk(
    await proposeDecision(manager, {
      ...(await current(manager, applicationId)),
      outcome: "certify",
      ground: "",
    }),
  );
  expect(refusalOf(await certify(deputy))).toEqual({
    kind: "workflow",
    refusal: { kind: "deputisedProposal" },
  });
});

it("起案の差戻しも代決として残り、まとめての認定も代決になる", async () => {
  await propose();
  expectOk(await name(manager));
  const deputy = await arrive();
  expectOk(
    await sendBackProposal(deputy, { ...(await current(deputy, applicationId)), reason: "理由を足すこと" }),
  );
  const last = async () => (await eventsOf(portal.services.database, applicationId)).at(-1);
  expect(await last()).toMatchObject({ data: { onBehalfOf: { name: "阿部 恵子" } } });
  const reviewer = await logIn(portal, "tohoku-reviewer");
  expectOk(
    await proposeDecision(reviewer, {
      ...(await current(reviewer, applicationId)),
      outcome: "certify",
      ground: "",
    }),
  );
  const picked = [await current(deputy, applicationId)];
  const done = expectOk(
    await runBulk(deputy, portal.services.pdf, "certify", { picked, left: [], key: "deputy" }),
  );
  expect(done.map(({ obstacle }) => obstacle)).toEqual([null]);
  expect(await last()).toMatchObject({
    type: "application.certified.v1",
    data: { onBehalfOf: { name: "阿部 恵子" } },
  });
});

it("代決者が局を離れたら、又は任せた人が決裁者でなくなったら、その時から決裁できない", async () => {
  await propose();
  expectOk(await name(manager));
  const moved = await logInStaff(portal, "tohoku-second", {
    sub: "tohoku-second",
    name: "工藤 明",
    email: "kudo@example.go.jp",
    groups: ["office:mlit-kobe:reviewer"],
  });
  expect(refusalOf(await certify(moved)).kind).toBe("forbidden");
  await arrive();
  await logInStaff(portal, "staff-tohoku-manager", {
    sub: "staff-tohoku-manager",
    name: "阿部 恵子",
    email: "abe@example.go.jp",
    groups: [`office:${office}:reviewer`],
  });
  expect(refusalOf(await certify(await arrive())).kind).toBe("forbidden");
});

it.each([
  ["局にいない職員", { substituteId: "nobody" }, ["substituteId"]],
  ["暦にない日", { fromDay: "2026-13-01" }, ["fromDay"]],
  ["書かれていない終わりの日", { toDay: "" }, ["toDay"]],
  ["理由のない代決", { reason: " " }, ["reason"]],
  ["長い理由", { reason: "あ".repeat(201) }, ["reason"]],
])("%sは断られる", async (_name, more, fields) => {
  const refusal = refusalOf(await name(manager, more));
  expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : []).toEqual(fields);
});

it("審査担当、代決者、よその局の決裁者は、代決者を決めることも終えることもできない", async () => {
  expectOk(await name(manager));
  const id = expectOk(await openSubstitutions(manager)).rows[0]?.id ?? "";
  const elsewhere = await logIn(portal, "kobe-manager");
  expect(refusalOf(await name(elsewhere))).toEqual({ kind: "notFound" });
  expect(refusalOf(await endSubstitution(elsewhere, id))).toEqual({ kind: "notFound" });
  expect(expectOk(await openSubstitutions(elsewhere)).rows).toEqual([]);
  for (const person of [await arrive(), await logIn(portal, "administrator-1")]) {
    expect(refusalOf(await name(person)).kind).toBe("forbidden");
    expect(refusalOf(await endSubstitution(person, id)).kind).toBe("forbidden");
    expect(refusalOf(await openSubstitutions(person)).kind).toBe("forbidden");
  }
});
