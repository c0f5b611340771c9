/** 休日の表の終わり: 管理者の入口に知らせ、職員の一覧では、その先の目安の日に断りを付ける。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { loader } from "#app/routes/admin/rulebook/editions.tsx";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, expectOk, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices({ clock });
}, 60_000);
afterAll(() => portal.close());

async function noticeOn(day: string) {
  clock.set(`${day}T01:00:00.000Z`);
  const headers = { Cookie: await staffCookie(portal, "role:administrator") };
  const answer = await load(loader, portal.loadContext, "/admin/rulebook", { headers });
  if (answer instanceof Response) throw new Error(String(answer.status));
  return answer.holidays;
}

it.each([
  ["2026-12-01", null],
  ["2027-07-05", { endsOn: "令和9年12月31日", passed: false }],
  ["2028-01-04", { endsOn: "令和9年12月31日", passed: true }],
])("%s に開いた規則集の入口", async (day, expected) => {
  const notice = await noticeOn(day);
  if (expected === null) expect(notice).toBeNull();
  else expect(notice).toMatchObject(expected);
});

it("休日の表にない年の目安の日には、その印が付く", async () => {
  clock.set("2026-12-01T01:00:00.000Z");
  const { applicationId } = await startAndFile(
    await logIn(portal, "takahashi@aoba.example.jp"),
    manufacturing.answers,
  );
  clock.set("2027-12-20T01:00:00.000Z");
  const reviewer = await logIn(portal, "tohoku-reviewer");
  await acceptAndPropose(reviewer, applicationId);
  const { items } = expectOk(await listWork(reviewer, readListQuery([]).query));
  expect(items.find(({ id }) => id === applicationId)?.due).toMatchObject({ beyondHolidayTable: true });
});
