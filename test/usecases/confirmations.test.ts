/** 投資計画の確認の手続: 書く、添付する、申請する、差し戻す、起案する、決める。本物のデータベースとディスクで。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachEvidence } from "#app/usecases/confirmations/attach-evidence.server.ts";
import { confirmInvestment } from "#app/usecases/confirmations/confirm-investment.server.ts";
import { declineInvestment } from "#app/usecases/confirmations/decline-investment.server.ts";
import {
  downloadOfficeConfirmation,
  downloadOwnConfirmation,
} from "#app/usecases/confirmations/download-confirmation.server.ts";
import {
  downloadFiledEvidence,
  downloadOwnEvidence,
} from "#app/usecases/confirmations/download-evidence.server.ts";
import { fileConfirmation } from "#app/usecases/confirmations/file-confirmation.server.ts";
import { listConfirmations } from "#app/usecases/confirmations/list-confirmations.server.ts";
import type { OwnConfirmation } from "#app/usecases/confirmations/load-confirmation.server.ts";
import {
  listOwnConfirmations,
  openConfirmation,
} from "#app/usecases/confirmations/open-confirmation.server.ts";
import { proposeConfirmation } from "#app/usecases/confirmations/propose-confirmation.server.ts";
import { removeEvidence } from "#app/usecases/confirmations/remove-evidence.server.ts";
import { returnConfirmation } from "#app/usecases/confirmations/return-confirmation.server.ts";
import { reviewConfirmation } from "#app/usecases/confirmations/review-confirmation.server.ts";
import { saveConfirmation } from "#app/usecases/confirmations/save-confirmation.server.ts";
import { startConfirmation } from "#app/usecases/confirmations/start-confirmation.server.ts";
import { withdrawConfirmation } from "#app/usecases/confirmations/withdraw-confirmation.server.ts";
import { verifyByCode, verifyFile } from "#app/usecases/certification/verify-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { startWorker } from "#app/worker.server.ts";
import { confirmationDownloadsOf } from "#db/queries/confirmations.ts";
import { mails } from "#db/schema/index.ts";
import { investmentAnswers } from "#test/domain/confirmation/investment-answers.ts";
import { textOf } from "#test/pdf/pdf-inspection.ts";
import { inPieces, pdfFile } from "#test/support/attachment-files.ts";
import {
  attachCheck,
  confirmedInvestment,
  confirmFiled,
  fileInvestment,
  startInvestment,
  versionOf,
  writeInvestment,
} from "#test/support/confirmed.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { companyKeyOf, expectOk, refusalOf } from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;

beforeAll(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
});
afterAll(() => portal.close());

/** いまの版での命令。 */
const now = async ({ confirmationId }: Pick<OwnConfirmation, "confirmationId">) => ({
  confirmationId,
  version: await versionOf(applicant, confirmationId),
});
const statusOf = async (own: OwnConfirmation) =>
  expectOk(await openConfirmation(applicant, own)).confirmation.status;

