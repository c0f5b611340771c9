/** 局の担当の決まりと、担当の変更。受理の時に決まりから担当が決まり、その理由が経過に残る。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import {
  addAssignRule,
  openAssignRules,
  removeAssignRule,
} from "#app/usecases/review/assign-rules.server.ts";
import { runBulk } from "#app/usecases/review/bulk-command.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { startReview } from "#app/usecases/review/start-review.server.ts";
import { reassignApplication } from "#app/usecases/review/reassign-application.server.ts";
import { eventsOf } from "#db/queries/applications.ts";
import { action as assignAction, loader as assignLoader } from "../../app/routes/reviewer/assign.tsx";
import { timelineOf } from "../../app/routes/reviewer/event-lines.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { accountIdOf, logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf, rowOf, startAndFile } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const office = "meti-tohoku";
let portal: TestServices;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let second: UseCaseContext;
beforeEach(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  second = await logInStaff(portal, "tohoku-second", {
    sub: "tohoku-second",
    name: "工藤 明",
    email: "kudo@example.go.jp",
    groups: [`office:${office}:reviewer`],
  });
});
afterEach(() => portal.close());

const id = (context: UseCaseContext) => accountIdOf(context.actor);
const add = (context: UseCaseContext, more: Partial<Parameters<typeof addAssignRule>[1]> = {}) =>
  addAssignRule(context, {
    officeCode: office,
    guidelineId: "manufacturing",
    division: "",
    assignees: [id(second)],
    ...more,
  });
/** 申請して、審査担当が受理する。担当になった人の id。 */
const acceptedBy = async (): Promise<{
  readonly applicationId: string;
  readonly assigneeId: string | null;
}> => {
  const own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), manufacturing.answers);
  const { applicationId } = own;
  const acceptedOn = date("2026-12-01");
  expectOk(await acceptApplication(reviewer, { ...(await current(reviewer, applicationId)), acceptedOn }));
  return { applicationId, assigneeId: (await rowOf(reviewer, applicationId)).assigneeId };
};
const lastLine = async (applicationId: string) => {
  const events = await eventsOf(portal.services.database, applicationId);
  return timelineOf(events, { formVersion: "", title: "", sections: [] })[0];
};

it("決まりがなければ、受理した人が担当になる", async () => {
  expect((await acceptedBy()).assigneeId).toBe(id(reviewer));
});

it("当たる決まりがあれば、その人が担当になり、どの決まりかが経過に残る", async () => {
  expectOk(await add(manager));
  const { applicationId, assigneeId } = await acceptedBy();
  expect(assigneeId).toBe(id(second));
  expect((await lastLine(applicationId))?.body).toMatch(
    /^受理日 令和8年12月1日\n担当 工藤 明（局の担当の決まり：指針「.+」）$/u,
  );
});

it("二人以上の決まりは、受理のたびに順に回す", async () => {
  expectOk(await add(manager, { guidelineId: "", division: "E", assignees: [id(second), id(manager)] }));
  const assignees = [await acceptedBy(), await acceptedBy(), await acceptedBy()];
  expect(assignees.map(({ assigneeId }) => assigneeId)).toEqual([id(second), id(manager), id(second)]);
});

it("消した決まりは、もう当たらない", async () => {
  expectOk(await add(manager));
  const [rule] = expectOk(await openAssignRules(manager)).rules;
  expect(rule?.names).toEqual(["工藤 明"]);
  expectOk(await removeAssignRule(manager, rule?.id ?? ""));
  expect((await acceptedBy()).assigneeId).toBe(id(reviewer));
});

it.each([
  ["知らない指針", { guidelineId: "no-such" }, ["guidelineId"]],
  ["大分類でない業種", { division: "24" }, ["division"]],
  ["担当のいない決まり", { assignees: [] }, ["assignees"]],
  ["局にいない担当", { assignees: ["nobody"] }, ["assignees"]],
])("%sは断られる", async (_name, more, fields) => {
  const refusal = refusalOf(await add(manager, more));
  expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : []).toEqual(fields);
});

