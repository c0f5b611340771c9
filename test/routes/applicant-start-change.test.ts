/** 認定を受けた計画を変える画面: 一つの計画に一つの変更、紙の認定の誤りは欄に戻す、よその会社には無い。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { action, loader } from "#app/routes/applicant/start-change.tsx";
import { companyApplications } from "#db/queries/applications.ts";
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

const call = async (form?: Readonly<Record<string, string>>, companyKey = certified.companyKey) => {
  const options = {
    headers: { Cookie: await applicantCookie(portal, { companyKey: certified.companyKey }) },
    params: { company: companyKey },
  };
  const path = `/c/${companyKey}/applications/change`;
  return form === undefined
    ? load(loader, portal.loadContext, path, options)
    : load(action, portal.loadContext, path, { ...options, form });
};
const changes = async () =>
  (await companyApplications(portal.services.database, certified.companyKey)).filter(
    ({ kind }) => kind === "change",
  );

it("変えられる計画を挙げ、押すと変更認定申請の画面へ移り、次からはその申請を開く", async () => {
  expect(await call()).toMatchObject({
    plans: [{ number: certified.number, version: 1, openChangeId: null }],
    ended: [],
  });
  const press = () => call({ from: "portal", plan: certified.applicationId, intentKey: "once" });
  const [first, second] = [await press(), await press()];
  const [change] = await changes();
  for (const answer of [first, second]) {
    expect((answer as Response).status).toBe(302);
    expect((answer as Response).headers.get("Location")).toBe(
      `/c/${certified.companyKey}/applications/${change?.id}`,
    );
  }
  expect(await changes()).toHaveLength(1);
  expect(await call()).toMatchObject({ plans: [{ openChangeId: change?.id }] });
});

it("食い違う紙の認定は、打ったものを残して欄の下に理由を出し、何も作らない", async () => {
  const typed = {
    number: "20250401東北第7号",
    certifiedOn: "2025-04-01",
    officeName: "",
    start: "2025-04",
    end: "2028-04",
    code13: "",
  };
  const before = (await changes()).length;
  expect(await call({ ...typed, from: "paper", intentKey: "paper" })).toMatchObject({
    init: { status: 422 },
    data: { typed, errors: { officeName: [expect.anything()], end: [expect.anything()] } },
  });
  expect(await changes()).toHaveLength(before);
});

it("知らない計画と、よその会社は、無いものになる", async () => {
  const unknown = (await call({ from: "portal", plan: "no-such-plan", intentKey: "x" })) as Response;
  expect(unknown.status).toBe(404);
  expect(((await call(undefined, "6990001000019")) as Response).status).toBe(404);
});
