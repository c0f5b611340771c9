/** 申請書と受付票の紙。提出ごとに一度だけ作り、誰がいつ受け取っても同じバイト列になる。 */
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import {
  recallApplication,
  withdrawApplication,
} from "#app/usecases/applications/withdraw-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { downloadOwnPaper, downloadRecordPaper } from "#app/usecases/papers/download-filed-paper.server.ts";
import { type PaperKind, paperKinds } from "#app/usecases/papers/paper.ts";
import { openPostalFiling, printPostalForm } from "#app/usecases/papers/postal-form.server.ts";
import { printDraftForm } from "#app/usecases/papers/print-draft-form.server.ts";
import { storeFiledPaper } from "#app/usecases/papers/store-filed-paper.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { startWorker, type Worker } from "#app/worker.server.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { documentsOf, downloadsOf } from "#db/queries/certifications.ts";
import { mailsOf } from "#db/queries/operations.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { outbox } from "#db/schema/index.ts";
import { propertiesOf, textOf } from "#test/pdf/pdf-inspection.ts";
import { manufacturing, warehouse, withFields, withRow } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
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
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let worker: Worker;
let applicant: UseCaseContext;
let stranger: UseCaseContext;
let reviewer: UseCaseContext;
let otherOffice: UseCaseContext;
beforeAll(async () => {
  portal = await startTestServices({ clock });
  [applicant, stranger, reviewer, otherOffice] = await Promise.all([
    logIn(portal, "takahashi@aoba.example.jp"),
    logIn(portal, "sakiyama@seishin.example.jp"),
    logIn(portal, "tohoku-reviewer"),
    logIn(portal, "kanto-reviewer"),
  ]);
  worker = startWorker(portal.services);
});
afterAll(async () => {
  await worker.stop();
  await portal.close();
});

type Own = { readonly companyKey: string; readonly applicationId: string };

const paper = async (own: Own, kind: PaperKind, sequence?: number) =>
  expectOk(await downloadOwnPaper(applicant, portal.services, { ...own, kind, sequence }));

/** 働き手が済ませる仕事を、まだ行っていないことにする。 */
const forgetJob = (applicationId: string, sequence: number, kind: PaperKind): void => {
  portal.services.database.transact((tx) => {
    const key = `${applicationId}:${sequence}:${kind}`;
    tx.update(outbox)
      .set({ state: "waiting", doneAt: null })
      .where(and(eq(outbox.topic, "storeFiledPaper"), eq(outbox.key, key)))
      .run();
  });
};

