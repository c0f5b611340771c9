/** 訂正と取消し。前の版のバイト列は変わらず、確認の窓口の答えだけが変わる。 */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  correctCertificate,
  openCorrection,
} from "#app/usecases/certification/correct-certificate.server.ts";
import { CertificateLetter } from "#app/ui/certificate/CertificateLetter.tsx";
import { downloadCertificate } from "#app/usecases/certification/download-certificate.server.ts";
import { certificateHistory } from "#app/usecases/certification/issued-certificate.server.ts";
import {
  downloadOwnLetter,
  downloadRecordLetter,
} from "#app/usecases/certification/download-letter.server.ts";
import { loadCertificate } from "#app/usecases/certification/change-certificate.server.ts";
import { readLetter } from "#app/usecases/certification/read-letter.server.ts";
import { previewRevocation } from "#app/usecases/review/preview-notice.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { openScreening } from "#app/usecases/applications/open-screening.server.ts";
import { listCompany } from "#app/usecases/applications/list-company.server.ts";
import { recordView } from "#app/routes/reviewer/record-view.server.ts";
import { emptyListQuery } from "#app/domain/worklist/list-query.ts";
import { documentsOf } from "#db/queries/certifications.ts";
import { readCertificate } from "#app/usecases/certification/read-certificate.server.ts";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import { verifyByCode, verifyFile } from "#app/usecases/certification/verify-certificate.server.ts";
import { eventsOf } from "#db/queries/applications.ts";
import { mailsOf } from "#db/queries/operations.ts";
import { signatureOf, textOf } from "#test/pdf/pdf-inspection.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf, start } from "#test/support/procedure.ts";
import { textOf as wordsOf } from "#test/ui/markup.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const clock = createTestClock("2026-12-01T01:00:00.000Z");
let portal: TestServices;
let certified: Certified;
let first: { readonly code: string; readonly bytes: Uint8Array };

beforeAll(async () => {
  portal = await startTestServices({ clock });
  certified = await certifiedPlan(portal);
  first = await certified.latest();
}, 60_000);
afterAll(() => portal.close());

const visitor = () => portal.context({ kind: "visitor" });
async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const verdicts = async (edition: { readonly code: string; readonly bytes: Uint8Array }) => [
  expectOk(await verifyByCode(visitor(), "192.0.2.1", edition.code)),
  expectOk(await verifyFile(visitor(), "192.0.2.1", whole(edition.bytes))),
];
const input = () => current(certified.manager, certified.applicationId);
const correction = async (changes: Partial<Parameters<typeof correctCertificate>[2]["correction"]>) => {
  const { notice } = expectOk(await openCorrection(certified.manager, certified.applicationId));
  return {
    ...notice.addressee,
    items: notice.items.map(({ value }) => value),
    reason: "所在地の番地に誤りがあったため",
    ...changes,
  };
};
const correct = async (changes: Parameters<typeof correction>[0]) =>
  correctCertificate(certified.manager, portal.services.pdf, {
    ...(await input()),
    correction: await correction(changes),
  });

