/** 共管の同意と意見照会: それぞれの局が並んで答え、そろってから一度だけ認定される。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { answerConsultation } from "#app/usecases/consultations/answer-consultation.server.ts";
import { askConsultation } from "#app/usecases/consultations/ask-consultation.server.ts";
import {
  listConsultations,
  waitingForAnswer,
} from "#app/usecases/consultations/list-consultations.server.ts";
import { openRecordToRead } from "#app/usecases/consultations/open-record-to-read.server.ts";
import { withdrawConsultation } from "#app/usecases/consultations/withdraw-consultation.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { readListQuery } from "#app/domain/worklist/list-query.ts";
import { awaitingBadge, readAwaiting } from "#app/usecases/notifications/awaiting.server.ts";
import { bulkDryRun } from "#app/usecases/review/bulk-command.server.ts";
import { listWork } from "#app/usecases/review/list-work.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { nameSubstitute } from "#app/usecases/review/substitutes.server.ts";
import { transferApplication } from "#app/usecases/review/transfer-application.server.ts";
import { eventsOf } from "#db/queries/applications.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import { applicationListings, outbox } from "#db/schema/index.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import {
  accept,
  askedOf,
  jointAnswers,
  officeStaffMember,
  propose,
  transportOffice,
  welfareOffice,
} from "#test/support/joint-plan.ts";
import { accountIdOf, logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, file, refusalOf, save, startAndFile } from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let welfare: UseCaseContext;
let transport: UseCaseContext;
let own: OwnApplication;

beforeEach(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  welfare = await officeStaffMember(portal, welfareOffice, "officeManager");
  transport = await officeStaffMember(portal, transportOffice, "officeManager");
  own = await startAndFile(applicant, jointAnswers);
});
afterEach(() => portal.close());

const all = () => consultationsOf(portal.services.database, own.applicationId);
const standings = async () =>
  expectOk(await openRecord(reviewer, own.applicationId)).consents.map(
    ({ office, standing }) => `${office.ministry} ${standing}`,
  );
let keys = 0;
const answer = async (
  staff: UseCaseContext,
  office: string,
  result: "agree" | "disagree" | "opinion",
  text = "",
  intentKey = `answer-${(keys += 1)}`,
) =>
  answerConsultation(staff, {
    applicationId: own.applicationId,
    consultationId: await askedOf(staff, own.applicationId, office),
    intentKey,
    result,
    text,
  });
const ask = async (
  officeCode: string,
  kind: "consent" | "opinion" = "opinion",
  question = "設備の見込みは妥当ですか。",
) =>
  askConsultation(reviewer, {
    ...(await current(reviewer, own.applicationId)),
    intentKey: `ask-${(keys += 1)}`,
    kind,
    officeCode,
    question,
    dueOn: null,
  });
const certify = async (withoutConsent?: string) =>
  certifyPlan(manager, portal.services.pdf, {
    ...(await current(manager, own.applicationId)),
    withoutConsent,
  });
const listedWaiting = () =>
  portal.services.database.reader.select().from(applicationListings).all()[0]?.openConsultations;
const mailsOf = (template: string) =>
  portal.services.database.reader
    .select()
    .from(outbox)
    .all()
    .flatMap(({ topic, payload }) => (topic === "mail" && payload["template"] === template ? [payload] : []));

describe("受理すると", () => {
  it("ほかの省庁の局へ一度に同意を求め、その局の人にだけ、内容を書かないメールで知らせる", async () => {
    expect(refusalOf(await openRecordToRead(welfare, own.applicationId))).toEqual({ kind: "notFound" });
    await accept(reviewer, own.applicationId);
    expect(
      (await all()).map(({ kind, office, submissionSequence }) => [kind, office.name, submissionSequence]),
    ).toEqual([
      ["consent", "東北厚生局", 1],
      ["consent", "東北運輸局", 1],
    ]);
    expect(await standings()).toEqual(["厚生労働省 waiting", "国土交通省 waiting"]);
    expect(listedWaiting()).toBe(2);
    const mails = mailsOf("consultationAsked");
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([
      `${welfareOffice}-officeManager@staff.example.jp`,
      `${transportOffice}-officeManager@staff.example.jp`,
    ]);
    for (const { body } of mails) expect(body).not.toContain("青葉精密");
  });

  it("一つの省庁だけの計画では、何も求めない", async () => {
    const single = await startAndFile(applicant, manufacturing.answers);
    await accept(reviewer, single.applicationId);
    expect(await consultationsOf(portal.services.database, single.applicationId)).toEqual([]);
  });
});

describe("求められた局", () => {
  beforeEach(() => accept(reviewer, own.applicationId));

  it("計画と求めを読み、審査の内側は読まない。求められていない局と、命令の画面には無いもののまま", async () => {
    await propose(reviewer, own.applicationId);
    const record = expectOk(await openRecordToRead(welfare, own.applicationId));
    expect(record).toMatchObject({
      consulted: true,
      commands: [],
      mayConsult: false,
      mayNote: false,
      mails: [],
      comments: [],
      application: { proposal: null },
    });
    expect(record.submission.answers).not.toEqual({});
    expect(record.events.map(({ type }) => type)).toEqual([
      "application.filed.v1",
      "application.accepted.v1",
      "application.consultationAsked.v1",
      "application.consultationAsked.v1",
    ]);
    expect(refusalOf(await openRecord(welfare, own.applicationId))).toEqual({ kind: "notFound" });
    const stranger = await logIn(portal, "kobe-manager");
    expect(refusalOf(await openRecordToRead(stranger, own.applicationId))).toEqual({ kind: "notFound" });
    expect(refusalOf(await answer(stranger, welfareOffice, "agree"))).toEqual({ kind: "notFound" });
  });

  it("二つの局が同時に答えても、どちらも失われない", async () => {
    const [first, second] = await Promise.all([
      answer(welfare, welfareOffice, "agree"),
      answer(transport, transportOffice, "disagree", "倉庫の面積の根拠を示してください。"),
    ]);
    expectOk(first);
    expectOk(second);
    expect(await standings()).toEqual(["厚生労働省 agreed", "国土交通省 disagreed"]);
    expect(listedWaiting()).toBe(0);
  });

  it("同じ画面から二度送っても一度の回答になり、別の画面からの二度目は、だれがいつ答えたかを知る", async () => {
    expectOk(await answer(welfare, welfareOffice, "agree", "", "same"));
    expectOk(await answer(welfare, welfareOffice, "agree", "", "same"));
    expect(refusalOf(await answer(welfare, welfareOffice, "disagree", "やはり反対"))).toMatchObject({
      kind: "consultation",
      refusal: { kind: "alreadyAnswered", byName: `${welfareOffice} officeManager` },
    });
    const answered = (await eventsOf(portal.services.database, own.applicationId)).filter(
      ({ type }) => type === "application.consultationAnswered.v1",
    );
    expect(answered).toHaveLength(1);
    expect(mailsOf("consultationAnswered").map(({ toAddress }) => toAddress)).toEqual([
      "tohoku-reviewer@staff.example.jp",
    ]);
    expect(expectOk(await openRecordToRead(welfare, own.applicationId)).consulted).toBe(true);
  });

  it("同意は決裁者が答え、意見は審査担当も答える。ほかの局への求めには答えられない", async () => {
    const clerk = await officeStaffMember(portal, welfareOffice, "reviewer");
    expect(refusalOf(await answer(clerk, welfareOffice, "agree"))).toMatchObject({ kind: "forbidden" });
    expect(refusalOf(await answer(welfare, transportOffice, "agree"))).toEqual({ kind: "notFound" });
    expectOk(await ask(welfareOffice));
    expectOk(await answer(clerk, welfareOffice, "opinion", "見込みは妥当です。"));
    expect((await all()).at(-1)?.end).toMatchObject({ result: "opinion", text: "見込みは妥当です。" });
  });

  it("決裁者の不在には代決者が答え、だれの代わりかが残る", async () => {
    const clerk = await officeStaffMember(portal, welfareOffice, "reviewer");
    expectOk(
      await nameSubstitute(welfare, {
        officeCode: welfareOffice,
        substituteId: accountIdOf(clerk.actor),
        fromDay: "2026-12-01",
        toDay: "2026-12-03",
        reason: "出張のため",
      }),
    );
    const deputy = await officeStaffMember(portal, welfareOffice, "reviewer");
    expectOk(await answer(deputy, welfareOffice, "agree"));
    expect((await all())[0]?.end?.byName).toBe(
      `${welfareOffice} reviewer（${welfareOffice} officeManagerの代決）`,
    );
    expect((await eventsOf(portal.services.database, own.applicationId)).at(-1)).toMatchObject({
      type: "application.consultationAnswered.v1",
      data: { onBehalfOf: { name: `${welfareOffice} officeManager` } },
    });
  });

  it("一覧には、待たれているものが先に並び、取り下げられると開けなくなる", async () => {
    expect(waitingForAnswer(transport)).toBe(1);
    expect(expectOk(readAwaiting(transport)).counts.consultations).toBe(1);
    expect(awaitingBadge(transport, 100)).toBe(1);
    expectOk(await ask(transportOffice));
    expectOk(await answer(transport, transportOffice, "opinion", "妥当です。"));
    const { asked } = expectOk(await listConsultations(transport));
    expect(asked.map(({ waiting, consultation: { kind } }) => [waiting, kind])).toEqual([
      [true, "consent"],
      [false, "opinion"],
    ]);
    expect(expectOk(await listConsultations(reviewer)).asking).toHaveLength(3);
    const input = {
      ...(await current(reviewer, own.applicationId)),
      intentKey: "withdraw",
      consultationId: await askedOf(reviewer, own.applicationId, welfareOffice),
      reason: "求める局を間違えました。",
    };
    expectOk(await withdrawConsultation(reviewer, input));
    expectOk(await withdrawConsultation(reviewer, input));
    expect(refusalOf(await openRecordToRead(welfare, own.applicationId))).toEqual({ kind: "notFound" });
    expect(expectOk(await listConsultations(welfare)).asked).toMatchObject([{ waiting: false, open: false }]);
    expect(await standings()).toEqual(["厚生労働省 notAsked", "国土交通省 waiting"]);
  });

  it("同じ画面から二度求めても一つになり、同時に求めた二人のうち一人は、先に求めた人を知る", async () => {
    const opened = await current(reviewer, own.applicationId);
    const input = {
      ...opened,
      kind: "opinion",
      officeCode: "mlit_dtb_kobe-kobe",
      question: "見込みは妥当ですか。",
      dueOn: null,
    } as const;
    const twice = await Promise.all([
      askConsultation(reviewer, { ...input, intentKey: "twice" }),
      askConsultation(reviewer, { ...input, intentKey: "twice" }),
    ]);
    for (const one of twice) expectOk(one);
    expect(refusalOf(await askConsultation(manager, { ...input, intentKey: "other" }))).toMatchObject({
      kind: "stale",
      by: "佐藤 亮",
    });
    expect((await all()).filter(({ kind }) => kind === "opinion")).toHaveLength(1);
  });

  it("審査の一覧は、回答を待つ申請だけに絞れ、全部の回答が届くと外れる", async () => {
    await startAndFile(applicant, manufacturing.answers);
    const query = readListQuery([["waiting", "consultation"]]).query;
    const found = async () => expectOk(await listWork(reviewer, query)).items.map(({ id }) => id);
    expect(await found()).toEqual([own.applicationId]);
    expectOk(await answer(welfare, welfareOffice, "agree"));
    expect(await found()).toEqual([own.applicationId]);
    expectOk(await answer(transport, transportOffice, "disagree", "根拠がありません。"));
    expect(await found()).toEqual([]);
  });

  it("画面を開いた後に回答が届いたら、求めることはだれの回答かを告げて断る", async () => {
    const opened = await current(reviewer, own.applicationId);
    expectOk(await answer(welfare, welfareOffice, "agree"));
    const late = await askConsultation(reviewer, {
      ...opened,
      intentKey: "late",
      kind: "opinion",
      officeCode: "mlit_dtb_kobe-kobe",
      question: "教えてください。",
      dueOn: null,
    });
    expect(refusalOf(late)).toMatchObject({ kind: "stale", by: `${welfareOffice} officeManager` });
  });
});

describe("認定", () => {
  beforeEach(async () => {
    await accept(reviewer, own.applicationId);
    await propose(reviewer, own.applicationId);
  });

  it("同意がそろうまで断られ、同意しないと答えた局には求め直し、そろえば一枚の通知書になる", async () => {
    expectOk(await answer(welfare, welfareOffice, "agree"));
    expectOk(await answer(transport, transportOffice, "disagree", "面積の根拠がありません。"));
    expect(refusalOf(await certify())).toMatchObject({
      kind: "workflow",
      refusal: {
        kind: "consentMissing",
        consents: [{ office: { ministry: "国土交通省", name: "東北運輸局" }, standing: "disagreed" }],
      },
    });
    const picked = [await current(manager, own.applicationId)];
    const [checked] = expectOk(await bulkDryRun(manager, portal.services.pdf, "certify", picked));
    expect(checked?.obstacle).toBe(
      "共管の同意がそろっていません。国土交通省（東北運輸局）は「同意しない」と答えています。",
    );
    expect(await certificationOf(manager.database, own.applicationId)).toBeUndefined();

    expectOk(await ask(transportOffice, "consent", "面積の根拠は添付の図面にあります。"));
    expectOk(await answer(transport, transportOffice, "agree"));
    expectOk(await certify());
    expect(await certificationOf(manager.database, own.applicationId)).toMatchObject({
      officeCode: "meti-tohoku",
    });
    expect(refusalOf(await certify())).toMatchObject({ kind: "workflow" });
  });

  it("そろわないままの認定は、決裁者が理由を書いたときだけ通り、様子と理由が出来事に残る", async () => {
    expectOk(await answer(welfare, welfareOffice, "agree"));
    expect(refusalOf(await certify("　"))).toMatchObject({ refusal: { kind: "consentMissing" } });
    expectOk(await certify("電話で同意を確かめた。"));
    expect((await eventsOf(manager.database, own.applicationId)).at(-1)).toMatchObject({
      type: "application.certified.v1",
      data: {
        withoutConsent: {
          reason: "電話で同意を確かめた。",
          consents: [{ office: { code: transportOffice }, standing: "waiting" }],
        },
      },
    });
    expect(waitingForAnswer(transport)).toBe(0);
    expect(expectOk(readAwaiting(transport)).counts.consultations).toBe(0);
    expect(awaitingBadge(transport, 100)).toBe(0);
    expect(refusalOf(await answer(transport, transportOffice, "agree"))).toMatchObject({
      kind: "consultation",
      refusal: { kind: "notConsulting", status: "certified" },
    });
  });

  it("決裁の画面を開いた後に答えが届いたら、認定は開き直すまで通らない", async () => {
    const opened = await current(manager, own.applicationId);
    expectOk(await answer(welfare, welfareOffice, "disagree", "反対します。"));
    expect(
      refusalOf(
        await certifyPlan(manager, portal.services.pdf, { ...opened, withoutConsent: "口頭で確かめた。" }),
      ),
    ).toMatchObject({ kind: "stale" });
  });
});

describe("移送と出し直し", () => {
  const returned = async () => {
    const comments = [{ section: "company", field: "employees", kind: "wrong", text: "人数" }] as const;
    expectOk(
      await returnForCorrection(reviewer, { ...(await current(reviewer, own.applicationId)), comments }),
    );
  };
  beforeEach(async () => {
    await accept(reviewer, own.applicationId);
    expectOk(await answer(welfare, welfareOffice, "agree"));
  });

  it("内容を変えて出し直すと、どの省庁にも求め直し、前の回答は前の提出のものとして残る", async () => {
    await returned();
    const answers = withFields(jointAnswers, "company", { employees: "48" });
    await save(applicant, own, "company", answers["company"]);
    await file(applicant, own);
    expect(await standings()).toEqual(["厚生労働省 waiting", "国土交通省 waiting"]);
    expect(
      (await all()).map(({ office, submissionSequence, end }) => [
        office.name,
        submissionSequence,
        end?.result ?? null,
      ]),
    ).toEqual([
      ["東北厚生局", 1, "agree"],
      ["東北運輸局", 1, "withdrawn"],
      ["東北厚生局", 2, null],
      ["東北運輸局", 2, null],
    ]);
    expect((await all()).at(-1)?.askedByName).toBe("佐藤 亮");
  });

  it("内容を変えずに出し直せば、前の同意はそのまま数える", async () => {
    await returned();
    await file(applicant, own);
    expect(await standings()).toEqual(["厚生労働省 agreed", "国土交通省 waiting"]);
    expect(await all()).toHaveLength(2);
  });

  it("国土交通省の局へ移すと、経済産業省に求め、国土交通省への求めは要らなくなる", async () => {
    expectOk(
      await transferApplication(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        officeCode: transportOffice,
        reason: "倉庫業が主な計画のため",
      }),
    );
    const record = expectOk(await openRecord(transport, own.applicationId));
    expect(record.consents.map(({ office, standing }) => [office.name, standing])).toEqual([
      ["東北経済産業局", "waiting"],
      ["東北厚生局", "agreed"],
    ]);
    expect(record.consultations.map(({ office, end }) => [office.name, end?.result ?? null])).toEqual([
      ["東北厚生局", "agree"],
      ["東北運輸局", "withdrawn"],
      ["東北経済産業局", null],
    ]);
    expect(expectOk(await openRecordToRead(manager, own.applicationId)).consulted).toBe(true);
  });
});
