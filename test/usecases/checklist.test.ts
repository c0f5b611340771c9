/** 局の確認の一覧と、申請の確認。一覧を直しても済んだ確認は変わらず、先に答えた人がいれば断られる。 */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { UseCaseContext } from "#app/usecases/context.ts";
import {
  officeChecklists,
  openChecklistTemplate,
  removeChecklistTemplate,
  saveChecklistTemplate,
  type TypedRow,
} from "#app/usecases/review/checklist-templates.server.ts";
import {
  type ApplicationChecklist,
  checklistOf,
  markItem,
  takeNewItems,
} from "#app/usecases/review/checklist.server.ts";
import { withdrawApplication } from "#app/usecases/applications/withdraw-application.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf, rowOf, startAndFile } from "#test/support/procedure.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let reviewer: UseCaseContext;
let manager: UseCaseContext;
let elsewhere: UseCaseContext;
let own: OwnApplication;
beforeEach(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  reviewer = await logIn(portal, "tohoku-reviewer");
  manager = await logIn(portal, "tohoku-manager");
  elsewhere = await logIn(portal, "kobe-reviewer");
  own = await startAndFile(applicant, manufacturing.answers);
});
afterEach(() => portal.close());

const row = (text: string, more: Partial<TypedRow> = {}): TypedRow => ({
  id: "",
  text,
  target: "",
  required: true,
  ...more,
});
const fresh = { id: null, version: 0, officeCode: "meti-tohoku", guidelineId: "" };
const make = async (texts: readonly string[], guidelineId = ""): Promise<string> =>
  expectOk(
    await saveChecklistTemplate(reviewer, { ...fresh, guidelineId, rows: texts.map((text) => row(text)) }),
  );
/** いまの行を書き換えて保存する。 */
const edit = async (id: string, change: (rows: readonly TypedRow[]) => readonly TypedRow[]) => {
  const { template } = expectOk(await openChecklistTemplate(reviewer, id));
  const rows = template.items.map((item) => ({ ...item, target: "" }));
  return saveChecklistTemplate(reviewer, { ...fresh, id, version: template.version, rows: change(rows) });
};
const list = async (): Promise<ApplicationChecklist> => {
  const found = await checklistOf(reviewer, await rowOf(reviewer, own.applicationId));
  if (found === null) throw new Error("一覧がありません。");
  return found;
};
const texts = async () => (await list()).items.map(({ text }) => text);
const mark = (
  context: UseCaseContext,
  seen: ApplicationChecklist,
  index: number,
  answer: { readonly mark: string; readonly note?: string },
) => {
  const itemId = seen.items[index]?.id ?? "";
  const version = seen.marks.get(itemId)?.version ?? 0;
  return markItem(context, {
    ...seen,
    applicationId: own.applicationId,
    itemId,
    version,
    note: "",
    ...answer,
  });
};

it("指針の一覧があればそれを、なければ全部の指針の一覧を使い、どちらもなければ一覧はない", async () => {
  expect(await checklistOf(reviewer, await rowOf(reviewer, own.applicationId))).toBeNull();
  await make(["どの指針でも"]);
  expect(await texts()).toEqual(["どの指針でも"]);
  await make(["製造業だけ"], "manufacturing");
  expect(await texts()).toEqual(["製造業だけ"]);
});

it("答えは、誰がいつ答えたかとともに残り、進みに数える", async () => {
  await make(["一", "二", "三"]);
  expectOk(await mark(reviewer, await list(), 0, { mark: "done" }));
  expectOk(await mark(manager, await list(), 1, { mark: "question", note: "決算書を待つ" }));
  const { progress, items, marks } = await list();
  expect(progress).toMatchObject({ answered: 2, total: 3 });
  expect(progress.unanswered.map(({ text }) => text)).toEqual(["三"]);
  expect(progress.questions.map(({ text }) => text)).toEqual(["二"]);
  expect(items.map(({ id }) => marks.get(id)?.markedByName)).toEqual(["佐藤 亮", "阿部 恵子", undefined]);
});

it("一覧を直しても、答え始めた申請の項目は変わらず、取り込めば答えを残して新しい項目になる", async () => {
  const id = await make(["一", "二", "三"]);
  expectOk(await mark(reviewer, await list(), 0, { mark: "done" }));
  expectOk(await edit(id, ([, , third]) => [row("新しい項目"), ...(third === undefined ? [] : [third])]));
  const before = await list();
  expect(before.newer).toBe(true);
  expect(await texts()).toEqual(["一", "二", "三"]);
  expectOk(await takeNewItems(reviewer, { ...before, applicationId: own.applicationId }));
  const after = await list();
  expect(after.newer).toBe(false);
  expect(after.items.map(({ text, former }) => [text, former === true])).toEqual([
    ["新しい項目", false],
    ["三", false],
    ["一", true],
  ]);
  expect(after.progress).toMatchObject({ answered: 0, total: 2 });
  expect(after.marks.get(before.items[0]?.id ?? "")?.mark).toBe("done");
  expect(refusalOf(await mark(reviewer, before, 1, { mark: "done" })).kind).toBe("stale");
});

