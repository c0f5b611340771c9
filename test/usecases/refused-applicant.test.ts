/** 申請者が断られる操作。断ったときは、何も書かれていない。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { listCompany } from "#app/usecases/applications/list-company.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import {
  recallApplication,
  withdrawApplication,
} from "#app/usecases/applications/withdraw-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { downloadCertificate } from "#app/usecases/certification/download-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { sectionsOf } from "#db/queries/applications.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { applications, auditEntries, submissions } from "#db/schema/index.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import { accountIdOf, logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  companyKeyOf,
  current,
  expectOk,
  file,
  refusalOf,
  rowOf,
  start,
  startAndFile,
  writePlan,
} from "#test/support/procedure.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let clock: TestClock;
let applicant: UseCaseContext;
beforeEach(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
});
afterEach(() => portal.close());

/** 書かれたものの数。断られた前後で変わらないことを見る。 */
const written = () => {
  const { reader } = portal.services.database;
  return [applications, submissions, auditEntries].map((table) => reader.select().from(table).all().length);
};

describe("よその会社", () => {
  it("よその会社の入口も申請も、有るかどうかを見せない", async () => {
    const own = await start(applicant);
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    const before = written();
    const foreign = { companyKey: own.companyKey, applicationId: own.applicationId };
    const disguised = { companyKey: companyKeyOf(stranger), applicationId: own.applicationId };
    for (const refusal of [
      refusalOf(await listCompany(stranger, own.companyKey)),
      refusalOf(await openApplication(stranger, foreign)),
      refusalOf(await openApplication(stranger, disguised)),
      refusalOf(await openApplication(stranger, { ...disguised, applicationId: "no-such-application" })),
      refusalOf(await fileApplication(stranger, { ...foreign, version: 1 })),
      refusalOf(
        await saveSection(stranger, { ...foreign, section: "company", expectedVersion: 1, answers: {} }),
      ),
      refusalOf(
        await startApplication(stranger, {
          companyKey: own.companyKey,
          intentKey: "foreign",
          anotherDraft: true,
        }),
      ),
      refusalOf(await withdrawApplication(stranger, { ...foreign, version: 1, reason: "理由" })),
    ])
      expect(refusal).toEqual({ kind: "notFound" });
    expect(written()).toEqual(before);
  });

  it("認定通知書の番号を知っていても、よその会社には渡さない", async () => {
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const manager = await logIn(portal, "tohoku-manager");
    const own = await startAndFile(applicant, manufacturing.answers);
    await acceptAndPropose(reviewer, own.applicationId);
    expectOk(await certifyPlan(manager, portal.services.pdf, await current(manager, own.applicationId)));
    const certification = await certificationOf(applicant.database, own.applicationId);
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    const { storage } = portal.services;
    for (const companyKey of [own.companyKey, companyKeyOf(stranger)])
      expect(
        refusalOf(
          await downloadCertificate(stranger, storage, { companyKey, number: certification?.number ?? "" }),
        ),
      ).toEqual({ kind: "notFound" });
  });
});

describe("GビズID エントリー", () => {
  it("下書きはできるが、申請・引戻し・取下げはできない", async () => {
    const entry = await logIn(portal, "kobayashi@mokko.example.jp");
    const own = await start(entry);
    await writePlan(
      entry,
      own,
      withFields(manufacturing.answers, "company", { name: "株式会社こばやし木工" }),
    );
    const input = { ...own, version: 1 };
    const refusals = [
      refusalOf(await fileApplication(entry, input)),
      refusalOf(await recallApplication(entry, input)),
      refusalOf(await withdrawApplication(entry, { ...input, reason: "理由" })),
    ];
    expect(refusals.map((refusal) => (refusal.kind === "forbidden" ? refusal.reason : refusal.kind))).toEqual(
      ["accountType", "accountType", "accountType"],
    );
    expect(await rowOf(entry, own.applicationId)).toMatchObject({ status: "draft", receiptNumber: null });
  });
});

