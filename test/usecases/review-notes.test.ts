/** 審査の内部のメモと、欄ごとの履歴。メモは申請者のどの画面にもメールにも出ない。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkApplication } from "#app/usecases/applications/check-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import { openCorrections } from "#app/usecases/applications/open-corrections.server.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { addNote } from "#app/usecases/review/add-note.server.ts";
import { openFieldHistory } from "#app/usecases/review/open-field-history.server.ts";
import { openRecord } from "#app/usecases/review/open-record.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { outbox } from "#db/schema/index.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, file, refusalOf, save, startAndFile } from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let own: OwnApplication;
beforeEach(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  own = await startAndFile(applicant, manufacturing.answers);
});
afterEach(() => portal.close());

const secret = "前の計画の担当に、口頭で確かめること";
const note = (context: UseCaseContext, target = "company/employees", body = secret) =>
  addNote(context, { applicationId: own.applicationId, target, body });
const returned = async (text: string) => {
  const comments = [{ section: "company", field: "employees", kind: "wrong", text }] as const;
  expectOk(
    await returnForCorrection(reviewer, { ...(await current(reviewer, own.applicationId)), comments }),
  );
};

it("メモは欄に残り、局の人が読む", async () => {
  expectOk(await note(reviewer));
  const manager = await logIn(portal, "tohoku-manager");
  const record = expectOk(await openRecord(manager, own.applicationId));
  expect(record.notes).toMatchObject([
    { section: "company", field: "employees", body: secret, createdByName: "佐藤 亮" },
  ]);
});

it("メモは、申請者のどの画面の中身にも、送るメールにも、出し直した提出にも出ない", async () => {
  expectOk(await note(reviewer));
  await returned("人数を確かめてください。");
  const seen = [
    await openApplication(applicant, own),
    await openCorrections(applicant, own),
    await openSection(applicant, { ...own, section: "company" }),
    await checkApplication(applicant, own),
  ].map((one) => JSON.stringify(expectOk<unknown>(one)));
  await file(applicant, own);
  const { submission } = expectOk(await openApplication(applicant, own));
  const mails = portal.services.database.reader.select().from(outbox).all();
  for (const text of [...seen, JSON.stringify(submission), JSON.stringify(mails)])
    expect(text).not.toContain(secret);
});

it.each([
  ["様式にない欄", "company/secret", secret, ["target"]],
  ["空のメモ", "company/employees", " ", ["body"]],
  ["長いメモ", "company/employees", "あ".repeat(1001), ["body"]],
])("%sは断られる", async (_name, target, body, fields) => {
  const refusal = refusalOf(await note(reviewer, target, body));
  expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : []).toEqual(fields);
});

it("よその局、企画課、申請者は、メモを書けない", async () => {
  expect(refusalOf(await note(await logIn(portal, "kobe-reviewer")))).toEqual({ kind: "notFound" });
  for (const loginId of ["coordinator", "takahashi@aoba.example.jp"])
    expect(refusalOf(await note(await logIn(portal, loginId)))).toMatchObject({ kind: "forbidden" });
});

it("欄ごとの履歴には、提出のたびに変わった値が、だれの提出かとともに残る", async () => {
  for (const employees of ["48", "50"]) {
    await returned("人数を確かめてください。");
    await save(applicant, own, "company", { ...manufacturing.answers["company"], employees });
    await file(applicant, own);
  }
  const { changes } = expectOk(await openFieldHistory(reviewer, own.applicationId));
  const employees = changes.filter(({ change }) => change.field === "employees");
  expect(
    employees.map(({ sequence, filedBy, change }) => [sequence, filedBy, change.before, change.after]),
  ).toEqual([
    [2, "髙橋 健一", "46人", "48人"],
    [3, "髙橋 健一", "48人", "50人"],
  ]);
  const elsewhere = await logIn(portal, "kobe-reviewer");
  expect(refusalOf(await openFieldHistory(elsewhere, own.applicationId))).toEqual({ kind: "notFound" });
});
