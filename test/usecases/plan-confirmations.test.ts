/** 計画の設備の行が、投資計画の確認書の番号を使う。一通は一つの計画だけが使える。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { withdrawApplication } from "#app/usecases/applications/withdraw-application.server.ts";
import { offeredConfirmations } from "#app/usecases/confirmations/plan-confirmations.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { reportableConfirmations } from "#db/queries/confirmations.ts";
import { attachRequired } from "#test/support/attach-required.ts";
import { confirmedInvestment } from "#test/support/confirmed.ts";
import { manufacturing, withRow } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf, rowOf, start, writePlan } from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
beforeAll(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
});
afterAll(() => portal.close());

/** 一つ目の設備を B 類型にし、その番号の確認書を使う計画。 */
const planUsing = (certificateNumber: string, type = "B"): RawAnswers =>
  withRow(manufacturing.answers, ["equipment", "equipment"], 0, { type, certificateNumber });

async function drafted(number: string, by = applicant, type = "B"): Promise<OwnApplication> {
  const own = await start(by);
  await writePlan(by, own, planUsing(number, type));
  await attachRequired(by, own);
  return own;
}

/** 確認書の番号についての指摘。 */
const findings = async (own: OwnApplication, by = applicant) =>
  expectOk(await checkApplication(by, own))
    .findings.filter(({ check }) => /onfirmation/u.test(check))
    .map(({ check, severity }) => `${severity} ${check}`);

const fileNow = async (own: OwnApplication) =>
  fileApplication(applicant, { ...own, ...(await current(applicant, own.applicationId)) });
const offers = async (own: OwnApplication) =>
  (await offeredConfirmations(applicant, await rowOf(applicant, own.applicationId))).map(
    ({ number }) => number,
  );

describe("確認書の番号", () => {
  it("自社の確認書は候補に並び、使った計画は申請でき、二つ目の計画では候補から消えて申請できない", async () => {
    const { number } = await confirmedInvestment(portal);
    const first = await drafted(number);
    const second = await drafted(number);
    expect(await offers(second)).toContain(number);
    expect(await findings(first)).toEqual([]);
    expectOk(await fileNow(first));
    expect(await offers(first)).toContain(number);
    expect(await offers(second)).not.toContain(number);
    expect(await findings(second)).toEqual(["error usedConfirmation"]);
    expect(refusalOf(await fileNow(second)).kind).toBe("notReady");
  });

  it("二つの計画を同時に申請しても、通るのは一つだけで、もう一つは何も書かれない", async () => {
    const { number } = await confirmedInvestment(portal);
    const plans = [await drafted(number), await drafted(number)];
    const outcomes = await Promise.all(plans.map(fileNow));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = outcomes.findIndex(({ ok }) => !ok);
    expect((await rowOf(applicant, plans[refused]?.applicationId ?? "")).status).toBe("draft");
  });

  it("使った計画を取り下げれば、ほかの計画で使える", async () => {
    const { number } = await confirmedInvestment(portal);
    const first = await drafted(number);
    expectOk(await fileNow(first));
    const { version } = await current(applicant, first.applicationId);
    expectOk(await withdrawApplication(applicant, { ...first, version, reason: "書き直すため" }));
    const second = await drafted(number);
    expect(await findings(second)).toEqual([]);
    expectOk(await fileNow(second));
  });

  it("ほかの会社の確認書と、違う類型の確認書は使えない", async () => {
    const { number } = await confirmedInvestment(portal, "E");
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    const theirs = await start(stranger);
    await writePlan(stranger, theirs, planUsing(number));
    expect(await findings(theirs, stranger)).toContain("error foreignConfirmation");
    expect(await findings(await drafted(number))).toContain("error confirmationType");
  });

  it("紙で受けた、記録にない番号は、警告だけで申請できる", async () => {
    const own = await drafted("20240401東北第7号");
    expect(await findings(own)).toEqual(["warning unknownConfirmation"]);
    expectOk(await fileNow(own));
  });
});

describe("実施状況報告の要る確認書", () => {
  it("B・E類型だけを、取得する月と決算月とともに返す", async () => {
    const numbers = new Map<string, string>();
    for (const type of ["B", "D", "E"] as const) {
      const { companyKey, number } = await confirmedInvestment(portal, type);
      numbers.set(type, number);
      const listed = await reportableConfirmations(applicant.database, companyKey);
      const found = listed.find((row) => row.number === number);
      if (type === "D") expect(found).toBeUndefined();
      else expect(found).toMatchObject({ type, acquisitionMonth: "2027-02", closingMonth: 3 });
    }
    const all = (await reportableConfirmations(applicant.database)).map(({ number }) => number);
    expect(all).toContain(numbers.get("B"));
    expect(all).not.toContain(numbers.get("D"));
  });
});
