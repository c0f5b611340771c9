/** 申請者に見せる結果の見込み。局の見る処理の目安と同じで、修正を待つ間は止まる。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { withdrawApplication } from "#app/usecases/applications/withdraw-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, startAndFile } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
beforeEach(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
});
afterEach(() => portal.close());

it("受理の前は示さず、受理で日が出て、差戻しで止まり、終わると消える", async () => {
  const own = await startAndFile(applicant, manufacturing.answers);
  const seen = async () => expectOk(await openApplication(applicant, own));
  const command = async () => {
    const { application } = await seen();
    return { applicationId: own.applicationId, version: application.version };
  };
  expect((await seen()).forecast).toEqual({ kind: "notStarted" });

  expectOk(await acceptApplication(reviewer, { ...(await command()), acceptedOn: date("2026-12-01") }));
  const { forecast } = await seen();
  expect(forecast).toMatchObject({ kind: "expected" });
  expect(forecast).toEqual(expectOk(await openRecord(reviewer, own.applicationId)).forecast);

  const comments = [
    { section: "company", field: "name", kind: "wrong", text: "登記の名称と違います。" },
  ] as const;
  expectOk(await returnForCorrection(reviewer, { ...(await command()), comments }));
  expect((await seen()).forecast).toMatchObject({ kind: "stopped" });

  const { version } = await command();
  expectOk(await withdrawApplication(applicant, { ...own, version, reason: "計画を改めるため" }));
  expect((await seen()).forecast).toBeNull();
});
