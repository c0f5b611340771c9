/** ほんの少しずれて重なる操作。どのずれ方でも、受付は一つで、見て確かめた答えだけが提出になる。 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { recallApplication } from "#app/usecases/applications/withdraw-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { manufacturing, warehouse } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, rowOf, save, start, writePlan } from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
beforeAll(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
});
afterAll(() => portal.close());

/** 待ちの順番を n 回ゆずってから始める。 */
async function after<T>(turns: number, begin: () => Promise<T>): Promise<T> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  return begin();
}
const delays = Array.from({ length: 60 }, (_, turns) => turns);

it("二度目の申請がどれだけ遅れても、同じ受付が返る", async () => {
  const own = await start(applicant);
  await writePlan(applicant, own, manufacturing.answers);
  for (const turns of delays) {
    const { version } = await rowOf(applicant, own.applicationId);
    const [first, second] = await Promise.all([
      fileApplication(applicant, { ...own, version }),
      after(turns, () => fileApplication(applicant, { ...own, version })),
    ]);
    expect({ ...expectOk(second), repeated: null }, `${turns}回ゆずる`).toEqual({
      ...expectOk(first),
      repeated: null,
    });
    expectOk(await recallApplication(applicant, { ...own, version: version + 1 }));
  }
});

it("申請の間に新しい区画が保存されたら、提出に入るか、申請が断られるか、保存が断られる", async () => {
  const funding = {
    funds: [{ id: "f-1", measure: "measure-1", purpose: "予約", method: "融資", amount: "1" }],
  };
  for (const turns of delays) {
    const own = await start(applicant);
    const { funding: _unwritten, ...answers } = warehouse.answers;
    for (const [section, raw] of Object.entries(answers)) await save(applicant, own, section, raw);
    const [filed, saved] = await Promise.all([
      fileApplication(applicant, { ...own, version: 1 }),
      after(turns, () =>
        saveSection(applicant, { ...own, section: "funding", expectedVersion: 0, answers: funding }),
      ),
    ]);
    const submission = await latestSubmission(applicant.database, own.applicationId);
    expect(submission !== undefined).toBe(filed.ok);
    if (filed.ok && saved.ok) expect(submission?.answers["funding"]).toEqual(funding);
    expect(filed.ok || saved.ok).toBe(true);
  }
});