describe("申請した様式と受付票", () => {
  let own: Own & { readonly receiptNumber: string };

  it("申請すると、働き手が様式と受付票を作り、中身のハッシュの名前で保管する", async () => {
    own = await startAndFile(applicant, manufacturing.answers);
    await worker.drain();
    for (const kind of paperKinds) {
      const [document, ...more] = await documentsOf(applicant.database, own.applicationId, kind);
      expect(more).toEqual([]);
      expect(document).toMatchObject({ edition: 1, companyKey: own.companyKey });
      const bytes = await portal.services.storage.get(document?.sha256 ?? "");
      expect(bytes?.byteLength).toBe(document?.size);
    }
  });

  it("様式には受付番号と申請日が入り、透かしはない", async () => {
    const text = textOf((await paper(own, "applicationForm")).bytes);
    for (const part of [`受付番号${own.receiptNumber}`, "令和8年12月1日", "東北経済産業局長殿", "髙橋健一"])
      expect(text).toContain(part);
    expect(text).not.toContain("下書き");
  });

  it("受付票には、番号とその読み方、日時、提出先、処理の目安の日、添付した書類の指紋が入る", async () => {
    const receipt = await paper(own, "receipt");
    const text = textOf(receipt.bytes);
    for (const part of [
      own.receiptNumber,
      "にろく、ゼロゼロゼロゼロ、ゼロゼロいちはち",
      "令和8年12月1日午前10時00分",
      "東北経済産業局（東北経済産業局長殿）",
      "14業務日",
      "令和8年12月21日",
      "1回目",
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/[0-9a-f]{64}/u);
    expect(receipt.fileName).toBe(`受付票_${own.receiptNumber}.pdf`);
    expect(propertiesOf(receipt.bytes)["Title"]).toBe(`受付票 ${own.receiptNumber}`);
  });

  it.each(paperKinds)("%s は、何度受け取っても同じバイト列で、受け取ったことが残る", async (kind) => {
    const [first, second] = [await paper(own, kind), await paper(own, kind)];
    expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
    expect(createHash("sha256").update(first.bytes).digest("hex")).toBe(first.sha256);
    const [document] = await documentsOf(applicant.database, own.applicationId, kind);
    const downloads = await downloadsOf(applicant.database, document?.id ?? "");
    expect(downloads.length).toBeGreaterThanOrEqual(2);
    expect(downloads.at(-1)).toMatchObject({ accountName: "髙橋 健一", channel: "applicant" });
  });

  it("途中で落ちてやり直しても、前に保管した一通のまま変わらない", async () => {
    const before = await documentsOf(applicant.database, own.applicationId, "applicationForm");
    clock.advance({ days: 1 });
    forgetJob(own.applicationId, 1, "applicationForm");
    await worker.drain();
    expect(await documentsOf(applicant.database, own.applicationId, "applicationForm")).toEqual(before);
  });

  it("審査担当は自分の局の様式を受け取れ、よその局と、よその会社には無い", async () => {
    const wanted = { applicationId: own.applicationId, kind: "applicationForm" } as const;
    const fetched = expectOk(await downloadRecordPaper(reviewer, portal.services, wanted));
    expect(fetched.sha256).toBe((await paper(own, "applicationForm")).sha256);
    expect(refusalOf(await downloadRecordPaper(otherOffice, portal.services, wanted))).toEqual({
      kind: "notFound",
    });
    expect(refusalOf(await downloadOwnPaper(stranger, portal.services, { ...own, kind: "receipt" }))).toEqual(
      { kind: "notFound" },
    );
    expect(
      refusalOf(await downloadOwnPaper(applicant, portal.services, { ...own, kind: "receipt", sequence: 9 })),
    ).toEqual({ kind: "notFound" });
  });

  it("差し戻されて出し直すと、その回の様式ができ、前の回の様式もそのまま残る", async () => {
    const first = await paper(own, "applicationForm");
    expectOk(
      await returnForCorrection(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        comments: [{ section: "indicators", field: "goal", kind: "unclear", text: "根拠を書いてください。" }],
      }),
    );
    const draft = expectOk(await printDraftForm(applicant, portal.services.pdf, own));
    expect(textOf(draft?.bytes ?? new Uint8Array())).toContain("下");
    expect(draft?.fileName).toBe("経営力向上計画認定申請書_下書き.pdf");
    await save(applicant, own, "indicators", {
      ...manufacturing.answers["indicators"],
      goal: "出し直した目標である。",
    });
    await file(applicant, own);
    await worker.drain();
    const [second, again] = [await paper(own, "applicationForm"), await paper(own, "applicationForm", 1)];
    expect(textOf(second.bytes)).toContain("出し直した目標である。");
    expect(second.fileName).toBe(`経営力向上計画認定申請書_${own.receiptNumber}_第2回.pdf`);
    expect(again.sha256).toBe(first.sha256);
    expect(expectOk(await openApplication(applicant, own)).filings.map(({ sequence }) => sequence)).toEqual([
      2, 1,
    ]);
    expect((await verifyAuditChain(portal.services.database)).broken).toBeNull();
  });

  it("出し直しを引き戻すと、下書きに戻り、打った文と番号と前の指摘が残り、双方にメールが届く", async () => {
    const { version } = await rowOf(applicant, own.applicationId);
    expectOk(await recallApplication(applicant, { ...own, version }));
    const opened = expectOk(await openApplication(applicant, own));
    expect(opened.application).toMatchObject({ status: "draft", receiptNumber: own.receiptNumber });
    expect(opened.comments.map(({ text }) => text)).toEqual(["根拠を書いてください。"]);
    const draft = expectOk(await printDraftForm(applicant, portal.services.pdf, own));
    expect(textOf(draft?.bytes ?? new Uint8Array())).toContain("出し直した目標である。");
    await worker.drain();
    const mails = (await mailsOf(applicant.database, own.applicationId)).filter(
      ({ template }) => template === "recalled",
    );
    expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual([
      "soumu@aoba.example.jp",
      "tohoku-reviewer@staff.example.jp",
    ]);
  });

  it("申請し直すと番号は同じで3回目になり、取り下げた後も三つの様式を受け取れる", async () => {
    clock.advance({ days: 1 });
    expect(await file(applicant, own)).toMatchObject({ receiptNumber: own.receiptNumber, sequence: 3 });
    const { version } = await rowOf(applicant, own.applicationId);
    expectOk(await withdrawApplication(applicant, { ...own, version, reason: "計画を見直すため" }));
    await worker.drain();
    const hashes = await Promise.all(
      [1, 2, 3].map(async (sequence) => (await paper(own, "applicationForm", sequence)).sha256),
    );
    expect(new Set(hashes).size).toBe(3);
    expect(expectOk(await printDraftForm(applicant, portal.services.pdf, own))).toBeNull();
  });
});

