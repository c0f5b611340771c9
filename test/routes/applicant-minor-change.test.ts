/** 軽微な変更の届出の画面: 誤りは欄に戻し、届け出ると知らせ、ほかの計画は無いものになる。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { action, loader } from "#app/routes/applicant/minor-change.tsx";
import { planEventsOf } from "#db/queries/plans.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let certified: Certified;
beforeAll(async () => {
  portal = await startTestServices();
  certified = await certifiedPlan(portal);
}, 60_000);
afterAll(() => portal.close());

const call = async (plan: string, form?: Readonly<Record<string, string>>) => {
  const { companyKey } = certified;
  const path = `/c/${companyKey}/plans/${plan}/minor-change`;
  const options = {
    headers: { Cookie: await applicantCookie(portal, { companyKey }) },
    params: { company: companyKey, plan },
  };
  return form === undefined
    ? load(loader, portal.loadContext, path, options)
    : load(action, portal.loadContext, path, { ...options, form });
};

it("書き足りない届出は、打ったものを残して欄の下に理由を出す", async () => {
  const typed = { subject: "", text: "代表者が代わった。" };
  expect(await call(certified.applicationId, { ...typed, intentKey: "one" })).toMatchObject({
    init: { status: 422 },
    data: { typed, errors: { subject: [expect.anything()] } },
  });
});

it("届け出ると、届け出たことを示す画面へ移り、計画の歩みに残る", async () => {
  const form = { subject: "representative", text: "代表者が代わった。", intentKey: "two" };
  const answer = (await call(certified.applicationId, form)) as Response;
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    302,
    `/c/${certified.companyKey}/plans/${certified.applicationId}/minor-change?done=notified`,
  ]);
  const events = await planEventsOf(portal.services.database, certified.applicationId);
  expect(events.at(-1)).toMatchObject({
    type: "plan.minorChangeNotified.v1",
    data: { subject: "representative", text: "代表者が代わった。" },
  });
});

it("知らない計画は、無いものになる", async () => {
  expect(((await call("no-such-plan")) as Response).status).toBe(404);
});
