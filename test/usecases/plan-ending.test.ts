/** 計画の終わり: 取下げの届出、期間満了、取消し。確認の窓口と連携先は、その日から答えを変える。 */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { verifyByCode } from "#app/usecases/certification/verify-certificate.server.ts";
import { decideSurrender } from "#app/usecases/plans/decide-surrender.server.ts";
import { fileSurrender } from "#app/usecases/plans/file-surrender.server.ts";
import { openOwnPlan } from "#app/usecases/plans/open-plan.server.ts";
import { setSharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
import { loadCertificate } from "#app/usecases/certification/change-certificate.server.ts";
import { planRequestsOf } from "#db/queries/plan-requests.ts";
import { sharedPlan } from "#db/queries/sharing.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let certified: Certified;
let own: { readonly companyKey: string; readonly planId: string };
beforeEach(async () => {
  await portal?.close();
  clock.set("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  certified = await certifiedPlan(portal);
  own = { companyKey: certified.companyKey, planId: certified.applicationId };
}, 60_000);
afterAll(() => portal.close());

const verdict = async () =>
  expectOk(
    await verifyByCode(portal.context({ kind: "visitor" }), "192.0.2.1", (await certified.latest()).code),
  );
const version = async () => expectOk(await openOwnPlan(certified.applicant, own)).plan.version;

async function filed(): Promise<string> {
  expectOk(
    await fileSurrender(certified.applicant, {
      ...own,
      version: await version(),
      intentKey: "surrender",
      reason: "事業をやめるため",
    }),
  );
  const [request] = await planRequestsOf(portal.services.database, own.planId);
  return request?.id ?? "";
}

const decide = async (requestId: string, accepted: boolean, note = "") =>
  decideSurrender(certified.manager, {
    planId: own.planId,
    requestId,
    version: await version(),
    accepted,
    note,
  });

describe("認定の取下げの届出", () => {
  it("届け出ただけでは終わらず、決裁者が認めた日に、計画も確認の窓口も連携先も終わりを示す", async () => {
    expectOk(
      await setSharingConsent(certified.applicant, {
        applicationId: own.planId,
        companyKey: own.companyKey,
        given: true,
      }),
    );
    const requestId = await filed();
    expect((await verdict()).kind).toBe("valid");
    expectOk(await decide(requestId, true));
    expect(expectOk(await openOwnPlan(certified.applicant, own)).state).toBe("surrendered");
    expect(await verdict()).toMatchObject({ kind: "surrendered", plan: { on: "2026-12-01" } });
    expect(await sharedPlan(portal.services.database, own.planId)).toMatchObject({ withdrawn: true });
  });

  it("決定を待つ間は二つ目を届け出られず、認めなければ計画は続き、理由が歩みに残る", async () => {
    const requestId = await filed();
    const second = await fileSurrender(certified.applicant, {
      ...own,
      version: await version(),
      intentKey: "again",
      reason: "もう一度",
    });
    expect(refusalOf(second)).toEqual({ kind: "planRequest", refusal: { kind: "waiting" } });
    expect(refusalOf(await decide(requestId, false)).kind).toBe("invalid");
    expectOk(await decide(requestId, false, "報告がまだのため"));
    const opened = expectOk(await openOwnPlan(certified.applicant, own));
    expect(opened.state).toBe("running");
    expect(opened.events.at(-1)?.event).toMatchObject({
      type: "plan.surrenderRefused.v1",
      data: { note: "報告がまだのため" },
    });
    expect(refusalOf(await decide(requestId, true))).toEqual({
      kind: "planRequest",
      refusal: { kind: "decided" },
    });
  });

  it("審査担当は、決められない", async () => {
    const requestId = await filed();
    const input = { planId: own.planId, requestId, version: await version(), accepted: true, note: "" };
    const kinds = await Promise.all(
      ["tohoku-reviewer", "kanto-reviewer"].map(
        async (loginId) => refusalOf(await decideSurrender(await logIn(portal, loginId), input)).kind,
      ),
    );
    expect(kinds).toEqual(["forbidden", "forbidden"]);
  });

  it("終わった計画は、届け出ることも取り消すこともできない", async () => {
    expectOk(await decide(await filed(), true));
    const again = await fileSurrender(certified.applicant, {
      ...own,
      version: await version(),
      intentKey: "late",
      reason: "もう一度",
    });
    expect(refusalOf(again)).toEqual({
      kind: "planRequest",
      refusal: { kind: "ended", state: "surrendered" },
    });
    const loaded = expectOk(await loadCertificate(certified.manager, "certificate.revoke", own.planId));
    expect(loaded.obstacle).toContain("もう終わっています");
  });
});

describe("期間満了", () => {
  it("実施時期の末日までは有効で、翌日から、発行されたものであることと期間満了の日を答える", async () => {
    const { plan } = expectOk(await openOwnPlan(certified.applicant, own));
    const last = Date.parse(`${plan.endMonth}-28T03:00:00.000Z`);
    clock.set(new Date(last).toISOString());
    expect((await verdict()).kind).toBe("valid");
    clock.set(new Date(last + 4 * 86_400_000).toISOString());
    expect(await verdict()).toMatchObject({
      kind: "expired",
      plan: { startMonth: plan.startMonth, endMonth: plan.endMonth },
    });
    expect(expectOk(await openOwnPlan(certified.applicant, own)).state).toBe("expired");
  });
});
