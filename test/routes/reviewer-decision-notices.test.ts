/** 不認定と取消しの決裁の画面: 出る通知書を見せ、作れなければ訳を示して決めさせない。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as decline } from "#app/routes/reviewer/decline.tsx";
import { loader as declinePage } from "#app/routes/reviewer/decline-page.tsx";
import { action as revokeAction, loader as revoke } from "#app/routes/reviewer/revoke.tsx";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { declinePlan } from "#app/usecases/review/decline-plan.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { revocationOf } from "#db/queries/certifications.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { certifiedPlan } from "#test/support/certified.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, testOrigin, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let cookie: string;
beforeAll(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  cookie = await staffCookie(portal, "office:meti-tohoku:officeManager");
}, 60_000);
afterAll(() => portal.close());

async function open<T>(loader: (args: never) => Promise<T>, id: string, command: string) {
  const answer = await load(
    loader as Parameters<typeof load<T>>[0],
    portal.loadContext,
    `/review/applications/${id}/${command}`,
    { params: { id }, headers: { Cookie: cookie } },
  );
  if (answer instanceof Response) throw new Error(`断られました: ${answer.status}`);
  return answer;
}

async function proposedDecline(ground: string): Promise<string> {
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  const reviewer = await logIn(portal, "tohoku-reviewer");
  const { applicationId } = await startAndFile(applicant, manufacturing.answers);
  const accepting = { ...(await current(reviewer, applicationId)), acceptedOn: date("2026-12-01") };
  expectOk(await acceptApplication(reviewer, accepting));
  const proposing = await current(reviewer, applicationId);
  expectOk(await proposeDecision(reviewer, { ...proposing, outcome: "decline", ground }));
  return applicationId;
}

describe("不認定の画面", () => {
  it("刷れない文字のある理由では、その文字を挙げ、通知書も決めるボタンも出さない", async () => {
    const { data } = await open(decline, await proposedDecline("確かめられない😀"), "decline");
    expect(data.notice).toBeNull();
    expect(data.obstacles).toEqual({ missing: [], unprintable: [expect.stringContaining("😀")] });
  });

  it("刷れる理由なら、通知書と、文面を確かめていないことを示す", async () => {
    const { data } = await open(decline, await proposedDecline("確かめられないため"), "decline");
    expect(data.notice?.items).toEqual([{ label: "認定をしない理由", value: "確かめられないため" }]);
    expect(data).toMatchObject({ doubt: "不確か", obstacles: { missing: [], unprintable: [] } });
  });
});

describe("不認定通知書を読む画面", () => {
  it("決めた後に、PDF と同じ文面と、PDF への入口を示す", async () => {
    const applicationId = await proposedDecline("確かめられないため");
    const manager = await logIn(portal, "tohoku-manager");
    expectOk(await declinePlan(manager, portal.services.pdf, await current(manager, applicationId)));
    const read = await open(declinePage, applicationId, "decline-notice");
    expect(read).toMatchObject({
      title: "不認定通知書",
      notice: { items: [{ label: "認定をしない理由", value: "確かめられないため" }] },
      pdf: { href: `/review/applications/${applicationId}/decline-notice.pdf`, stored: null },
    });
  });

  it("まだ決めていない申請では、ありませんと答える", async () => {
    const id = await proposedDecline("確かめられないため");
    await expect(open(declinePage, id, "decline-notice")).rejects.toThrow("404");
  });
});

describe("取消しの画面", () => {
  it("開くと理由の入る所を示した通知書が出て、理由を書いて確かめても、まだ取り消さない", async () => {
    const { applicationId } = await certifiedPlan(portal);
    const { data } = await open(revoke, applicationId, "revoke");
    expect(data).toMatchObject({ doubt: "不確か", obstacle: null });
    expect(data.notice?.items[0]?.value).toBe("（下に書く理由が、ここに入ります）");
    const press = async (reason: string) => {
      const form = new FormData();
      form.set("do", "preview");
      form.set("version", "0");
      form.set("reason", reason);
      const path = `${testOrigin}/review/applications/${applicationId}/revoke`;
      const request = new Request(path, { method: "POST", body: form, headers: { Cookie: cookie } });
      const answer = await revokeAction({
        request,
        params: { id: applicationId },
        context: portal.loadContext,
      });
      return answer.data;
    };
    expect(await press("実施していないため")).toMatchObject({
      reason: "実施していないため",
      errors: [],
      preview: { notice: { items: [{ label: "取消しの理由", value: "実施していないため" }] } },
    });
    expect(await press("実施していない😀")).toMatchObject({
      reason: "実施していない😀",
      errors: [expect.stringContaining("😀")],
    });
    expect(await revocationOf(portal.services.database, applicationId)).toBeUndefined();
  });
});
