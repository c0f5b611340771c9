/** 申請者が、自社の申請を会社の外の誰が見たかを確かめる画面。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { loader } from "#app/routes/applicant/viewings.tsx";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { companyApplications } from "#db/queries/applications.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie } from "#test/support/session-cookies.ts";
import { seedDemonstration } from "../../scripts/demonstration/seed-demonstration.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
  await seedDemonstration(portal.services);
});
afterAll(() => portal.close());

it("職員が開いた記録は、局と役割と回数で見え、よその会社には無いと答える", async () => {
  const coordinator = await logIn(portal, "coordinator");
  const [companyKey, other] = ["6990001000019", "7990001000001"];
  const applicationId = (await companyApplications(coordinator.database, companyKey))[0]?.id ?? "";
  const shown = async (company: string) =>
    load(loader, portal.loadContext, `/c/${company}/applications/${applicationId}/viewings`, {
      headers: { Cookie: await applicantCookie(portal, { companyKey: company }) },
      params: { company, id: applicationId },
    });
  const before = (await shown(companyKey)) as { rows: readonly unknown[] };
  expectOk(await openRecord(coordinator, applicationId));
  expectOk(await openRecord(coordinator, applicationId));
  const after = (await shown(companyKey)) as { rows: readonly { viewer: string }[] };
  expect(after.rows).toHaveLength(before.rows.length + 1);
  expect(after.rows[0]).toMatchObject({ viewer: "企画課", act: "申請の内容を開いた", times: "2回" });
  expect(JSON.stringify(after)).not.toContain("渡辺");
  expect(await shown(other)).toMatchObject({ status: 404 });
});