describe("申請の前", () => {
  it("同じ画面から二度押しても、下書きは一つで、会社の値が入っている", async () => {
    const input = { companyKey: companyKeyOf(applicant), type: "B", intentKey: "twice" } as const;
    const first = expectOk(await startConfirmation(applicant, input));
    expect(expectOk(await startConfirmation(applicant, input))).toEqual(first);
    const own = { companyKey: input.companyKey, ...first };
    const { confirmation } = expectOk(await openConfirmation(applicant, own));
    expect(confirmation.answers["applicant"]?.["prefecture"]).toBe("04");
  });

  it("読めない値も打たれたまま残り、古い画面からの保存は断られて何も変わらない", async () => {
    const own = await startInvestment(applicant);
    await writeInvestment(applicant, own, investmentAnswers("B", { investment: { amount: "一億くらい" } }));
    const stale = await saveConfirmation(applicant, { ...own, version: 1, answers: {} });
    expect(refusalOf(stale)).toMatchObject({ kind: "stale", subject: "confirmation" });
    const { confirmation } = expectOk(await openConfirmation(applicant, own));
    expect(confirmation.answers["investment"]?.["amount"]).toBe("一億くらい");
  });

  it("同じ内容の保存は、版を動かさない", async () => {
    const own = await startInvestment(applicant);
    await writeInvestment(applicant, own, investmentAnswers("B"));
    const version = await versionOf(applicant, own.confirmationId);
    await writeInvestment(applicant, own, investmentAnswers("B"));
    expect(await versionOf(applicant, own.confirmationId)).toBe(version);
  });

  it("投資利益率が足りなければ、申請できない（B類型の7%は確認できた定め）", async () => {
    const own = await startInvestment(applicant);
    await writeInvestment(applicant, own, investmentAnswers("B", { investment: { amount: "200,000" } }));
    const refusal = refusalOf(await fileConfirmation(applicant, { ...own, ...(await now(own)) }));
    expect(refusal).toMatchObject({ kind: "notReady", findings: [{ check: "confirmation.return" }] });
    expect(await statusOf(own)).toBe("draft");
  });

  it.each([
    ["E", "notReady"],
    ["B", "申請できる"],
    ["D", "申請できる"],
  ] as const)(
    "事前確認書のない%s類型は %s（B・Dの事前確認者は未確認の定めなので警告だけ）",
    async (type, answer) => {
      const own = await startInvestment(applicant, type);
      await writeInvestment(applicant, own, investmentAnswers(type));
      const filed = await fileConfirmation(applicant, { ...own, ...(await now(own)) });
      expect(filed.ok ? "申請できる" : filed.error.kind).toBe(answer);
    },
  );

  it("個人事業主は E類型を始められず、B類型は始められる", async () => {
    const sole = await logIn(portal, "minato@sakura.example.jp");
    const companyKey = companyKeyOf(sole);
    const begin = (type: "B" | "E") => startConfirmation(sole, { companyKey, type, intentKey: type });
    expect(refusalOf(await begin("E"))).toMatchObject({
      kind: "invalid",
      errors: { type: [expect.any(String)] },
    });
    expectOk(await begin("B"));
  });

  it("添付は計画と同じ検査を受け、PDF でない物は断られ、取り除ける", async () => {
    const own = await startInvestment(applicant);
    const refused = await attachEvidence(applicant, portal.services, {
      ...own,
      kind: "adviser-check-b",
      fileName: "事前確認書.pdf",
      bytes: inPieces(Buffer.from("ただの文字")),
    });
    expect(refusalOf(refused)).toMatchObject({ kind: "invalid" });
    const attachmentId = await attachCheck(portal, applicant, own);
    const { draft } = expectOk(await openConfirmation(applicant, own));
    expect(draft?.evidence.files).toMatchObject([{ id: attachmentId, scan: "unscanned" }]);
    const file = expectOk(
      await downloadOwnEvidence(applicant, portal.services.storage, { ...own, attachmentId }),
    );
    expect(file.fileName).toBe("事前確認書.pdf");
    expectOk(await removeEvidence(applicant, { ...own, attachmentId }));
    expect(expectOk(await openConfirmation(applicant, own)).draft?.evidence.files).toEqual([]);
  });

  it("ほかの類型の事前確認書は添付できない", async () => {
    const own = await startInvestment(applicant, "B");
    const refused = await attachEvidence(applicant, portal.services, {
      ...own,
      kind: "adviser-check-e",
      fileName: "事前確認書.pdf",
      bytes: inPieces(pdfFile()),
    });
    expect(refusalOf(refused)).toMatchObject({ kind: "invalid", errors: { file: [expect.any(String)] } });
  });
});

