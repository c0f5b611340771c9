/** 引き戻した申請と、役割のない職員。見せないこと、決めさせないことを確かめる。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import {
  recallApplication,
  withdrawApplication,
} from "#app/usecases/applications/withdraw-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { declinePlan } from "#app/usecases/review/decline-plan.server.ts";
import { emptyListQuery } from "#app/domain/worklist/list-query.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing, warehouse } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  current,
  expectOk,
  file,
  refusalOf,
  rowOf,
  save,
  start,
  startAndFile,
} from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let clock: TestClock;
let applicant: UseCaseContext;
beforeEach(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
});
afterEach(() => portal.close());

const accepting = { acceptedOn: date("2026-12-01") };

describe("引戻し", () => {
  it("引き戻した申請は局から見えなくなり、出し直せば同じ受付番号で届く", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const coordinator = await logIn(portal, "coordinator");
    const listed = async (staff: UseCaseContext) =>
      expectOk(await listWork(staff, emptyListQuery)).items.length;
    expect([await listed(reviewer), await listed(coordinator)]).toEqual([1, 1]);

    expectOk(await recallApplication(applicant, { ...own, version: 2 }));
    expect([await listed(reviewer), await listed(coordinator)]).toEqual([0, 0]);
    expect(refusalOf(await openRecord(reviewer, own.applicationId))).toEqual({ kind: "notFound" });
    expect(refusalOf(await openRecord(coordinator, own.applicationId))).toEqual({ kind: "notFound" });

    // 提出先の変わる書直しをしてから出し直す。
    await save(applicant, own, "industry", warehouse.answers["industry"]);
    await save(applicant, own, "measures", warehouse.answers["measures"]);
    await save(applicant, own, "funding", warehouse.answers["funding"]);
    await save(applicant, own, "equipment", warehouse.answers["equipment"]);
    expect(await file(applicant, own)).toEqual({
      receiptNumber: own.receiptNumber,
      sequence: 2,
      repeated: false,
    });
    expect(await listed(reviewer)).toBe(0);
    expect(await rowOf(applicant, own.applicationId)).toMatchObject({
      status: "submitted",
      industryCode: "4711",
    });
  });

  it("受理された申請は引き戻せず、取り下げることはできる", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    expectOk(
      await acceptApplication(reviewer, { ...(await current(reviewer, own.applicationId)), ...accepting }),
    );
    const { version } = await rowOf(applicant, own.applicationId);
    expect(refusalOf(await recallApplication(applicant, { ...own, version }))).toMatchObject({
      kind: "workflow",
      refusal: { kind: "notInThisStatus", status: "accepted" },
    });
    expectOk(await withdrawApplication(applicant, { ...own, version, reason: "計画を見直すため" }));
    expect(expectOk(await openRecord(reviewer, own.applicationId)).application.status).toBe("withdrawn");
  });
});

describe("職員の役割", () => {
  it.each(["administrator-1", "help-desk", "auditor"])(
    "%s は申請を見ることも決めることもできない",
    async (loginId) => {
      const own = await startAndFile(applicant, manufacturing.answers);
      const staff = await logIn(portal, loginId);
      const input = await current(staff, own.applicationId);
      for (const refusal of [
        refusalOf(await listWork(staff, emptyListQuery)),
        refusalOf(await openRecord(staff, own.applicationId)),
        refusalOf(await acceptApplication(staff, { ...input, ...accepting })),
        refusalOf(await certifyPlan(staff, portal.services.pdf, input)),
        refusalOf(await declinePlan(staff, portal.services.pdf, input)),
      ])
        expect(refusal).toMatchObject({ kind: "forbidden", reason: "role" });
    },
  );

  it("企画課はどの局の申請も読めるが、決めることはできない", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    const coordinator = await logIn(portal, "coordinator");
    expect(expectOk(await openRecord(coordinator, own.applicationId)).commands).toEqual([]);
    const input = await current(coordinator, own.applicationId);
    expect(refusalOf(await acceptApplication(coordinator, { ...input, ...accepting }))).toMatchObject({
      kind: "forbidden",
    });
  });

  it("申請者は審査の画面に入れない", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    expect(refusalOf(await listWork(applicant, emptyListQuery))).toMatchObject({ kind: "forbidden" });
    expect(refusalOf(await openRecord(applicant, own.applicationId))).toMatchObject({ kind: "forbidden" });
  });

  it("ログインしていない人には、何も見えない", async () => {
    const own = await start(applicant);
    const visitor = portal.context({ kind: "visitor" });
    expect(refusalOf(await openApplication(visitor, own))).toEqual({ kind: "notFound" });
  });

  it("不認定は起案の理由で決まり、認定通知書は作られない", async () => {
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const manager = await logIn(portal, "tohoku-manager");
    const own = await startAndFile(applicant, manufacturing.answers);
    expectOk(
      await acceptApplication(reviewer, { ...(await current(reviewer, own.applicationId)), ...accepting }),
    );
    const proposal = { outcome: "decline" as const, ground: "指標の根拠が確かめられない" };
    expectOk(
      await proposeDecision(reviewer, { ...(await current(reviewer, own.applicationId)), ...proposal }),
    );
    const input = await current(manager, own.applicationId);
    expect(refusalOf(await certifyPlan(manager, portal.services.pdf, input))).toMatchObject({
      refusal: { kind: "otherProposal", proposed: "decline" },
    });
    expectOk(await declinePlan(manager, portal.services.pdf, input));
    expect((await rowOf(applicant, own.applicationId)).status).toBe("declined");
    expect(await certificationOf(applicant.database, own.applicationId)).toBeUndefined();
  });
});
