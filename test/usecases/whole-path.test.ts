/** 申請から認定通知書の受取りまで、一つの計画が通る道の全部。 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileApplication } from "#app/usecases/applications/file-application.server.ts";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import { listCompany } from "#app/usecases/applications/list-company.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { downloadCertificate } from "#app/usecases/certification/download-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { startWorker, type Worker } from "#app/worker.server.ts";
import { commentsOn, eventsOf, latestSubmission } from "#db/queries/applications.ts";
import { certificationOf, documentsOf, downloadsOf } from "#db/queries/certifications.ts";
import { mailsOf } from "#db/queries/operations.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { outbox, submissions } from "#db/schema/index.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { textOf } from "#test/pdf/pdf-inspection.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn, logInStaff } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  current,
  expectOk,
  file,
  refusalOf,
  rowOf,
  save,
  start,
  writePlan,
} from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let worker: Worker;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let otherOffice: UseCaseContext;
let own: OwnApplication;
let receiptNumber: string;

beforeAll(async () => {
  portal = await startTestServices({ clock });
  [applicant, reviewer, manager, otherOffice] = await Promise.all([
    logIn(portal, "takahashi@aoba.example.jp"),
    logIn(portal, "tohoku-reviewer"),
    logIn(portal, "tohoku-manager"),
    logIn(portal, "kanto-reviewer"),
  ]);
  worker = startWorker(portal.services);
});
afterAll(async () => {
  await worker.stop();
  await portal.close();
});

const statusOf = async () => (await rowOf(applicant, own.applicationId)).status;

describe("経営力向上計画の認定（法第17条第1項）", () => {
  it("始めた申請は下書きで、会社の区画には GビズID の値が入っている", async () => {
    own = await start(applicant);
    const opened = expectOk(await openApplication(applicant, own));
    expect(opened.application).toMatchObject({ status: "draft", companyName: "株式会社青葉精密製作所" });
    const checked = expectOk(await checkApplication(applicant, own));
    expect(checked.draft.answers["company"]).toEqual({
      corporationType: "corporation",
      name: "株式会社青葉精密製作所",
      representative: "髙橋 健一",
      corporateNumber: "7990001000001",
      prefecture: "04",
      address: "宮城県仙台市泉区明通二丁目14番地",
    });
  });

  it("書き終えた計画は、点検に誤りがなく、東北経済産業局に向かう", async () => {
    await writePlan(applicant, own, manufacturing.answers);
    const checked = expectOk(await checkApplication(applicant, own));
    expect(checked.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(checked.routing).toMatchObject({ kind: "decided", routing: { office: { code: "meti-tohoku" } } });
  });

  it("申請すると受付番号が決まり、同じ版を20回同時に押しても受付は一つ", async () => {
    const { version } = await rowOf(applicant, own.applicationId);
    const answers = (
      await Promise.all(Array.from({ length: 20 }, () => fileApplication(applicant, { ...own, version })))
    ).map(expectOk);
    ({ receiptNumber } = answers[0] ?? { receiptNumber: "" });
    expect(receiptNumber).toBe("26-0000-0018");
    expect(new Set(answers.map((answer) => `${answer.receiptNumber}/${answer.sequence}`))).toEqual(
      new Set(["26-0000-0018/1"]),
    );
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
    expect(portal.services.database.reader.select().from(submissions).all()).toHaveLength(1);
    expect(await statusOf()).toBe("submitted");
  });

  it("後からもう一度押しても、最初の受付が返る", async () => {
    expect(expectOk(await fileApplication(applicant, { ...own, version: 1 }))).toEqual({
      receiptNumber,
      sequence: 1,
      repeated: true,
    });
  });

  it("提出は、様式、版、提出先の説明ごと凍結される", async () => {
    const submission = await latestSubmission(applicant.database, own.applicationId);
    expect(submission).toMatchObject({
      receiptNumber,
      answers: { period: { start: "2026-12" } },
      routing: { office: { code: "meti-tohoku" }, addressee: "東北経済産業局長" },
      filedByName: "髙橋 健一",
    });
    expect(submission?.document.sections).toHaveLength(8);
    expect(submission?.routing.explanation.length).toBeGreaterThan(2);
  });

  it("その局の審査担当には見え、ほかの局には有ることも見えない", async () => {
    expect(expectOk(await openRecord(reviewer, own.applicationId)).application.receiptNumber).toBe(
      receiptNumber,
    );
    expect(refusalOf(await openRecord(otherOffice, own.applicationId))).toEqual({ kind: "notFound" });
    expect(
      refusalOf(
        await acceptApplication(otherOffice, {
          ...(await current(reviewer, own.applicationId)),
          acceptedOn: date("2026-12-01"),
        }),
      ),
    ).toEqual({ kind: "notFound" });
  });

  it("受理すると受理日と担当が決まる。申請日より前の日では受理できない", async () => {
    const input = await current(reviewer, own.applicationId);
    expect(
      refusalOf(await acceptApplication(reviewer, { ...input, acceptedOn: date("2026-11-30") })),
    ).toEqual({
      kind: "workflow",
      refusal: { kind: "acceptedBeforeFiling" },
    });
    expectOk(await acceptApplication(reviewer, { ...input, acceptedOn: date("2026-12-01") }));
    expect(await rowOf(reviewer, own.applicationId)).toMatchObject({
      status: "accepted",
      acceptedOn: "2026-12-01",
    });
  });

  it("指摘を付けて差し戻すと、申請者は直せるようになる", async () => {
    clock.advance({ days: 3 });
    const text = "目標の根拠を書き足してください。";
    expectOk(
      await returnForCorrection(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        comments: [{ section: "indicators", field: "goal", kind: "unclear", text }],
      }),
    );
    const opened = expectOk(await openApplication(applicant, own));
    expect(opened.editable).toBe(true);
    expect(opened.comments).toEqual([
      expect.objectContaining({ section: "indicators", field: "goal", text }),
    ]);
    expect(opened.draft?.tasks.find(({ id }) => id === "indicators")?.status).toBe("needsCorrection");
  });

  it("直して出し直すと、受付番号と受理日はそのままで、審査に戻る", async () => {
    clock.advance({ days: 1 });
    await save(applicant, own, "indicators", {
      ...manufacturing.answers["indicators"],
      goal: "5軸加工機で3工程を1工程に集約し、労働生産性を7.88%高める。",
    });
    expect(await file(applicant, own)).toEqual({ receiptNumber, sequence: 2, repeated: false });
    expect(await rowOf(applicant, own.applicationId)).toMatchObject({
      status: "underReview",
      receiptNumber,
      acceptedOn: "2026-12-01",
      submissionSequence: 2,
    });
    const first = await commentsOn(applicant.database, own.applicationId, 1);
    expect([first.length, (await commentsOn(applicant.database, own.applicationId, 2)).length]).toEqual([
      1, 0,
    ]);
  });

  it("起案した決裁者本人は認定できず、別の決裁者が認定する", async () => {
    const second = await logInStaff(portal, "staff-tohoku-manager-2", {
      name: "工藤 進",
      email: "tohoku-manager-2@staff.example.jp",
      groups: ["office:meti-tohoku:officeManager"],
    });
    expectOk(
      await proposeDecision(manager, {
        ...(await current(manager, own.applicationId)),
        outcome: "certify",
        ground: "",
      }),
    );
    const input = await current(manager, own.applicationId);
    expect(refusalOf(await certifyPlan(manager, portal.services.pdf, input))).toEqual({
      kind: "workflow",
      refusal: { kind: "ownProposal" },
    });
    expect(refusalOf(await certifyPlan(reviewer, portal.services.pdf, input))).toMatchObject({
      kind: "forbidden",
      reason: "role",
    });
    clock.advance({ days: 1 });
    expectOk(await certifyPlan(second, portal.services.pdf, input));
    expect(await certificationOf(applicant.database, own.applicationId)).toMatchObject({
      number: "20261206東北第1号",
      certifiedOn: "2026-12-06",
      officeCode: "meti-tohoku",
    });
    expect(await statusOf()).toBe("certified");
  });

  it("働き手が通知書の PDF を一度だけ作り、字の欠けなく保管する", async () => {
    await worker.drain();
    const documents = await documentsOf(applicant.database, own.applicationId, "certificationNotice");
    expect(documents).toEqual([
      expect.objectContaining({ edition: 1, templateVersion: "certification-notice/v2" }),
    ]);
    const bytes = await portal.services.storage.get(documents[0]?.sha256 ?? "");
    const text = textOf(bytes ?? new Uint8Array());
    for (const words of [
      "20261206東北第1号",
      "令和8年12月6日",
      "髙橋健一",
      "東北経済産業局長",
      "第17条第1項",
    ])
      expect(text).toContain(words);
    const jobs = portal.services.database.reader.select().from(outbox).all();
    expect(jobs.filter(({ state }) => state !== "done")).toEqual([]);
  });

  it("一歩ごとのメールが .eml に残り、送ったことも記録される", async () => {
    const recorded = await mailsOf(applicant.database, own.applicationId);
    const steps = recorded.map(({ template, toAddress, state }) => `${template} → ${toAddress} (${state})`);
    expect(steps).toEqual([
      "filed → soumu@aoba.example.jp (kept)",
      "accepted → soumu@aoba.example.jp (kept)",
      "returned → soumu@aoba.example.jp (kept)",
      "filed → soumu@aoba.example.jp (kept)",
      "certified → soumu@aoba.example.jp (kept)",
    ]);
    const folder = join(portal.dataDir, "mail");
    const kept = await Promise.all(
      (await readdir(folder)).map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
    );
    expect(new Set(kept.map(({ messageId }) => messageId))).toEqual(
      new Set(recorded.map(({ messageId }) => messageId)),
    );
    expect(kept).toHaveLength(recorded.length);
    expect(kept.find(({ subject }) => subject?.includes("認定されました"))?.to).toEqual([
      { name: "総務課 小田 航", address: "soumu@aoba.example.jp" },
    ]);
  });

  it("申請者は通知書を受け取り、受け取ったことが残る", async () => {
    const number = "20261206東北第1号";
    const fetched = expectOk(
      await downloadCertificate(applicant, portal.services.storage, { companyKey: own.companyKey, number }),
    );
    expect(Buffer.from(fetched.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    const [document] = await documentsOf(applicant.database, own.applicationId, "certificationNotice");
    expect(await downloadsOf(applicant.database, document?.id ?? "")).toEqual([
      expect.objectContaining({ accountName: "髙橋 健一", channel: "applicant", sha256: fetched.sha256 }),
    ]);
    expect(expectOk(await listCompany(applicant, own.companyKey)).certifications).toHaveLength(1);
  });

  it("道のりは出来事として順に残り、監査の鎖は切れていない", async () => {
    expect((await eventsOf(applicant.database, own.applicationId)).map(({ type }) => type)).toEqual([
      "application.created.v1",
      "application.filed.v1",
      "application.accepted.v1",
      "application.returned.v1",
      "application.filed.v1",
      "application.proposed.v1",
      "application.certified.v1",
    ]);
    expect((await verifyAuditChain(portal.services.database)).broken).toBeNull();
  });

  it("認定された申請は、もう動かない", async () => {
    const input = await current(reviewer, own.applicationId);
    expect(refusalOf(await returnForCorrection(reviewer, { ...input, comments: [] }))).toEqual({
      kind: "workflow",
      refusal: { kind: "notInThisStatus", status: "certified", command: "return" },
    });
  });
});