describe("申請から決裁まで", () => {
  it("東北の会社の申請は東北経済産業局に届き、何度押しても一つの受付になる", async () => {
    const own = await startInvestment(applicant);
    await writeInvestment(applicant, own, investmentAnswers("B"));
    await attachCheck(portal, applicant, own);
    const input = { ...own, ...(await now(own)) };
    const first = expectOk(await fileConfirmation(applicant, input));
    expect(expectOk(await fileConfirmation(applicant, input))).toEqual(first);
    const opened = expectOk(await openConfirmation(applicant, own));
    expect(opened.filing).toMatchObject({ officeCode: "meti-tohoku", receiptNumber: first.receiptNumber });
    expect(opened.filedEvidence.map(({ fileName }) => fileName)).toEqual(["事前確認書.pdf"]);
    const { rows } = expectOk(
      await listConfirmations(reviewer, {
        status: "filed",
        type: "B",
        words: first.receiptNumber,
        after: null,
      }),
    );
    expect(rows.map(({ id }) => id)).toEqual([own.confirmationId]);
  });

  it("ほかの会社とほかの局には、無いものと見える", async () => {
    const filed = await fileInvestment(portal, applicant);
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    const kanto = await logIn(portal, "kanto-reviewer");
    const strange = { companyKey: companyKeyOf(stranger), confirmationId: filed.confirmationId };
    expect(refusalOf(await openConfirmation(stranger, strange)).kind).toBe("notFound");
    expect(refusalOf(await openConfirmation(stranger, filed)).kind).toBe("notFound");
    expect(refusalOf(await reviewConfirmation(kanto, filed.confirmationId)).kind).toBe("notFound");
    const { rows } = expectOk(
      await listConfirmations(kanto, { status: null, type: null, words: "", after: null }),
    );
    expect(rows).toEqual([]);
  });

  it("下書きは局から見えず、申請の後は申請者が書き換えられない", async () => {
    const draft = await startInvestment(applicant);
    expect(refusalOf(await reviewConfirmation(reviewer, draft.confirmationId)).kind).toBe("notFound");
    const filed = await fileInvestment(portal, applicant);
    const version = await versionOf(applicant, filed.confirmationId);
    expect(refusalOf(await saveConfirmation(applicant, { ...filed, version, answers: {} }))).toMatchObject({
      kind: "confirmation",
      refusal: { kind: "notInThisStatus", status: "filed" },
    });
  });

  it("差し戻すと指摘が申請者に見え、直して出し直すと同じ受付番号のまま二回目の提出になる", async () => {
    const filed = await fileInvestment(portal, applicant);
    const comments = [{ field: "investment.amount", text: "見積書の合計と違います。" }];
    expectOk(await returnConfirmation(reviewer, { ...(await now(filed)), comments }));
    const returned = expectOk(await openConfirmation(applicant, filed));
    expect(returned).toMatchObject({ confirmation: { status: "returned" }, comments });
    await writeInvestment(applicant, filed, investmentAnswers("B", { investment: { amount: "99,000" } }));
    const again = expectOk(await fileConfirmation(applicant, { ...filed, ...(await now(filed)) }));
    expect(again.receiptNumber).toBe(filed.receiptNumber);
    const reviewed = expectOk(await reviewConfirmation(reviewer, filed.confirmationId));
    expect(reviewed.filing).toMatchObject({ sequence: 2 });
    expect(reviewed.recalculated).toBe(false);
    expect(reviewed.requirements[0]?.workings[0]?.filled).toContain("99,000");
  });

  it("知らない欄への指摘と、指摘のない差戻しは断られる", async () => {
    const filed = await fileInvestment(portal, applicant);
    const refused = (comments: readonly { field: string; text: string }[]) =>
      now(filed).then((input) => returnConfirmation(reviewer, { ...input, comments }));
    expect(refusalOf(await refused([{ field: "assets.months", text: "違う類型の欄" }])).kind).toBe("invalid");
    expect(refusalOf(await refused([{ field: "", text: "  " }]))).toMatchObject({ kind: "confirmation" });
    expect(await statusOf(filed)).toBe("filed");
  });

  it("起案した人は決裁できず、審査担当には決裁の権限がない", async () => {
    const filed = await fileInvestment(portal, applicant);
    const { pdf } = portal.services;
    expect(refusalOf(await confirmInvestment(manager, pdf, await now(filed)))).toMatchObject({
      kind: "confirmation",
      refusal: { kind: "noProposal" },
    });
    const propose = { outcome: "confirm", ground: "" } as const;
    expectOk(await proposeConfirmation(manager, { ...(await now(filed)), ...propose }));
    expect(refusalOf(await confirmInvestment(manager, pdf, await now(filed)))).toMatchObject({
      refusal: { kind: "ownProposal" },
    });
    expect(refusalOf(await confirmInvestment(reviewer, pdf, await now(filed))).kind).toBe("forbidden");
    expect(await statusOf(filed)).toBe("filed");
  });

  it("確認すると番号が引かれ、同じ画面からの二度目も同じ一通で、開いた後に変わった画面からは断られる", async () => {
    const filed = await fileInvestment(portal, applicant);
    const before = await now(filed);
    expectOk(await proposeConfirmation(reviewer, { ...before, outcome: "confirm", ground: "" }));
    expect(refusalOf(await confirmInvestment(manager, portal.services.pdf, before)).kind).toBe("stale");
    const input = await now(filed);
    expectOk(await confirmInvestment(manager, portal.services.pdf, input));
    const { letter } = expectOk(await openConfirmation(applicant, filed));
    expectOk(await confirmInvestment(manager, portal.services.pdf, input));
    const again = expectOk(await openConfirmation(applicant, filed));
    expect(again.letter).toEqual(letter);
    expect(letter).toMatchObject({ confirmedOn: "2026-12-01", type: "B", acquisitionMonth: "2027-02" });
    expect(letter?.number).toMatch(/^20261201東北第\d+号$/u);
  });

  it("二つの確認書の番号は重ならない", async () => {
    const numbers = [];
    for (const type of ["B", "D", "E"] as const)
      numbers.push((await confirmedInvestment(portal, type)).number);
    expect(new Set(numbers).size).toBe(3);
  });

  it("確認しない決定は、起案の理由とともに申請者に知らされ、番号は引かれない", async () => {
    const filed = await fileInvestment(portal, applicant);
    const ground = "収益の見込みの根拠が確かめられないため。";
    expectOk(await proposeConfirmation(reviewer, { ...(await now(filed)), outcome: "decline", ground }));
    expectOk(await declineInvestment(manager, await now(filed)));
    const { confirmation, letter, events } = expectOk(await openConfirmation(applicant, filed));
    expect(confirmation.status).toBe("declined");
    expect(letter).toBeUndefined();
    expect(events.at(-1)?.data).toEqual({ ground });
  });

  it("取り下げた申請は、もう決められない", async () => {
    const filed = await fileInvestment(portal, applicant);
    expect(
      refusalOf(await withdrawConfirmation(applicant, { ...filed, ...(await now(filed)), reason: "" })),
    ).toMatchObject({
      kind: "invalid",
    });
    expectOk(
      await withdrawConfirmation(applicant, { ...filed, ...(await now(filed)), reason: "投資をやめた" }),
    );
    expect(
      refusalOf(
        await proposeConfirmation(reviewer, { ...(await now(filed)), outcome: "confirm", ground: "" }),
      ),
    ).toMatchObject({ refusal: { kind: "notInThisStatus", status: "withdrawn" } });
  });
});