describe("認定通知書の訂正", () => {
  it.each([
    ["理由が無い", { reason: " ", name: "株式会社あおば" }, "reason"],
    ["名称が空", { name: "" }, "name"],
    ["どこも変わらない", {}, "name"],
    ["印字できない字がある", { name: "株式会社😀" }, "name"],
    ["長すぎる", { address: "あ".repeat(1001) }, "address"],
  ])("%s訂正は、欄を示して断り、何も書かない", async (_name, changes, field) => {
    const refusal = refusalOf(await correct(changes));
    expect(refusal).toMatchObject({ kind: "invalid", errors: { [field]: [expect.any(String)] } });
    const { editions } = await certificateHistory(portal.services.database, certified.applicationId);
    expect(editions).toHaveLength(1);
  });

  it("決裁者だけができ、審査担当とよその局にはできない", async () => {
    const body = { ...(await input()), correction: await correction({ name: "株式会社あおば" }) };
    for (const [who, kind] of [
      ["tohoku-reviewer", "forbidden"],
      ["kobe-manager", "notFound"],
    ] as const) {
      const other = await logIn(portal, who);
      expect(refusalOf(await correctCertificate(other, portal.services.pdf, body)).kind).toBe(kind);
      expect(
        refusalOf(await revokeCertificate(other, portal.services.pdf, { ...body, reason: "誤り" })).kind,
      ).toBe(kind);
    }
  });

  it("第2版ができ、第1版はバイト列も変わらず、訂正済みと答えられる", async () => {
    clock.advance({ days: 1 });
    const body = await input();
    const wanted = await correction({ address: "宮城県仙台市泉区明通二丁目15番地" });
    const both = await Promise.all(
      [1, 2].map(() =>
        correctCertificate(certified.manager, portal.services.pdf, { ...body, correction: wanted }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : [one.error.kind]))).toEqual(["stale"]);
    await certified.work();

    const second = await certified.latest();
    expect(second.edition).toBe(2);
    expect(second.code).not.toBe(first.code);
    expect(textOf(second.bytes)).toContain("15番地");
    expect(textOf(second.bytes)).toContain(certified.number);
    for (const verdict of await verdicts(first)) expect(verdict).toMatchObject({ kind: "superseded", by: 2 });
    for (const verdict of await verdicts(second))
      expect(verdict).toMatchObject({ kind: "valid", paper: { edition: 2 } });

    const ask = { companyKey: certified.companyKey, number: certified.number };
    const { storage } = portal.services;
    const old = expectOk(await downloadCertificate(certified.applicant, storage, { ...ask, edition: 1 }));
    expect(Buffer.from(old.bytes).equals(first.bytes)).toBe(true);
    expect(expectOk(await downloadCertificate(certified.applicant, storage, ask)).edition).toBe(2);
    const mails = await mailsOf(portal.services.database, certified.applicationId);
    expect(mails.filter(({ template }) => template === "corrected")).toHaveLength(1);
  });

  it("画面で読む文面は、どの版も渡した PDF と同じで、よその会社と局、無い版には見せない", async () => {
    const { applicationId, companyKey } = certified;
    const { storage } = portal.services;
    // ポータルのアドレスが後で変わっても、紙のとおりに示す。
    const moved = { ...certified.applicant, origin: "https://moved.example.jp" };
    const read = async (edition?: number) => {
      const { notice } = expectOk(
        await readCertificate(moved, storage, { applicationId, companyKey, edition }),
      );
      return wordsOf(renderToStaticMarkup(createElement(CertificateLetter, { notice }))).replaceAll(
        /\s/gu,
        "",
      );
    };
    expect(await read(1)).toBe(textOf(first.bytes));
    expect(await read(2)).toBe(textOf((await certified.latest()).bytes));
    expect(await read()).toBe(await read(2));
    expect(
      expectOk(await readCertificate(certified.manager, storage, { applicationId, edition: 1 })).edition,
    ).toBe(1);
    for (const [reader, wanted] of [
      [certified.applicant, { applicationId, companyKey, edition: 3 }],
      [certified.applicant, { applicationId, companyKey: "7990001000002" }],
      [await logIn(portal, "sakiyama@seishin.example.jp"), { applicationId, companyKey }],
      [await logIn(portal, "kobe-manager"), { applicationId }],
    ] as const)
      expect(refusalOf(await readCertificate(reader, storage, wanted)).kind).toBe("notFound");
  });

  it("受取りは、だれが、どの版を、どの窓口で受け取ったかが残り、続きの受取りは重ねて数えない", async () => {
    const ask = { companyKey: certified.companyKey, number: certified.number };
    const count = async () =>
      (await certificateHistory(portal.services.database, certified.applicationId)).editions.flatMap(
        ({ edition, downloads }) =>
          downloads.map(({ accountName, channel }) => `${edition} ${accountName} ${channel}`),
      );
    const before = await count();
    expect(before).toEqual(["2 髙橋 健一 applicant", "1 髙橋 健一 applicant"]);
    expectOk(
      await downloadCertificate(certified.applicant, portal.services.storage, { ...ask, continued: true }),
    );
    expect(await count()).toEqual(before);
  });
});

