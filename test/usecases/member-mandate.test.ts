/** GビズIDメンバーの権限（mandate_info）: 受けていない人は、下書きはできるが、会社を代表する手続はできない。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { loader as companyPage } from "#app/routes/applicant/company.tsx";
import { loader as submitPage } from "#app/routes/applicant/submit.tsx";
import { resolveSession } from "#app/usecases/accounts/resolve-session.server.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { arrive } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { companyKeyOf, current, expectOk, refusalOf, start, writePlan } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
});
afterAll(() => portal.close());

/** 権限の並びを変えて、メンバーとしてログインする。 */
async function member(mandates: unknown) {
  const { token } = expectOk(await arrive(portal, "oda@aoba.example.jp", { mandate_info: mandates }));
  const context = portal.context((await resolveSession(portal.services, token)).actor);
  const headers = { Cookie: setCookie(portal.services.origin, "session", token).split(";")[0] ?? "" };
  const home = await load(companyPage, portal.loadContext, `/c/${companyKeyOf(context)}`, {
    headers,
    params: { company: companyKeyOf(context) },
  });
  return { context, headers, standing: home instanceof Response ? null : home.standing };
}

it("権限を受けていないメンバーは、下書きを書けるが申請を断られ、受けてログインし直せば申請できる", async () => {
  const without = await member([{ client_id: "another" }]);
  expect(without.standing).toBe("noMandate");
  const own = await start(without.context);
  await writePlan(without.context, own, manufacturing.answers);
  const filing = { ...own, ...(await current(without.context, own.applicationId)) };
  expect(refusalOf(await fileApplication(without.context, filing))).toEqual({
    kind: "forbidden",
    action: "plan.file",
    reason: "mandate",
  });
  const page = await load(submitPage, portal.loadContext, `/c/${own.companyKey}/applications/x/submit`, {
    headers: without.headers,
    params: { company: own.companyKey, id: own.applicationId },
  });
  expect(page instanceof Response && page.status).toBe(403);
  expect(page instanceof Response && (await page.text())).toContain("プライムから与えられていません");

  const granted = await member([{ client_id: "keieiryoku-portal" }]);
  expect(granted.standing).toBe("ready");
  expectOk(await fileApplication(granted.context, filing));
});

it("権限の並びを受け取れなかったメンバーは、確かめるよう知らされるが、申請できる", async () => {
  const unknown = await member(undefined);
  expect(unknown.standing).toBe("unknownMandate");
  const own = await start(unknown.context);
  await writePlan(unknown.context, own, manufacturing.answers);
  expectOk(
    await fileApplication(unknown.context, {
      ...own,
      ...(await current(unknown.context, own.applicationId)),
    }),
  );
});
