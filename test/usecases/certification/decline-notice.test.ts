/** 不認定通知書: 理由と教示を刷り、署名して一度だけ保管し、申請者と局だけが受け取れる。符号があれば、だれでも真正性を確かめられる。 */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import {
  downloadOwnLetter,
  downloadRecordLetter,
} from "#app/usecases/certification/download-letter.server.ts";
import { readLetter } from "#app/usecases/certification/read-letter.server.ts";
import { verifyByCode, verifyFile } from "#app/usecases/certification/verify-certificate.server.ts";
import {
  certificateCode,
  CODE_RANDOM_BYTES,
  writtenCode,
} from "#app/domain/certification/certificate-code.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { CertificateLetter } from "#app/ui/certificate/CertificateLetter.tsx";
import { issueLetter } from "#app/usecases/certification/issue-letter.server.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { declinePlan } from "#app/usecases/review/decline-plan.server.ts";
import { previewNotice } from "#app/usecases/review/preview-notice.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { declineNoticeOf, documentsOf, downloadsOf } from "#db/queries/certifications.ts";
import { mailsOf } from "#db/queries/operations.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { signatureOf, textOf } from "#test/pdf/pdf-inspection.ts";
import { textOf as wordsOf } from "#test/ui/markup.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const REASON = "労働生産性の指標の根拠となる資料が、確かめられないため";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
beforeAll(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
}, 60_000);
afterAll(() => portal.close());

async function proposedDecline(ground: string) {
  const own = await startAndFile(applicant, manufacturing.answers);
  const accepting = { ...(await current(reviewer, own.applicationId)), acceptedOn: date("2026-12-01") };
  expectOk(await acceptApplication(reviewer, accepting));
  const proposing = await current(reviewer, own.applicationId);
  expectOk(await proposeDecision(reviewer, { ...proposing, outcome: "decline", ground }));
  return own;
}

const visitor = () => portal.context({ kind: "visitor" });
const whole = async function* (bytes: Uint8Array) {
  yield bytes;
};
const printedCode = async (own: OwnApplication): Promise<string> =>
  expectOk(await readLetter(applicant, "decline", own)).notice.verification?.code ?? "";

const decline = async (applicationId: string) =>
  declinePlan(manager, portal.services.pdf, await current(manager, applicationId));

