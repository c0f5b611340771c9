/** 始めの質問、使わない区画、進み具合。本物のデータベースに書いて確かめる。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { draftProgress, listCompany } from "#app/usecases/applications/list-company.server.ts";
import { loadDraft, type OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { markSectionUnused } from "#app/usecases/applications/mark-section-unused.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { openScreening } from "#app/usecases/applications/open-screening.server.ts";
import { saveScreening } from "#app/usecases/applications/save-screening.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  companyKeyOf,
  current,
  expectOk,
  file,
  refusalOf,
  rowOf,
  save,
  start,
  startAndFile,
  writePlan,
} from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;

beforeAll(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
});
afterAll(() => portal.close());

const answer = async (own: OwnApplication, question: string, value: string) =>
  expectOk(await saveScreening(applicant, { ...own, question, answer: value }));
const answersOf = async (own: OwnApplication) => (await loadDraft(applicant, own.applicationId)).answers;
const tasksOf = async (own: OwnApplication) => expectOk(await openApplication(applicant, own)).draft;

/** 会社として最後まで答える。税制は使わない。 */
const answerAll = async (own: OwnApplication): Promise<void> => {
  await answer(own, "certifiedPlan", "none");
  await answer(own, "realEstate", "no");
  await answer(own, "organisation", "company");
  await answer(own, "established", "yes");
  await answer(own, "employees", "within1000");
  await answer(own, "taxRelief", "no");
};

describe("始めの質問", () => {
  it("答えは一問ずつ残り、最後に様式第1 の新規と決まる", async () => {
    const own = await start(applicant);
    expect(await answer(own, "certifiedPlan", "none")).toEqual({ kind: "question", id: "realEstate" });
    await answerAll(own);
    const opened = expectOk(await openScreening(applicant, own));
    expect(opened.path.next).toEqual({ kind: "outcome", outcome: { kind: "start", form: "form1" } });
    expect(opened.eligibility.certification.outcome).toBe("yes");
    expect(await tasksOf(own)).toMatchObject({ screening: "finished" });
  });

  it("同じことを尋ねる空の欄に写り、申請者が直した欄は変わらない", async () => {
    const own = await start(applicant);
    await answer(own, "organisation", "company");
    await answer(own, "established", "yes");
    expect((await answersOf(own))["company"]).toMatchObject({ organisation: "company", established: "yes" });
    await save(applicant, own, "company", {
      ...(await answersOf(own))["company"],
      organisation: "medicalCorporation",
    });
    await answer(own, "organisation", "nonProfitCorporation");
    expect((await answersOf(own))["company"]).toMatchObject({ organisation: "medicalCorporation" });
  });

  it("前の答えを変えても、ほかの答えは消えない", async () => {
    const own = await start(applicant);
    await answerAll(own);
    await answer(own, "certifiedPlan", "running");
    await answer(own, "planPurpose", "change");
    const { path } = expectOk(await openScreening(applicant, own));
    expect(path.next).toEqual({ kind: "outcome", outcome: { kind: "change" } });
    expect(path.unused.map(({ question }) => question.id)).toEqual([
      "realEstate",
      "organisation",
      "established",
      "employees",
      "taxRelief",
    ]);
    await answer(own, "certifiedPlan", "expired");
    expect(expectOk(await openScreening(applicant, own)).path.next).toMatchObject({
      outcome: { kind: "start" },
    });
  });

  it("様式第2 と答えると 11 が現れ、様式の文書に始めの質問は載らない", async () => {
    const own = await start(applicant);
    expect((await tasksOf(own))?.tasks.map(({ id }) => id)).not.toContain("real-estate");
    await answer(own, "realEstate", "yes");
    expect((await tasksOf(own))?.tasks.map(({ id }) => id)).toContain("real-estate");
    const { document } = expectOk(await checkApplication(applicant, own));
    expect(document.sections.map(({ id }) => id)).not.toContain("screening");
  });

  it.each([
    ["選んでいない", "certifiedPlan", ""],
    ["選択肢にない", "certifiedPlan", "maybe"],
  ])("%s答えは受け取らない", async (_case, question, value) => {
    const own = await start(applicant);
    expect(refusalOf(await saveScreening(applicant, { ...own, question, answer: value }))).toMatchObject({
      kind: "invalid",
    });
    expect(await answersOf(own)).not.toHaveProperty("screening");
  });

  it("無い質問と、よその会社の下書きは、無いと答える", async () => {
    const own = await start(applicant);
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    const foreign = { companyKey: companyKeyOf(stranger), applicationId: own.applicationId };
    for (const refusal of [
      refusalOf(await saveScreening(applicant, { ...own, question: "nothing", answer: "yes" })),
      refusalOf(await saveScreening(stranger, { ...foreign, question: "realEstate", answer: "yes" })),
      refusalOf(await openScreening(stranger, foreign)),
      refusalOf(await markSectionUnused(stranger, { ...foreign, section: "funding", unused: true })),
    ])
      expect(refusal).toEqual({ kind: "notFound" });
  });

  it("二人が同時に別の質問に答えても、両方が残る", async () => {
    const own = await start(applicant);
    const questions = ["certifiedPlan", "realEstate", "organisation", "established", "employees"] as const;
    const values = ["none", "no", "company", "yes", "within1000"];
    await Promise.all(questions.map((question, index) => answer(own, question, values[index] ?? "")));
    expect((await answersOf(own))["screening"]).toEqual(
      Object.fromEntries(questions.map((question, index) => [question, values[index]])),
    );
  });

  it("答えは監査の鎖に残る", async () => {
    const own = await start(applicant);
    await answer(own, "realEstate", "yes");
    expect((await verifyAuditChain(applicant.database)).broken).toBeNull();
  });
});

