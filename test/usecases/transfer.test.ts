/** 移送: 正しい局へ理由とともに移り、移した局には跡だけが残り、移された局が認定まで進める。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { listTransfers } from "#app/usecases/review/list-transfers.server.ts";
import { openNoticeChoices, saveNoticeChoices } from "#app/usecases/notifications/notice-choices.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { transferApplication } from "#app/usecases/review/transfer-application.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { outbox } from "#db/schema/index.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  file,
  refusalOf,
  rowOf,
  save,
  startAndFile,
} from "#test/support/procedure.ts";

const kobe = "mlit_dtb_kobe-kobe";
const reason = "倉庫業の計画のため";

let portal: TestServices;
let applicant: UseCaseContext;
let tohoku: UseCaseContext;
let kobeReviewer: UseCaseContext;
let own: OwnApplication;
beforeEach(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  tohoku = await logIn(portal, "tohoku-reviewer");
  kobeReviewer = await logIn(portal, "kobe-reviewer");
  own = await startAndFile(applicant, manufacturing.answers);
});
afterEach(() => portal.close());

const transfer = async (context: UseCaseContext, officeCode = kobe, why = reason) =>
  transferApplication(context, { ...(await current(context, own.applicationId)), officeCode, reason: why });

describe("移送した後", () => {
  it("移された局だけが開け、移した局には跡だけが残り、申請者にはいまの局が見える", async () => {
    await acceptAndPropose(tohoku, own.applicationId);
    const before = await rowOf(applicant, own.applicationId);
    expectOk(await transfer(tohoku));
    expect(await rowOf(applicant, own.applicationId)).toMatchObject({
      status: "accepted",
      officeCode: kobe,
      ministry: "国土交通省",
      assigneeId: null,
      proposal: null,
      receiptNumber: before.receiptNumber,
      acceptedOn: before.acceptedOn,
    });
    expect(refusalOf(await openRecord(tohoku, own.applicationId))).toEqual({ kind: "notFound" });
    const record = expectOk(await openRecord(kobeReviewer, own.applicationId));
    expect(record.submission.routing.office.name).toBe("神戸運輸監理部");
    expect(record.events.at(-1)).toMatchObject({
      type: "application.transferred.v1",
      actorName: "佐藤 亮",
      data: { fromName: "東北経済産業局", toName: "神戸運輸監理部", reason },
    });
    expect(expectOk(await listTransfers(tohoku)).sent).toMatchObject([{ toName: "神戸運輸監理部", reason }]);
    expect(expectOk(await listTransfers(kobeReviewer)).received).toHaveLength(1);
    const shown = expectOk(await openApplication(applicant, own));
    expect(shown.submission?.routing.office.name).toBe("神戸運輸監理部");
  });

  it("申請者と、そのつど受けると決めた移された局の人に、メールで知らせる", async () => {
    const { version, choices } = expectOk(openNoticeChoices(kobeReviewer));
    const posted = { ...choices, arrived: "immediate" };
    expectOk(await saveNoticeChoices(kobeReviewer, { version, posted }));
    expectOk(await transfer(tohoku));
    const told = portal.services.database.reader
      .select()
      .from(outbox)
      .all()
      .flatMap(({ topic, payload }) =>
        topic === "mail" && payload["template"] === "transferred" ? [payload["toAddress"]] : [],
      );
    expect(told).toHaveLength(2);
    expect(told).toContain("kobe-reviewer@staff.example.jp");
  });

  it("移された局が、その局の文書番号と職名で認定する", async () => {
    expectOk(await transfer(tohoku));
    await acceptAndPropose(kobeReviewer, own.applicationId);
    const manager = await logIn(portal, "kobe-manager");
    expectOk(await certifyPlan(manager, portal.services.pdf, await current(manager, own.applicationId)));
    expect(await certificationOf(applicant.database, own.applicationId)).toMatchObject({
      number: "20261201神戸運第1号",
      officeCode: kobe,
      notice: { signatory: { title: "神戸運輸監理部長" } },
    });
  });

  it("差し戻して出し直しても、移された局に届く。もう一度移せば、元の局に戻せる", async () => {
    expectOk(await transfer(tohoku));
    const comments = [{ section: "company", field: "employees", kind: "wrong", text: "人数" }] as const;
    expectOk(
      await returnForCorrection(kobeReviewer, { ...(await current(tohoku, own.applicationId)), comments }),
    );
    const answers = withFields(manufacturing.answers, "company", { employees: "48" });
    await save(applicant, own, "company", answers["company"]);
    await file(applicant, own);
    expect((await rowOf(applicant, own.applicationId)).officeCode).toBe(kobe);
    expectOk(await transfer(kobeReviewer, "meti-tohoku", "製造業の計画のため"));
    expect(expectOk(await openRecord(tohoku, own.applicationId)).submission.routing.office.name).toBe(
      "東北経済産業局",
    );
  });
});

describe("移送できないとき", () => {
  it.each([
    ["知らない局", "no-such-office", reason, { kind: "invalid" }],
    ["同じ局", "meti-tohoku", reason, { kind: "workflow", refusal: { kind: "sameOffice" } }],
    ["理由がない", kobe, " ", { kind: "workflow", refusal: { kind: "noGround" } }],
    ["理由が長い", kobe, "あ".repeat(1001), { kind: "invalid" }],
  ])("%sなら断る", async (_name, officeCode, why, refusal) => {
    expect(refusalOf(await transfer(tohoku, officeCode, why))).toMatchObject(refusal);
  });

  it("よその局の人と企画課は移送できず、決まった申請は移送できない", async () => {
    expect(refusalOf(await transfer(kobeReviewer, "no-such-office"))).toEqual({ kind: "notFound" });
    expect(refusalOf(await transfer(await logIn(portal, "coordinator")))).toMatchObject({
      kind: "forbidden",
    });
    await acceptAndPropose(tohoku, own.applicationId);
    expectOk(
      await proposeDecision(tohoku, {
        ...(await current(tohoku, own.applicationId)),
        outcome: "certify",
        ground: "",
      }),
    );
    const manager = await logIn(portal, "tohoku-manager");
    expectOk(await certifyPlan(manager, portal.services.pdf, await current(manager, own.applicationId)));
    expect(refusalOf(await transfer(manager))).toMatchObject({
      kind: "workflow",
      refusal: { kind: "notInThisStatus" },
    });
  });
});
