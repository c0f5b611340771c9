/** 申請者と局の連絡: 誰が読み書きでき、いつ未読になり、どのメールが出るか。 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MESSAGE_LENGTH } from "#app/domain/messages/message.ts";
import { recallApplication } from "#app/usecases/applications/withdraw-application.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { openMessages } from "#app/usecases/messages/open-messages.server.ts";
import { sendMessage } from "#app/usecases/messages/send-message.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { outbox } from "#db/schema/index.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, startAndFile } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let own: Awaited<ReturnType<typeof startAndFile>>;
beforeEach(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  own = await startAndFile(applicant, manufacturing.answers);
});
afterEach(() => portal.close());

const say = (context: UseCaseContext, text: string, intent = context.newId(), about = "") =>
  sendMessage(context, { applicationId: own.applicationId, intent, about, text });
const heard = async (context: UseCaseContext) =>
  expectOk(await openMessages(context, own.applicationId)).messages.map(({ side, text }) => [side, text]);
const unreadByApplicant = async (): Promise<number> =>
  expectOk(await openApplication(applicant, own)).unreadMessages;
const unreadByOffice = async (): Promise<number> =>
  expectOk(await openRecord(reviewer, own.applicationId)).unreadMessages;
const mailsToldOf = () =>
  portal.services.database.reader
    .select()
    .from(outbox)
    .all()
    .filter(({ payload }) => payload["template"] === "messageArrived")
    .map(({ payload }) => payload);

it("書いた順に双方が読め、相手が開くまで未読と数える", async () => {
  expectOk(await say(reviewer, "決算書の年度を教えてください。"));
  expectOk(await say(reviewer, "あわせて、設備の見積もりの日付も。"));
  expect(await unreadByApplicant()).toBe(2);
  expect(await unreadByOffice()).toBe(0);
  expect(await heard(applicant)).toEqual([
    ["office", "決算書の年度を教えてください。"],
    ["office", "あわせて、設備の見積もりの日付も。"],
  ]);
  expect(await unreadByApplicant()).toBe(0);
  expectOk(await say(applicant, "令和7年度です。"));
  expect([await unreadByApplicant(), await unreadByOffice()]).toEqual([0, 1]);
  await heard(reviewer);
  expect(await unreadByOffice()).toBe(0);
});

it("メールは、相手に未読の連絡がないときに一通だけ出て、内容を載せない", async () => {
  expectOk(await say(reviewer, "ひみつの問い合わせ"));
  expectOk(await say(reviewer, "続けての問い合わせ"));
  const [told, ...more] = mailsToldOf();
  expect(more).toEqual([]);
  expect(JSON.stringify(told)).not.toContain("問い合わせ");
  expect(told?.["body"]).toContain(`/applications/${own.applicationId}`);
  await heard(applicant);
  expectOk(await say(reviewer, "読んだ後の連絡"));
  expect(mailsToldOf()).toHaveLength(2);
});

it("同じ入力の画面から二度送っても、一通しか残らない", async () => {
  const intent = applicant.newId();
  expectOk(await say(applicant, "一度だけ", intent));
  expectOk(await say(applicant, "一度だけ", intent));
  expect(await heard(applicant)).toEqual([["applicant", "一度だけ"]]);
});

describe("送れない連絡", () => {
  it.each([
    ["空の内容", "　\n", "", { text: "連絡の内容を入力してください。" }],
    [
      "長すぎる内容",
      "𠮷".repeat(MESSAGE_LENGTH + 1),
      "",
      { text: "連絡の内容は2,000文字以内で入力してください。" },
    ],
    ["様式にない欄", "本文", "company/nothing", { about: "連絡する欄を、一覧から選んでください。" }],
  ])("%s は、欄の誤りになり、残らない", async (_, text, about, faults) => {
    expect(refusalOf(await say(applicant, text, applicant.newId(), about))).toEqual({
      kind: "faults",
      faults,
    });
    expect(await heard(applicant)).toEqual([]);
  });

  it("上限ちょうどの長さは、文字で数えて送れる", async () => {
    expectOk(await say(applicant, "𠮷".repeat(MESSAGE_LENGTH)));
  });
});

describe("見せない・書かせない", () => {
  it("よその会社、よその局には、無いと答える", async () => {
    for (const person of ["sakiyama@seishin.example.jp", "kobe-reviewer"]) {
      const other = await logIn(portal, person);
      expect(refusalOf(await openMessages(other, own.applicationId))).toEqual({ kind: "notFound" });
      expect(refusalOf(await say(other, "割り込み"))).toEqual({ kind: "notFound" });
    }
  });

  it("企画課は読めるが書けず、読んでも局の未読は消えない", async () => {
    expectOk(await say(applicant, "届いていますか。"));
    const coordinator = await logIn(portal, "coordinator");
    expect(expectOk(await openMessages(coordinator, own.applicationId)).maySend).toBe(false);
    expect(refusalOf(await say(coordinator, "横から"))).toMatchObject({ kind: "forbidden" });
    expect(await unreadByOffice()).toBe(1);
  });

  it("引き戻した申請の連絡は、申請者には残り、局には見えない", async () => {
    expectOk(await say(applicant, "引き戻します。"));
    expectOk(await recallApplication(applicant, { ...own, version: 2 }));
    expect(await heard(applicant)).toEqual([["applicant", "引き戻します。"]]);
    expect(refusalOf(await openMessages(reviewer, own.applicationId))).toEqual({ kind: "notFound" });
  });
});
