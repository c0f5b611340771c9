/** 申請の画面に出す、連携先への提供の同意。渡すのは経済産業局だけに出した申請に限る。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { loader } from "#app/routes/applicant/application.tsx";
import { setSharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
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

it("ほかの省の局に出した申請では、同意を促さず、決めた後は様子を示す", async () => {
  const applicant = await logIn(portal, "nakamura@yamabuki.example.jp");
  const companyKey = "6990001000019";
  const applicationId = (await companyApplications(applicant.database, companyKey))[0]?.id ?? "";
  const headers = { Cookie: await applicantCookie(portal, { companyKey }) };
  const shown = () =>
    load(loader, portal.loadContext, `/c/${companyKey}/applications/${applicationId}`, {
      headers,
      params: { company: companyKey, id: applicationId },
    });
  expect(await shown()).toMatchObject({ sharing: null });
  expectOk(await setSharingConsent(applicant, { companyKey, applicationId, given: true }));
  expect(await shown()).toMatchObject({ sharing: { given: true } });
});