describe("作るのが間に合わない、又は難しい紙", () => {
  it("働き手より先に受け取っても、働き手と同時に作っても、同じ一通になる", async () => {
    const own = await start(applicant);
    await writePlan(applicant, own, manufacturing.answers);
    await file(applicant, own);
    const key = { applicationId: own.applicationId, sequence: 1, kind: "receipt" } as const;
    const [fetched, stored] = await Promise.all([
      paper(own, "receipt"),
      storeFiledPaper(applicant, portal.services, key),
      worker.drain(),
    ]);
    expect(stored.sha256).toBe(fetched.sha256);
    expect(await documentsOf(applicant.database, own.applicationId, "receipt")).toHaveLength(1);
  });

  it("書体に無い字のある計画でも控えを残し、置き換えた字を紙に書き、元の字は提出に残る", async () => {
    const goal = "😀を増やし、葛\u{e0102}城の工場で𠮷田の治具を使う。";
    const own = await startAndFile(applicant, withFields(manufacturing.answers, "indicators", { goal }));
    await worker.drain();
    const text = textOf((await paper(own, "applicationForm")).bytes);
    expect(text).toContain("〓を増やし、葛城の工場で𠮷田の治具を使う。");
    expect(text).toContain("U+1F600、U+E0102");
    const submission = await latestSubmission(applicant.database, own.applicationId);
    expect(submission?.answers["indicators"]?.["goal"]).toBe(goal);
  });

  it("共同で申請する事業者は、鑑に全員が並ぶ", async () => {
    const jointApplicants = ["有限会社みちのく金属", "株式会社名取鋳造"].map((name, index) => ({
      id: `joint-${index}`,
      name,
      representative: "取締役 佐藤 洋",
      address: "宮城県名取市増田字柳田80番地",
      corporateNumber: "",
    }));
    const own = await start(applicant);
    await save(applicant, own, "company", { ...manufacturing.answers["company"], jointApplicants });
    const draft = expectOk(await printDraftForm(applicant, portal.services.pdf, own));
    const cover = textOf(draft?.bytes ?? new Uint8Array(), 1);
    for (const { name } of jointApplicants) expect(cover).toContain(name);
  });
});

describe("電子申請を受け付けない提出先", () => {
  const brewery: RawAnswers = withRow(manufacturing.answers, ["industry", "industries"], 0, { code: "1022" });

  it("書き終えた計画は、宛先の頁と送付書を付けて、透かしなしで印刷できる", async () => {
    const own = await start(applicant);
    for (const [section, answers] of Object.entries(brewery)) await save(applicant, own, section, answers);
    const filing = expectOk(await openPostalFiling(applicant, own));
    expect(filing).toMatchObject({ office: "仙台国税局", addressee: "仙台国税局長" });
    expect(filing.enclosures.join()).toContain("証明書");
    const form = expectOk(await printPostalForm(applicant, portal.services.pdf, own));
    const text = textOf(form.bytes);
    for (const part of [
      "送付書",
      "仙台国税局長殿",
      "様式第1",
      filing.enclosures[0]?.replace(/\s/gu, "") ?? "－",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("下書き");
    expect((await rowOf(applicant, own.applicationId)).status).toBe("draft");
  });

  it("郵送の提出先は、区画の直すところに数えない", async () => {
    const own = await start(applicant);
    for (const [section, answers] of Object.entries(brewery)) await save(applicant, own, section, answers);
    const { draft } = expectOk(await openApplication(applicant, own));
    expect(draft?.tasks.find(({ id }) => id === "industry")?.status).toBe("complete");
  });

  it("誤りが残っていれば印刷に進めず、電子申請の提出先と、よその会社には郵送の案内がない", async () => {
    const own = await start(applicant);
    for (const [section, answers] of Object.entries(brewery)) await save(applicant, own, section, answers);
    await save(applicant, own, "period", { start: "", end: "" });
    expect(refusalOf(await printPostalForm(applicant, portal.services.pdf, own)).kind).toBe("notReady");
    expect(refusalOf(await openPostalFiling(stranger, own))).toEqual({ kind: "notFound" });
    const electronic = await start(stranger);
    for (const [section, answers] of Object.entries(warehouse.answers))
      await save(stranger, electronic, section, answers);
    expect(refusalOf(await openPostalFiling(stranger, electronic))).toEqual({ kind: "notFound" });
  });
});