describe("申請との関わり", () => {
  it("始めの質問に答えていなくても、申請できる", async () => {
    const { receiptNumber } = await startAndFile(applicant, manufacturing.answers);
    expect(receiptNumber).not.toBe("");
  });

  it("変更に当たると答えた下書きは申請できず、答えを直すと申請できる", async () => {
    const own = await start(applicant);
    await writePlan(applicant, own, manufacturing.answers);
    await answer(own, "certifiedPlan", "running");
    await answer(own, "planPurpose", "change");
    const { version } = await rowOf(applicant, own.applicationId);
    expect(refusalOf(await fileApplication(applicant, { ...own, version }))).toMatchObject({
      kind: "notReady",
      findings: [{ check: "screeningChange", section: "screening", field: "planPurpose" }],
    });
    await answer(own, "planPurpose", "otherGuideline");
    await file(applicant, own);
    expect(
      refusalOf(await saveScreening(applicant, { ...own, question: "realEstate", answer: "no" })),
    ).toMatchObject({ kind: "stale", subject: "application" });
    expect(
      refusalOf(await markSectionUnused(applicant, { ...own, section: "funding", unused: true })),
    ).toMatchObject({ kind: "stale", subject: "application" });
  });

  it("同じ指針の認定が続いている会社には、変更ではないかを知らせる（申請は止めない）", async () => {
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const manager = await logIn(portal, "tohoku-manager");
    const certified = await startAndFile(applicant, manufacturing.answers);
    await acceptAndPropose(reviewer, certified.applicationId);
    expectOk(
      await certifyPlan(manager, portal.services.pdf, await current(manager, certified.applicationId)),
    );
    const own = await start(applicant);
    await writePlan(applicant, own, manufacturing.answers);
    const { findings } = expectOk(await checkApplication(applicant, own));
    expect(findings).toContainEqual(
      expect.objectContaining({ check: "newInsteadOfChange", severity: "warning" }),
    );
    const opened = expectOk(await openScreening(applicant, own));
    expect(opened.certified).toContainEqual(
      expect.objectContaining({ guidelineId: expect.any(String), running: true }),
    );
  });
});

describe("進み具合", () => {
  it("事業分野を書くまで、指標と内容は始められず、実施事項を書くまで、資金と設備は始められない", async () => {
    const own = await start(applicant);
    const waiting = async () =>
      (await tasksOf(own))?.tasks.filter(({ status }) => status === "locked").map(({ id }) => id);
    expect(await waiting()).toEqual(["indicators", "measures", "funding", "equipment"]);
    await save(applicant, own, "company", manufacturing.answers["company"]);
    await save(applicant, own, "industry", manufacturing.answers["industry"]);
    expect(await waiting()).toEqual(["funding", "equipment"]);
    await save(applicant, own, "measures", manufacturing.answers["measures"]);
    expect(await waiting()).toEqual([]);
  });

  it("使わないと決めた区画は完了に数え、やめると元に戻る", async () => {
    const own = await start(applicant);
    const funding = async () => (await tasksOf(own))?.tasks.find(({ id }) => id === "funding");
    expect(await funding()).toMatchObject({ mayBeUnused: true, unused: null });
    expectOk(await markSectionUnused(applicant, { ...own, section: "funding", unused: true }));
    expect(await funding()).toMatchObject({ status: "complete", unused: "marked", mayBeUnused: false });
    expectOk(await markSectionUnused(applicant, { ...own, section: "funding", unused: false }));
    expect(await funding()).toMatchObject({ status: "locked", unused: null });
  });

  it("使わないと決めた後で書けば、書いたものが生きる", async () => {
    const own = await start(applicant);
    expectOk(await markSectionUnused(applicant, { ...own, section: "tax", unused: true }));
    await save(applicant, own, "tax", { blueReturn: "yes" });
    const opened = await tasksOf(own);
    expect(opened?.tasks.find(({ id }) => id === "tax")).toMatchObject({ unused: null, status: "complete" });
  });

  it("必ず書く区画は、使わないと決められない", async () => {
    const own = await start(applicant);
    for (const section of ["company", "period", "nothing"])
      expect(refusalOf(await markSectionUnused(applicant, { ...own, section, unused: true }))).toEqual({
        kind: "notFound",
      });
  });

  it("税制を使わないと答えた計画では、設備と税制の確認は書かなくてよい", async () => {
    const own = await start(applicant);
    await answer(own, "taxRelief", "no");
    const tasks = (await tasksOf(own))?.tasks ?? [];
    for (const id of ["equipment", "tax"])
      expect(tasks.find((task) => task.id === id)).toMatchObject({ status: "complete", unused: "screening" });
  });

  it("会社の入口で、書いている申請の完了した数が分かる", async () => {
    const own = await start(applicant);
    const progress = async () => {
      const home = expectOk(await listCompany(applicant, own.companyKey));
      return (await draftProgress(applicant, home)).get(own.applicationId);
    };
    const before = await progress();
    expect(before?.done).toBe(0);
    await save(applicant, own, "period", manufacturing.answers["period"]);
    expect(await progress()).toEqual({ done: 1, total: before?.total });
  });

  it("認定を受けられない答えは、会社の区画を要修正にする", async () => {
    const own = await start(applicant);
    await writePlan(
      applicant,
      own,
      withFields(manufacturing.answers, "company", { organisation: "company", established: "no" }),
    );
    const opened = await tasksOf(own);
    expect(opened?.tasks.find(({ id }) => id === "company")?.status).toBe("needsCorrection");
    expect(opened?.eligibility.certification.outcome).toBe("no");
  });
});
