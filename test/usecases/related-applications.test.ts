/** 同じ会社のほかの申請と、重なっていそうな手がかり。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { duplicateSigns } from "#app/domain/plan/likely-duplicate.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { relatedApplications } from "#app/usecases/review/related-applications.server.ts";
import { transferApplication } from "#app/usecases/review/transfer-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { manufacturing, withFields, withRow } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, startAndFile } from "#test/support/procedure.ts";

const made = manufacturing.answers;
const later = withFields(made, "period", { start: "2040-01", end: "2042-12" });
const equipment = ["equipment", "equipment"] as const;

describe("重なっていそうな手がかり", () => {
  it.each([
    ["同じ計画は、時期も設備も重なる", made, ["period", "equipment"]],
    ["時期が違えば、設備だけ", later, ["equipment"]],
    ["型式が違えば、時期だけ", withRow(made, equipment, 0, { model: "別の型式" }), ["period"]],
    ["時期を読めなければ比べない", withFields(made, "period", { start: "", end: "" }), ["equipment"]],
  ])("%s", (_name, other, kinds) => {
    expect(duplicateSigns(made, other).map(({ kind }) => kind)).toEqual(kinds);
    expect(duplicateSigns(other, made).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("審査の記録", () => {
  let portal: TestServices;
  let applicant: UseCaseContext;
  let reviewer: UseCaseContext;
  beforeAll(async () => {
    portal = await startTestServices();
    applicant = await logIn(portal, "takahashi@aoba.example.jp");
    reviewer = await logIn(portal, "tohoku-reviewer");
  });
  afterAll(() => portal.close());

  it("同じ会社の、見てよい申請だけが手がかりとともに出て、よその局の申請は数だけが分かる", async () => {
    const own = await startAndFile(applicant, made);
    const same = await startAndFile(applicant, made);
    const away = await startAndFile(applicant, made);
    expectOk(
      await transferApplication(reviewer, {
        ...(await current(reviewer, away.applicationId)),
        officeCode: "mlit_dtb_kobe-kobe",
        reason: "担当でないため",
      }),
    );
    const { application, submission } = expectOk(await openRecord(reviewer, own.applicationId));
    const { shown, elsewhere } = await relatedApplications(reviewer, application, submission);
    expect(shown.map(({ id, signs }) => [id, signs.map(({ kind }) => kind)])).toEqual([
      [same.applicationId, ["period", "equipment"]],
    ]);
    expect(elsewhere).toBe(1);
  });
});
