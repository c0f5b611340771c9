/** 差戻しの指摘への回答: 指摘の欄だけが開き、回答は提出とともに凍結され、審査担当は前の提出との違いとともに読む。 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answersSection } from "#app/domain/workflow/return-answers.ts";
import { answerComments } from "#app/usecases/applications/answer-comments.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { openCorrections } from "#app/usecases/applications/open-corrections.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { openChanges } from "#app/usecases/review/open-changes.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { latestSubmission } from "#db/queries/applications.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import {
  acceptAndPropose,
  current,
  expectOk,
  file,
  refusalOf,
  save,
  startAndFile,
} from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let member: UseCaseContext;
let reviewer: UseCaseContext;
let own: OwnApplication;
beforeAll(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  member = await logIn(portal, "oda@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
});
afterAll(() => portal.close());
beforeEach(async () => {
  own = await startAndFile(applicant, manufacturing.answers);
  const comments = [
    { section: "company", field: "employees", kind: "wrong", text: "人数を確かめてください。" },
    { section: "present-state", field: "issues", kind: "missing", text: "今の時間数を書いてください。" },
  ] as const;
  expectOk(
    await returnForCorrection(reviewer, { ...(await current(reviewer, own.applicationId)), comments }),
  );
});

const opened = async () => expectOk(await openCorrections(applicant, own));
const answer = (context: UseCaseContext, commentId: string, text: string, was = "") =>
  answerComments(context, { ...own, answers: [{ commentId, text, was }] });
const refile = async (employees: string) => {
  await save(applicant, own, "company", { ...manufacturing.answers["company"], employees });
  await file(applicant, own);
};

describe("申請者", () => {
  it("指摘の付いた欄だけが開く", async () => {
    expect((await opened()).comments.map(({ section, field }) => `${section}/${field}`)).toEqual([
      "company/employees",
      "present-state/issues",
    ]);
  });

  it("指摘のない申請と、出し直した申請には、回答の画面がない", async () => {
    await refile("48");
    expect(refusalOf(await openCorrections(applicant, own))).toEqual({ kind: "notFound" });
    const [comment] = (await latestComments()) ?? [];
    expect(refusalOf(await answer(applicant, comment?.id ?? "", "直しました"))).toMatchObject({
      kind: "stale",
      subject: "application",
    });
  });

  it("よその会社と職員は、指摘も回答も見られない", async () => {
    const stranger = await logIn(portal, "sakiyama@seishin.example.jp");
    expect(refusalOf(await openCorrections(stranger, own))).toEqual({ kind: "notFound" });
    expect(refusalOf(await answer(stranger, "x", "直しました"))).toEqual({ kind: "notFound" });
    expect(refusalOf(await openCorrections(reviewer, own))).toMatchObject({ kind: "forbidden" });
  });

  it("長すぎる回答は断られ、知らない指摘への回答は書かれない", async () => {
    const [first] = (await opened()).comments;
    expect(refusalOf(await answer(applicant, first?.id ?? "", "あ".repeat(1001)))).toMatchObject({
      kind: "invalid",
    });
    expectOk(await answer(applicant, "no-such-comment", "直しました"));
    expect((await opened()).answers).toEqual({});
  });

  it("二人が別の指摘に回答すれば両方残り、同じ指摘なら後の人は断られて、先の回答が残る", async () => {
    const [first, second] = (await opened()).comments.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error("指摘が足りません。");
    expectOk(await answer(applicant, first, "48人に直しました"));
    expectOk(await answer(member, second, "今は1日2時間です"));
    expect(refusalOf(await answer(member, first, "47人です"))).toMatchObject({ subject: "section" });
    expect((await opened()).answers).toEqual({ [first]: "48人に直しました", [second]: "今は1日2時間です" });
    expectOk(await answer(member, first, "48人に直し、名簿も添えました", "48人に直しました"));
    expect((await opened()).answers[first]).toBe("48人に直し、名簿も添えました");
  });
});

const latestComments = async () =>
  expectOk(await openChanges(reviewer, own.applicationId, "returned")).comments;

describe("審査担当", () => {
  it("出し直しの違いと、凍結された回答を読む", async () => {
    const [first] = (await opened()).comments;
    expectOk(await answer(applicant, first?.id ?? "", "48人に直しました"));
    await refile("48");
    const submission = await latestSubmission(reviewer.database, own.applicationId);
    expect(submission?.answers[answersSection]).toEqual({ [first?.id ?? ""]: "48人に直しました" });
    const { base, changes, comments } = expectOk(await openChanges(reviewer, own.applicationId, "returned"));
    expect(base).toMatchObject({ kind: "returned", submission: { sequence: 1 } });
    expect(changes.map(({ field, before, after }) => [field, before, after])).toContainEqual([
      "employees",
      "46人",
      "48人",
    ]);
    expect(comments).toHaveLength(2);
  });

  it("二度出し直した申請は、一つ前とも、初めとも比べられる", async () => {
    await refile("48");
    const again = [
      { section: "company", field: "employees", kind: "unclear", text: "いつの人数ですか。" },
    ] as const;
    expectOk(
      await returnForCorrection(reviewer, {
        ...(await current(reviewer, own.applicationId)),
        comments: again,
      }),
    );
    await refile("49");
    const from = async (kind: "returned" | "first") =>
      expectOk(await openChanges(reviewer, own.applicationId, kind)).changes.find(
        ({ field }) => field === "employees",
      )?.before;
    expect([await from("returned"), await from("first")]).toEqual(["48人", "46人"]);
  });

  it("同じ会社が認定を受けた計画と比べられる。よその局の計画は、その局の人にだけ見える", async () => {
    const certified = await startAndFile(applicant, manufacturing.answers);
    await acceptAndPropose(reviewer, certified.applicationId);
    const manager = await logIn(portal, "tohoku-manager");
    expectOk(
      await certifyPlan(manager, portal.services.pdf, await current(manager, certified.applicationId)),
    );
    await refile("48");
    const { bases } = expectOk(await openChanges(reviewer, own.applicationId, "certified"));
    expect(bases.map(({ kind }) => kind)).toEqual(["returned", "certified"]);
    const elsewhere = await logIn(portal, "kobe-reviewer");
    expect(refusalOf(await openChanges(elsewhere, own.applicationId, "certified"))).toEqual({
      kind: "notFound",
    });
  });
});