describe("不認定通知書", () => {
  it("理由と、審査請求と取消しの訴えの教示が、決定の時に凍結した値のとおりに刷られ、署名される", async () => {
    const own = await proposedDecline(REASON);
    expectOk(await decline(own.applicationId));
    const worker = startWorker(portal.services);
    await worker.drain();
    await worker.stop();

    const [document] = await documentsOf(portal.services.database, own.applicationId, "declineNotice");
    const file = expectOk(await downloadOwnLetter(applicant, portal.services, "decline", own));
    expect(file).toMatchObject({ sha256: document?.sha256, fileName: "不認定通知書_20261201東北第1号.pdf" });
    expect(signatureOf(file.bytes)).toMatchObject({ valid: true, whole: true });
    expect(textOf(file.bytes)).toBe(
      [
        "20261201東北第1号令和8年12月1日",
        "宮城県仙台市泉区明通二丁目14番地株式会社青葉精密製作所代表取締役髙橋健一殿",
        "東北経済産業局長（公印省略）",
        "経営力向上計画の認定をしないことについて",
        "令和8年12月1日付けで申請のあった経営力向上計画については、下記の理由により、中小企業等経営強化法第17条第1項の規定に基づく認定をしないこととしたので、通知します。",
        "この決定に不服があるときは、行政不服審査法の規定により、この通知を受けた日の翌日から起算して3か月以内に、この計画に係る事業を所管する大臣に対して審査請求をすることができます（決定の日の翌日から起算して1年を経過したときは、正当な理由がある場合を除き、審査請求をすることができません。）。",
        "この決定の取消しの訴えは、行政事件訴訟法の規定により、この通知を受けた日の翌日から起算して6か月以内に、国を被告として（訴訟において国を代表する者は法務大臣となります。）提起することができます（決定の日の翌日から起算して1年を経過したときは、正当な理由がある場合を除き、提起することができません。）。",
        `記1認定をしない理由${REASON}以上`,
        `この通知書の真正性は、QRコード又は次の画面で確かめられます。${portal.services.origin}/verify符号${await printedCode(own)}`,
      ].join(""),
    );
    const mails = await mailsOf(portal.services.database, own.applicationId);
    expect(mails.filter(({ template }) => template === "declined")).toHaveLength(1);
  });

  it("決める前に見せる文面は、番号のほかは凍結する値と同じで、確かめていない文面だと分かる", async () => {
    const own = await proposedDecline(REASON);
    const { applicationId } = own;
    const preview = expectOk(
      await previewNotice(manager, portal.services.pdf, applicationId, "review.decline"),
    );
    if (preview.kind !== "ready") throw new Error(preview.kind);
    expectOk(await decline(applicationId));
    const frozen = await declineNoticeOf(portal.services.database, applicationId);
    const documentNumber = "20261201東北第（決定の時に決まります）号";
    expect(preview.notice).toEqual({ ...frozen?.notice, documentNumber });
    expect(mayBlock(preview.certainty)).toBe(false);
    const refused = await previewNotice(reviewer, portal.services.pdf, applicationId, "review.decline");
    expect(refusalOf(refused).kind).toBe("forbidden");
  });

  it("二度作っても一通で、働き手より先に受け取っても同じバイト列になる", async () => {
    const own = await proposedDecline(REASON);
    expectOk(await decline(own.applicationId));
    const early = expectOk(
      await downloadRecordLetter(reviewer, portal.services, "decline", own.applicationId),
    );
    const system = portal.context({ kind: "system", job: "issueDeclineNotice" });
    await issueLetter(system, portal.services, "decline", own.applicationId);
    const later = expectOk(await downloadOwnLetter(applicant, portal.services, "decline", own));
    expect(Buffer.from(later.bytes).equals(early.bytes)).toBe(true);
    const documents = await documentsOf(portal.services.database, own.applicationId, "declineNotice");
    expect(documents).toHaveLength(1);
    const downloads = await downloadsOf(portal.services.database, documents[0]?.id ?? "");
    expect(downloads.map(({ channel }) => channel)).toEqual(["staff", "applicant"]);
  });

  it("画面で読む通知書は、申請者にも局にも、PDF と同じ文字を同じ順に示す", async () => {
    const own = await proposedDecline(REASON);
    expectOk(await decline(own.applicationId));
    const file = expectOk(await downloadOwnLetter(applicant, portal.services, "decline", own));
    const read = [
      expectOk(await readLetter(applicant, "decline", own)),
      expectOk(await readLetter(reviewer, "decline", { applicationId: own.applicationId })),
    ];
    for (const { notice, document } of read) {
      const words = wordsOf(renderToStaticMarkup(createElement(CertificateLetter, { notice })));
      expect(words.replaceAll(/\s/gu, "")).toBe(textOf(file.bytes));
      expect(document?.sha256).toBe(file.sha256);
    }
  });

  it("符号と PDF のどちらでも発行されたものと分かり、紙に書いてあることだけを答え、変えた物は見破る", async () => {
    const own = await proposedDecline(REASON);
    expectOk(await decline(own.applicationId));
    const { bytes } = expectOk(await downloadOwnLetter(applicant, portal.services, "decline", own));
    const frozen = await declineNoticeOf(portal.services.database, own.applicationId);
    const answers = [
      expectOk(await verifyByCode(visitor(), "192.0.2.7", await printedCode(own))),
      expectOk(await verifyFile(visitor(), "192.0.2.7", whole(bytes))),
    ];
    for (const answer of answers)
      expect(answer).toEqual({
        kind: "declineNotice",
        paper: {
          number: frozen?.number,
          declinedOn: "2026-12-01",
          name: "株式会社青葉精密製作所",
          signatory: "東北経済産業局長",
        },
      });
    const written = Buffer.concat([bytes, Buffer.from("%%EOF\n")]);
    expect(expectOk(await verifyFile(visitor(), "192.0.2.7", whole(written)))).toEqual({
      kind: "changed",
      appended: true,
    });
    const altered = Uint8Array.from(bytes);
    altered[100] = (altered[100] ?? 0) ^ 1;
    expect(expectOk(await verifyFile(visitor(), "192.0.2.7", whole(altered)))).toEqual({
      kind: "changed",
      appended: false,
    });
    const other = writtenCode(certificateCode(new Uint8Array(CODE_RANDOM_BYTES).fill(9)));
    expect(expectOk(await verifyByCode(visitor(), "192.0.2.7", other))).toEqual({ kind: "unknown" });
  });

  it("符号の無かった頃の通知書は、符号を刷らないまま作られ、PDF を示せば発行されたものと分かる", async () => {
    const own = await proposedDecline(REASON);
    expectOk(await decline(own.applicationId));
    const { raw } = portal.services.database;
    raw.exec("drop trigger decline_notices_no_update");
    raw.prepare("update decline_notices set code = null where application_id = ?").run(own.applicationId);
    const { bytes } = expectOk(await downloadOwnLetter(applicant, portal.services, "decline", own));
    expect(textOf(bytes)).toMatch(/以上$/u);
    expect(expectOk(await readLetter(applicant, "decline", own)).notice).not.toHaveProperty("verification");
    expect(expectOk(await verifyFile(visitor(), "192.0.2.8", whole(bytes))).kind).toBe("declineNotice");
  });

  it("よその局の人と、不認定でない申請には、通知書が無い", async () => {
    const own = await proposedDecline(REASON);
    expect(refusalOf(await readLetter(applicant, "decline", own)).kind).toBe("notFound");
    expect(refusalOf(await downloadOwnLetter(applicant, portal.services, "decline", own)).kind).toBe(
      "notFound",
    );
    expectOk(await decline(own.applicationId));
    const elsewhere = await logIn(portal, "kobe-manager");
    expect(
      refusalOf(await downloadRecordLetter(elsewhere, portal.services, "decline", own.applicationId)).kind,
    ).toBe("notFound");
    const record = { applicationId: own.applicationId };
    expect(refusalOf(await readLetter(elsewhere, "decline", record)).kind).toBe("notFound");
    const another = { ...own, companyKey: "C9999999999999" };
    expect(refusalOf(await readLetter(applicant, "decline", another)).kind).toBe("notFound");
  });

  it("理由に印字できない文字があれば、番号を引かずに断る", async () => {
    const own = await proposedDecline("資料が確かめられない😀");
    expect(refusalOf(await decline(own.applicationId))).toEqual({
      kind: "noticeUnprintable",
      characters: [{ label: "認定をしない理由", field: "item-0", character: "😀", codePoint: "U+1F600" }],
    });
    expect(await declineNoticeOf(portal.services.database, own.applicationId)).toBeUndefined();
  });
});