describe("区画の保存", () => {
  it("申請した後は、どの区画も書き換えられない", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    const before = await sectionsOf(applicant.database, own.applicationId);
    const refusal = refusalOf(
      await saveSection(applicant, { ...own, section: "period", expectedVersion: 1, answers: { start: "" } }),
    );
    expect(refusal).toMatchObject({ kind: "stale", subject: "application" });
    expect(await sectionsOf(applicant.database, own.applicationId)).toEqual(before);
  });

  it("画面を開いた後に同僚が保存していたら、誰が書いたかを告げて何も書かない", async () => {
    const own = await start(applicant);
    const colleague = await logIn(portal, "oda@aoba.example.jp");
    const input = { ...own, section: "period", expectedVersion: 0 };
    expectOk(await saveSection(colleague, { ...input, answers: { start: "2026-12" } }));
    const before = written();
    expect(
      refusalOf(await saveSection(applicant, { ...input, answers: { start: "2027-01" } })),
    ).toMatchObject({ kind: "stale", subject: "section", by: "小田 航" });
    expect(written()).toEqual(before);
    expect(
      (await sectionsOf(applicant.database, own.applicationId)).find(({ section }) => section === "period"),
    ).toMatchObject({
      version: 1,
      answers: { start: "2026-12", end: "" },
      updatedBy: accountIdOf(colleague.actor),
    });
  });

  it("読めない値も打たれたまま残し、欄の指摘を返す", async () => {
    const own = await start(applicant);
    const saved = expectOk(
      await saveSection(applicant, {
        ...own,
        section: "period",
        expectedVersion: 0,
        answers: { start: "来年の春", end: "２０２９年１１月", hidden: "余計な欄" },
      }),
    );
    expect(saved).toMatchObject({ version: 1, raw: { start: "来年の春", end: "２０２９年１１月" } });
    expect(saved.faults.map(({ field }) => field)).toEqual(["start"]);
    const rows = await sectionsOf(applicant.database, own.applicationId);
    expect(rows.find(({ section }) => section === "period")?.answers).toEqual({
      start: "来年の春",
      end: "２０２９年１１月",
    });
  });

  it("無い区画は notFound", async () => {
    const own = await start(applicant);
    expect(
      refusalOf(
        await saveSection(applicant, { ...own, section: "no-such", expectedVersion: 0, answers: {} }),
      ),
    ).toEqual({ kind: "notFound" });
  });
});

describe("誤りの残る下書き", () => {
  it("申請できず、理由が欄ごとに返り、何も書かれない", async () => {
    const own = await start(applicant);
    const before = written();
    const refusal = refusalOf(await fileApplication(applicant, { ...own, version: 1 }));
    if (refusal.kind !== "notReady") throw new Error(refusal.kind);
    const places = refusal.findings.map(({ section, field }) => `${section}.${field}`);
    expect(places).toContain("industry.industries");
    expect(refusal.findings.every(({ severity }) => severity === "error")).toBe(true);
    expect(written()).toEqual(before);
    expect(await rowOf(applicant, own.applicationId)).toMatchObject({ status: "draft", version: 1 });
  });
});

describe("申請を始める", () => {
  it("書きかけがあればそれを返し、同じ画面を二度押しても二つ目はできない", async () => {
    const companyKey = companyKeyOf(applicant);
    const press = (intentKey: string, anotherDraft: boolean) =>
      startApplication(applicant, { companyKey, intentKey, anotherDraft }).then(expectOk);
    const twice = await Promise.all([press("one", true), press("one", true)]);
    expect(new Set(twice.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(twice.filter(({ reused }) => reused)).toHaveLength(1);
    expect(await press("two", false)).toEqual({ applicationId: twice[0]?.applicationId, reused: true });
    expect((await press("three", true)).applicationId).not.toBe(twice[0]?.applicationId);
  });
});

describe("古い画面からの申請", () => {
  it("差戻しの前の画面からは、出し直せない", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const comments = [{ section: "company", field: "name", kind: "wrong" as const, text: "登記のとおりに" }];
    expectOk(
      await returnForCorrection(reviewer, { ...(await current(reviewer, own.applicationId)), comments }),
    );
    expect(refusalOf(await fileApplication(applicant, { ...own, version: 2 }))).toMatchObject({
      kind: "stale",
      subject: "application",
    });
    expect(portal.services.database.reader.select().from(submissions).all()).toHaveLength(1);
  });

  it("差し戻して出し直した申請の受理日は、出し直した日より前にできない", async () => {
    const own = await startAndFile(applicant, manufacturing.answers);
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const comments = [{ section: "company", field: "name", kind: "wrong" as const, text: "登記のとおりに" }];
    expectOk(
      await returnForCorrection(reviewer, { ...(await current(reviewer, own.applicationId)), comments }),
    );
    clock.advance({ days: 5 });
    await file(applicant, own);
    const input = await current(reviewer, own.applicationId);
    expect(
      refusalOf(await acceptApplication(reviewer, { ...input, acceptedOn: date("2026-12-05") })),
    ).toEqual({
      kind: "workflow",
      refusal: { kind: "acceptedBeforeFiling" },
    });
    expectOk(await acceptApplication(reviewer, { ...input, acceptedOn: date("2026-12-06") }));
  });
});
