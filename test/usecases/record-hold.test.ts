/** 申請の審査の占有: 名前が示され、期限で空き、引き継ぎは監査に残って前の人に告げられ、命令は止めない。 */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { LeaseMode } from "#app/domain/plan/section-lease.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { holdRecord } from "#app/usecases/review/hold-record.server.ts";
import { startReview } from "#app/usecases/review/start-review.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  refusalOf,
  start,
  startAndFile,
} from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let applicationId: string;
beforeAll(async () => {
  portal = await startTestServices({ clock });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
});
beforeEach(async () => {
  ({ applicationId } = await startAndFile(applicant, manufacturing.answers));
});
afterAll(() => portal.close());

const hold = async (context: UseCaseContext, tabId: string, mode: LeaseMode) =>
  expectOk(await holdRecord(context, { applicationId, tabId, mode }));

it("先に開いた人の名前が、後から開いた人に示される", async () => {
  expect(await hold(reviewer, "a", "take")).toMatchObject({ mine: true });
  expect(await hold(manager, "b", "take")).toMatchObject({
    mine: false,
    holderName: "佐藤 亮",
    takenFromMe: false,
  });
});

it("引き継ぐと、監査に残り、前の人は次に尋ねたときに知る。取り返せる", async () => {
  await hold(reviewer, "a", "take");
  expect(await hold(manager, "b", "takeOver")).toMatchObject({ mine: true });
  await hold(manager, "b", "renew");
  expect(await hold(reviewer, "a", "renew")).toMatchObject({
    mine: false,
    holderName: "阿部 恵子",
    takenFromMe: true,
  });
  const logged = portal.services.database.reader
    .select()
    .from(auditEntries)
    .all()
    .filter((row) => row.action === "review.takeOver" && row.subjectId === applicationId);
  expect(logged).toMatchObject([{ actorName: "阿部 恵子", details: { fromName: "佐藤 亮" } }]);
  expect(await hold(reviewer, "a", "takeOver")).toMatchObject({ mine: true });
});

it("画面を開いている間は保たれ、閉じてしばらくすると空く", async () => {
  await hold(reviewer, "a", "take");
  clock.advance({ minutes: 0.5 });
  await hold(reviewer, "a", "renew");
  clock.advance({ minutes: 0.5 });
  expect(await hold(manager, "b", "take")).toMatchObject({ mine: false });
  clock.advance({ minutes: 1 });
  expect(await hold(manager, "b", "take")).toMatchObject({ mine: true });
});

it("ほかの人が審査中でも、命令は止まらない", async () => {
  await acceptAndPropose(reviewer, applicationId);
  await hold(reviewer, "a", "take");
  expectOk(await startReview(manager, await current(manager, applicationId)));
});

it.each([
  ["kobe-reviewer", { kind: "notFound" }],
  ["coordinator", { kind: "forbidden" }],
  ["administrator-1", { kind: "forbidden" }],
] as const)("%s は審査中になれない", async (loginId, refusal) => {
  const other = await logIn(portal, loginId);
  expect(refusalOf(await holdRecord(other, { applicationId, tabId: "x", mode: "take" }))).toMatchObject(
    refusal,
  );
});

it("下書きには審査中の人がいない", async () => {
  const own = await start(applicant);
  expect(refusalOf(await holdRecord(reviewer, { ...own, tabId: "x", mode: "take" }))).toEqual({
    kind: "notFound",
  });
});

it("一覧の行には、いま審査している人の名前が出て、期限が過ぎると消える", async () => {
  await hold(manager, "b", "take");
  const holderInList = async () => {
    const page = expectOk(await listWork(reviewer, readListQuery([]).query));
    expect(page.items.map(({ id }) => id)).toContain(applicationId);
    return page.holders.get(applicationId);
  };
  expect(await holderInList()).toBe("阿部 恵子");
  clock.advance({ hours: 1 });
  expect(await holderInList()).toBeUndefined();
});