it("先に答えた人がいれば断られ、その人の名前が分かる。別の項目は断られない", async () => {
  await make(["一", "二"]);
  const seen = await list();
  expectOk(await mark(manager, seen, 0, { mark: "done" }));
  expect(refusalOf(await mark(reviewer, seen, 0, { mark: "notApplicable" }))).toMatchObject({
    kind: "stale",
    by: "阿部 恵子",
  });
  expectOk(await mark(reviewer, seen, 1, { mark: "notApplicable" }));
  expect((await list()).progress.answered).toBe(2);
});

it.each([
  ["選んでいない答え", { mark: "" }, ["mark"]],
  ["知らない答え", { mark: "maybe" }, ["mark"]],
  ["何を確かめるかのない要確認", { mark: "question", note: " " }, ["note"]],
  ["長いメモ", { mark: "done", note: "あ".repeat(501) }, ["note"]],
])("%sは断られる", async (_name, answer, fields) => {
  await make(["一"]);
  const refusal = refusalOf(await mark(reviewer, await list(), 0, answer));
  expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : []).toEqual(fields);
});

it("取り下げられた申請の確認は、変えられない", async () => {
  await make(["一"]);
  const seen = await list();
  const { version } = await current(applicant, own.applicationId);
  expectOk(await withdrawApplication(applicant, { ...own, version, reason: "計画をやめたため" }));
  expect((await list()).mayCheck).toBe(false);
  expect(refusalOf(await mark(reviewer, seen, 0, { mark: "done" })).kind).toBe("invalid");
});

it.each([
  ["項目のない一覧", {}, [row(" ")], ["items"]],
  ["長い項目", {}, [row("あ".repeat(201))], ["text-0"]],
  ["様式にない欄", {}, [row("一"), row("二", { target: "company/secret" })], ["target-1"]],
  ["知らない区画", {}, [row("一", { target: "secret/" })], ["target-0"]],
  ["知らない指針", { guidelineId: "no-such" }, [row("一")], ["guidelineId"]],
])("%sは断られる", async (_name, more, rows, fields) => {
  const refusal = refusalOf(await saveChecklistTemplate(reviewer, { ...fresh, ...more, rows }));
  expect(refusal.kind === "invalid" ? Object.keys(refusal.errors) : []).toEqual(fields);
});

it("同じ指針の二つ目の一覧は断られ、直した記録は残り、消した後はまた作れる", async () => {
  const id = await make(["一"]);
  expect(refusalOf(await saveChecklistTemplate(manager, { ...fresh, rows: [row("二")] })).kind).toBe(
    "invalid",
  );
  expectOk(await edit(id, (rows) => [...rows, row("二")]));
  const { history, template } = expectOk(await openChecklistTemplate(manager, id));
  expect(history.map(({ version, savedByName, items }) => [version, savedByName, items.length])).toEqual([
    [2, "佐藤 亮", 2],
    [1, "佐藤 亮", 1],
  ]);
  expect(refusalOf(await removeChecklistTemplate(manager, { id, version: 1 }))).toMatchObject({
    kind: "stale",
  });
  expectOk(await removeChecklistTemplate(manager, { id, version: template.version }));
  expect(expectOk(await officeChecklists(reviewer))).toEqual([]);
  await make(["三"]);
});

it("よその局の人には、一覧も申請の確認もない。局に属さない役割は断られる", async () => {
  const id = await make(["一"]);
  const seen = await list();
  expect(expectOk(await officeChecklists(elsewhere))).toEqual([]);
  expect(refusalOf(await openChecklistTemplate(elsewhere, id))).toEqual({ kind: "notFound" });
  expect(refusalOf(await saveChecklistTemplate(elsewhere, { ...fresh, rows: [row("一")] }))).toEqual({
    kind: "notFound",
  });
  expect(refusalOf(await removeChecklistTemplate(elsewhere, { id, version: 1 }))).toEqual({
    kind: "notFound",
  });
  expect(refusalOf(await mark(elsewhere, seen, 0, { mark: "done" }))).toEqual({ kind: "notFound" });
  for (const loginId of ["coordinator", "administrator-1", "auditor", "takahashi@aoba.example.jp"]) {
    const outsider = await logIn(portal, loginId);
    expect(refusalOf(await officeChecklists(outsider)).kind).toBe("forbidden");
    expect(refusalOf(await mark(outsider, seen, 0, { mark: "done" })).kind).toBe("forbidden");
  }
});