describe("確認書", () => {
  it("仕事が作り、署名して一度だけ保管し、誰が受け取ったかが残り、確認の窓口が答える", async () => {
    const own = await confirmedInvestment(portal, "E");
    const worker = startWorker(portal.services);
    await worker.drain();
    await worker.stop();
    const first = expectOk(await downloadOwnConfirmation(applicant, portal.services, own));
    const second = expectOk(await downloadOfficeConfirmation(reviewer, portal.services, own.confirmationId));
    expect(second.sha256).toBe(first.sha256);
    expect(first.fileName).toBe(`投資計画確認書_${own.number}.pdf`);
    expect(textOf(first.bytes)).toContain("経営規模拡大設備等");
    const downloads = await confirmationDownloadsOf(applicant.database, own.confirmationId);
    expect(downloads.map(({ channel }) => channel)).toEqual(["staff", "applicant"]);
    const { letter } = expectOk(await openConfirmation(applicant, own));
    const visitor = portal.context({ kind: "visitor" });
    const expected = { kind: "confirmation", paper: { number: own.number, type: "E" } };
    expect(expectOk(await verifyByCode(visitor, "192.0.2.1", letter?.code ?? ""))).toMatchObject(expected);
    expect(expectOk(await verifyFile(visitor, "192.0.2.2", inPieces(first.bytes)))).toMatchObject(expected);
    const changed = Buffer.concat([first.bytes, Buffer.from("\n書き足し")]);
    expect(expectOk(await verifyFile(visitor, "192.0.2.3", inPieces(changed)))).toMatchObject({
      kind: "changed",
    });
  });

  it("申請、差戻し、確認のたびに、申請者と局に知らせる", async () => {
    const filed = await fileInvestment(portal, applicant);
    await confirmFiled(portal, filed);
    const worker = startWorker(portal.services);
    await worker.drain();
    await worker.stop();
    const sent = portal.services.database.reader
      .select({ subject: mails.subject, body: mails.body })
      .from(mails)
      .all()
      .filter(({ body }) => body.includes(filed.receiptNumber))
      .map(({ subject }) => subject.replace(/（受付番号.*$/u, ""));
    expect(new Set(sent)).toEqual(
      new Set([
        "【経営力向上計画】投資計画の確認の申請を受け付けました",
        "【経営力向上計画】投資計画の確認の申請が届きました",
        "【経営力向上計画】投資計画の確認書ができました",
      ]),
    );
  });

  it("局は提出された添付だけを受け取れる", async () => {
    const own = await startInvestment(applicant);
    await writeInvestment(applicant, own, investmentAnswers("B"));
    const attachmentId = await attachCheck(portal, applicant, own);
    const { storage } = portal.services;
    const asked = { confirmationId: own.confirmationId, attachmentId };
    expect(refusalOf(await downloadFiledEvidence(reviewer, storage, asked)).kind).toBe("notFound");
    expectOk(await fileConfirmation(applicant, { ...own, ...(await now(own)) }));
    expect(expectOk(await downloadFiledEvidence(reviewer, storage, asked)).fileName).toBe("事前確認書.pdf");
  });

  it("会社の一覧に、状態と番号が並ぶ", async () => {
    const { companyKey, confirmationId, number } = await confirmedInvestment(portal);
    const rows = expectOk(await listOwnConfirmations(applicant, companyKey));
    const row = rows.find(({ confirmation }) => confirmation.id === confirmationId);
    expect(row).toMatchObject({ confirmation: { status: "confirmed" }, letter: { number } });
  });
});