it("同じ条件の二つ目の決まりは断られる", async () => {
  expectOk(await add(manager));
  expect(refusalOf(await add(manager)).kind).toBe("invalid");
});

it("決まりを決めるのは、自分の局の決裁者だけ", async () => {
  expectOk(await add(manager));
  const rule = expectOk(await openAssignRules(manager)).rules[0]?.id ?? "";
  const elsewhere = await logIn(portal, "kobe-manager");
  expect(refusalOf(await add(elsewhere))).toEqual({ kind: "notFound" });
  expect(refusalOf(await removeAssignRule(elsewhere, rule))).toEqual({ kind: "notFound" });
  for (const person of [reviewer, await logIn(portal, "administrator-1")]) {
    expect(refusalOf(await add(person)).kind).toBe("forbidden");
    expect(refusalOf(await removeAssignRule(person, rule)).kind).toBe("forbidden");
    expect(refusalOf(await openAssignRules(person)).kind).toBe("forbidden");
  }
});

it("担当は自分の申請を同じ局の人に渡せる。ほかの人の担当を替えるのは決裁者だけで、状態は変わらない", async () => {
  const { applicationId } = await acceptedBy();
  const to = async (by: UseCaseContext, whom: UseCaseContext) =>
    reassignApplication(by, {
      ...(await current(reviewer, applicationId)),
      assigneeId: id(whom),
      reason: "休みのため",
    });
  expect(refusalOf(await to(second, second)).kind).toBe("forbidden");
  expect(refusalOf(await to(reviewer, reviewer))).toEqual({
    kind: "workflow",
    refusal: { kind: "sameAssignee" },
  });
  expectOk(await to(reviewer, second));
  expect(await lastLine(applicationId)).toMatchObject({
    title: "担当の変更",
    actor: "佐藤 亮",
    body: "担当 工藤 明\n休みのため",
  });
  expect(refusalOf(await to(reviewer, manager)).kind).toBe("forbidden");
  expectOk(await to(manager, reviewer));
  expect(await rowOf(reviewer, applicationId)).toMatchObject({
    status: "accepted",
    assigneeId: id(reviewer),
  });
  const kobe = await logIn(portal, "kobe-reviewer");
  expect(refusalOf(await to(reviewer, kobe)).kind).toBe("invalid");
  expect(refusalOf(await to(kobe, reviewer))).toEqual({ kind: "notFound" });
});

it("ほかの人の担当の審査を始められるのは、担当の人と決裁者だけ。まとめても同じ", async () => {
  const { applicationId } = await acceptedBy();
  const picked = [await current(second, applicationId)];
  const bulk = expectOk(
    await runBulk(second, portal.services.pdf, "assign", { picked, left: [], key: "second" }),
  );
  expect(bulk.map(({ obstacle }) => obstacle)).toEqual([expect.stringContaining("ほかの人の担当です")]);
  expect(refusalOf(await startReview(second, await current(second, applicationId))).kind).toBe("forbidden");
  expect(expectOk(await openRecord(second, applicationId)).commands).not.toContain("assign");
  expectOk(await startReview(reviewer, await current(reviewer, applicationId)));
  const again = [await current(manager, applicationId)];
  for (const _time of ["一度目", "二度目"])
    expect(
      expectOk(
        await runBulk(manager, portal.services.pdf, "assign", { picked: again, left: [], key: "manager" }),
      ).map(({ obstacle }) => obstacle),
    ).toEqual([null]);
  expect((await rowOf(reviewer, applicationId)).assigneeId).toBe(id(manager));
});

it("画面の loader と action は、局の担当の割当てとして守られている", () => {
  for (const handler of [assignLoader, assignAction])
    expect(handler.access).toEqual({ area: "staff", action: "review.assign" });
});