describe("認定の取消し（法第18条第2項）", () => {
  it("理由が無ければ断る", async () => {
    expect(
      refusalOf(
        await revokeCertificate(certified.manager, portal.services.pdf, { ...(await input()), reason: "" }),
      ),
    ).toMatchObject({ kind: "invalid" });
  });

  it.each([
    ["", "（下に書く理由が、ここに入ります）"],
    ["実施していないため", "実施していないため"],
  ])("理由が「%s」の時も、出る通知書を、番号を引かずに見せる", async (reason, shown) => {
    const loaded = expectOk(
      await loadCertificate(certified.manager, "certificate.revoke", certified.applicationId),
    );
    const preview = await previewRevocation(certified.manager, portal.services.pdf, loaded, reason);
    expect(preview).toMatchObject({
      kind: "ready",
      certainty: "recalled-low",
      notice: {
        documentNumber: "20261202東北第（取消しの時に決まります）号",
        addressee: { address: "宮城県仙台市泉区明通二丁目15番地" },
        items: [{ label: "取消しの理由", value: shown }],
      },
    });
  });

  it("理由に印字できない文字があれば、欄を示して断り、番号は引かない", async () => {
    const refusal = refusalOf(
      await revokeCertificate(certified.manager, portal.services.pdf, {
        ...(await input()),
        reason: "実施していないため😀",
      }),
    );
    expect(refusal).toMatchObject({ kind: "invalid", errors: { reason: [expect.stringContaining("😀")] } });
  });

  it("取り消すと、どの版も取消しと答えられ、申請者に知らせ、もう訂正も取消しもできない", async () => {
    const reason = "認定計画に従って事業を実施していないため";
    expectOk(await revokeCertificate(certified.manager, portal.services.pdf, { ...(await input()), reason }));
    await certified.work();
    for (const verdict of [...(await verdicts(first)), ...(await verdicts(await certified.latest()))])
      expect(verdict).toMatchObject({ kind: "revoked", revokedOn: "2026-12-02" });
    const mails = await mailsOf(portal.services.database, certified.applicationId);
    expect(mails.filter(({ template }) => template === "revoked")).toHaveLength(1);
    expect(expectOk(await openCorrection(certified.manager, certified.applicationId)).obstacle).toBe(
      "この認定は、もう取り消されています。",
    );
    expect(refusalOf(await correct({ name: "株式会社あおば" })).kind).toBe("stale");
    expect(
      refusalOf(
        await revokeCertificate(certified.manager, portal.services.pdf, { ...(await input()), reason }),
      ).kind,
    ).toBe("stale");
    const events = await eventsOf(portal.services.database, certified.applicationId);
    expect(events.slice(-2).map(({ type }) => type)).toEqual([
      "application.certificateCorrected.v1",
      "application.certificateRevoked.v1",
    ]);
  });

  it("取消しの通知書は、同じ系列の番号で、理由と教示が凍結した値のとおりに刷られ、署名され、両側が同じ物を受け取る", async () => {
    const { services } = portal;
    const { applicationId, companyKey } = certified;
    const own = { companyKey, applicationId };
    const file = expectOk(await downloadOwnLetter(certified.applicant, services, "revocation", own));
    expect(file.fileName).toBe("認定取消通知書_20261202東北第2号.pdf");
    expect(signatureOf(file.bytes)).toMatchObject({ valid: true, whole: true });
    const { notice } = expectOk(await readLetter(certified.applicant, "revocation", own));
    const text = textOf(file.bytes);
    expect(text).toBe(
      [
        "20261202東北第2号令和8年12月2日",
        "宮城県仙台市泉区明通二丁目15番地株式会社青葉精密製作所代表取締役髙橋健一殿",
        "東北経済産業局長（公印省略）",
        "経営力向上計画の認定の取消しについて",
        `令和8年12月1日付け${certified.number}で認定した経営力向上計画については、下記の理由により、中小企業等経営強化法第18条第2項の規定に基づき、その認定を取り消したので、通知します。`,
        ...notice.body.slice(1),
        "記1取消しの理由認定計画に従って事業を実施していないため以上",
        `この通知書の真正性は、QRコード又は次の画面で確かめられます。${services.origin}/verify符号${notice.verification?.code}`,
      ].join(""),
    );
    expect(
      wordsOf(renderToStaticMarkup(createElement(CertificateLetter, { notice }))).replaceAll(/\s/gu, ""),
    ).toBe(text);
    const staff = expectOk(
      await downloadRecordLetter(certified.manager, services, "revocation", applicationId),
    );
    expect(Buffer.from(staff.bytes).equals(file.bytes)).toBe(true);
    expect(await documentsOf(services.database, applicationId, "revocationNotice")).toHaveLength(1);
    const letter = { code: notice.verification?.code ?? "", bytes: file.bytes };
    for (const verdict of await verdicts(letter))
      expect(verdict).toEqual({
        kind: "revocationNotice",
        paper: {
          number: "20261202東北第2号",
          revokedOn: "2026-12-02",
          name: "株式会社青葉精密製作所",
          signatory: "東北経済産業局長",
          certificateNumber: certified.number,
        },
      });
    const changed = Buffer.concat([file.bytes, Buffer.from("%%EOF\n")]);
    expect(expectOk(await verifyFile(visitor(), "192.0.2.2", whole(changed)))).toEqual({
      kind: "changed",
      appended: true,
    });
  });

  it("取消しの通知書は、よその会社と局には無い", async () => {
    const { applicationId, companyKey } = certified;
    const other = await logIn(portal, "kobe-manager");
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    for (const result of [
      await downloadRecordLetter(other, portal.services, "revocation", applicationId),
      await readLetter(other, "revocation", { applicationId }),
      await readLetter(stranger, "revocation", { applicationId, companyKey }),
      await downloadOwnLetter(stranger, portal.services, "revocation", { applicationId, companyKey }),
    ])
      expect(refusalOf(result).kind).toBe("notFound");
  });

  it("記録も一覧も、申請者の入口も、認定ではなく「認定（取消し）」と示す", async () => {
    const { applicationId, companyKey } = certified;
    const record = recordView(expectOk(await openRecord(certified.manager, applicationId)));
    expect(record).toMatchObject({ status: "revoked", revokedOn: "令和8年12月2日" });
    const list = expectOk(await listWork(certified.manager, emptyListQuery));
    expect(list.items.map(({ status }) => status)).toEqual(["revoked"]);
    const home = expectOk(await listCompany(certified.applicant, companyKey));
    expect([...home.revoked]).toEqual([applicationId]);
  });

  it("取り消された認定は、続いている認定とはみなさず、新しい計画を変更と取り違えさせない", async () => {
    const own = await start(certified.applicant);
    expect(expectOk(await openScreening(certified.applicant, own)).certified).toEqual([]);
  });
});
