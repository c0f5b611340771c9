/** 印字できない文字のある計画は、認定の前に知らせて断り、番号を引かない。直せば認定できる。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { certificateHistory } from "#app/usecases/certification/issued-certificate.server.ts";
import { previewNotice } from "#app/usecases/review/preview-notice.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { textOf } from "#test/pdf/pdf-inspection.ts";
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
  save,
  startAndFile,
} from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
}, 60_000);
afterAll(() => portal.close());

const answersWith = (fields: Parameters<typeof withFields>[2]) =>
  withFields(manufacturing.answers, "company", fields);

async function proposed(fields: Parameters<typeof withFields>[2]) {
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  const own = await startAndFile(applicant, answersWith(fields));
  const reviewer = await logIn(portal, "tohoku-reviewer");
  await acceptAndPropose(reviewer, own.applicationId);
  return { applicant, reviewer, manager: await logIn(portal, "tohoku-manager"), ...own };
}

/** 働き手を動かし、出来上がった通知書の文字を読む。 */
async function issuedText(applicationId: string): Promise<string> {
  const worker = startWorker(portal.services);
  await worker.drain();
  await worker.stop();
  const { editions } = await certificateHistory(portal.services.database, applicationId);
  const bytes = await portal.services.storage.get(editions[0]?.document?.sha256 ?? "");
  if (bytes === null) throw new Error("通知書がありません。");
  return textOf(bytes);
}

describe("どの書体にも無い文字のある計画", () => {
  it("起案する人にも決裁する人にも同じ知らせを見せ、認定を断り、差し戻して直せば第1号で認定できる", async () => {
    const plan = await proposed({ name: "株式会社青葉😀", representative: "代表取締役 \ue000城 健一" });
    const characters = [
      { label: "事業者の名称", field: "name", character: "😀", codePoint: "U+1F600" },
      {
        label: "代表者の役職名及び氏名",
        field: "representative",
        character: "\ue000",
        codePoint: "U+E000",
      },
    ];
    const { pdf, database } = portal.services;
    for (const [who, action] of [
      [plan.reviewer, "review.propose"],
      [plan.manager, "review.certify"],
    ] as const)
      expect(expectOk(await previewNotice(who, pdf, plan.applicationId, action))).toEqual({
        kind: "unprintable",
        characters,
      });
    const input = await current(plan.manager, plan.applicationId);
    expect(refusalOf(await certifyPlan(plan.manager, pdf, input))).toEqual({
      kind: "noticeUnprintable",
      characters,
    });
    expect(await certificationOf(database, plan.applicationId)).toBeUndefined();

    const comments = [{ section: "company", field: "name", kind: "wrong" as const, text: "登記のとおりに" }];
    expectOk(await returnForCorrection(plan.reviewer, { ...input, comments }));
    await save(
      plan.applicant,
      { applicationId: plan.applicationId, companyKey: companyKeyOf(plan.applicant) },
      "company",
      answersWith({ name: "株式会社青葉", representative: "代表取締役 葛城 健一" })["company"],
    );
    await file(plan.applicant, { applicationId: plan.applicationId, companyKey: plan.companyKey });
    const again = await current(plan.reviewer, plan.applicationId);
    expectOk(await proposeDecision(plan.reviewer, { ...again, outcome: "certify", ground: "" }));
    expectOk(await certifyPlan(plan.manager, pdf, await current(plan.manager, plan.applicationId)));
    expect(await issuedText(plan.applicationId)).toContain("20261201東北第1号");
  });
});

describe("字の形の指定（異体字セレクタ）のある計画", () => {
  it("書体にあれば何も言わず、無ければ決める前に知らせ、どちらも断らずに、字を失わず認定する", async () => {
    const plan = await proposed({ name: "倦\u{e0100}商店", representative: "代表取締役 葛\u{e0102}城 健一" });
    const { pdf } = portal.services;
    const variants = [
      {
        label: "代表者の役職名及び氏名",
        field: "representative",
        character: "葛\u{e0102}",
        codePoint: "U+E0102",
      },
    ];
    for (const [who, action] of [
      [plan.reviewer, "review.propose"],
      [plan.manager, "review.certify"],
    ] as const)
      expect(expectOk(await previewNotice(who, pdf, plan.applicationId, action))).toMatchObject({
        kind: "ready",
        variants,
      });
    expectOk(await certifyPlan(plan.manager, pdf, await current(plan.manager, plan.applicationId)));
    const text = await issuedText(plan.applicationId);
    for (const words of ["倦商店", "代表取締役葛城健一殿"]) expect(text).toContain(words);
    const kept = await certificationOf(portal.services.database, plan.applicationId);
    expect(kept?.notice.addressee.representative).toContain("葛\u{e0102}城");
  });
});

describe("刷れる文字", () => {
  it.each([
    [
      "主な書体に無い字は、もう一つの書体で刷る",
      { name: "有限会社𠮷川髙﨑濵德≒", representative: "代表取締役 𠮷田 髙志" },
      ["有限会社𠮷川髙﨑濵德≒", "代表取締役𠮷田髙志殿"],
    ],
    [
      "見えない文字と表示順を変える文字は、保存の時に除かれる",
      { name: "株式\u202e会社\u200b青\u0007葉" },
      ["株式会社青葉"],
    ],
    [
      "代表者の無い個人事業主は、名称に敬称を付ける",
      { corporationType: "soleProprietor", name: "青葉精密", corporateNumber: "", representative: "" },
      ["青葉精密殿"],
    ],
  ])("%s", async (_case, fields, printed) => {
    const plan = await proposed(fields);
    const { pdf } = portal.services;
    expectOk(await certifyPlan(plan.manager, pdf, await current(plan.manager, plan.applicationId)));
    const text = await issuedText(plan.applicationId);
    for (const words of printed) expect(text).toContain(words);
  });
});
