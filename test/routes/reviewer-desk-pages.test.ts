/** 局の確認の一覧・代決・担当の決まりの画面: 打った物を保って誤りを欄に示し、通れば知らせの出る画面へ移る。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { action as assign, loader as assignPage } from "#app/routes/reviewer/assign.tsx";
import { action as addRule, loader as rulesPage } from "#app/routes/reviewer/assign-rules.tsx";
import { action as saveTemplate, loader as templatePage } from "#app/routes/reviewer/checklist-template.tsx";
import { action as mark, loader as checklistPage } from "#app/routes/reviewer/checklist.tsx";
import { loader as certifyPage } from "#app/routes/reviewer/certify.tsx";
import { action as nameDeputy, loader as deputiesPage } from "#app/routes/reviewer/substitutes.tsx";
import { checklistTemplatesOf } from "#db/queries/checklists.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let id: string;
const cookies = { reviewer: "", manager: "", coordinator: "", elsewhere: "" };
beforeAll(async () => {
  portal = await startTestServices();
  const own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), manufacturing.answers);
  id = own.applicationId;
  await acceptAndPropose(await logIn(portal, "tohoku-reviewer"), id);
  cookies.reviewer = await staffCookie(portal, "office:meti-tohoku:reviewer");
  cookies.manager = await staffCookie(portal, "office:meti-tohoku:officeManager");
  cookies.coordinator = await staffCookie(portal, "role:coordinator");
  cookies.elsewhere = await staffCookie(portal, "office:meti-kanto:officeManager");
}, 60_000);
afterAll(() => portal.close());

type Route = Parameters<typeof load<unknown>>[0];
type Cookie = keyof typeof cookies;

async function call(
  route: Route,
  who: Cookie,
  form?: Readonly<Record<string, string>>,
  params: Readonly<Record<string, string>> = { id },
) {
  const options = { params, headers: { Cookie: cookies[who] }, ...(form === undefined ? {} : { form }) };
  return answerOf(await load(route, portal.loadContext, "/review", options));
}

describe("局の確認の一覧", () => {
  const rows = {
    version: "0",
    officeCode: "meti-tohoku",
    guidelineId: "",
    "text-0": "一",
    "target-0": "company/employees",
    "required-0": "yes",
    "text-1": "二",
    "target-1": "",
  };
  const save = (form: Readonly<Record<string, string>>, template = "new") =>
    call(saveTemplate, "reviewer", form, { template });

  it("行の操作は保存せず、打った物を並べ替えて返す", async () => {
    const moved = await save({ ...rows, intent: "up-1" });
    expect(moved).toMatchObject({
      status: 200,
      data: { rows: [{ text: "二" }, { text: "一", target: "company/employees", required: true }] },
    });
    expect(await save({ ...rows, intent: "remove-0" })).toMatchObject({ data: { rows: [{ text: "二" }] } });
    expect(await checklistTemplatesOf(portal.services.database, ["meti-tohoku"])).toEqual([]);
  });

  it("受け取れない行は、打った物を保って 422 で示す", async () => {
    const long = { ...rows, intent: "save", "text-1": "あ".repeat(201) };
    expect(await save(long)).toMatchObject({
      status: 422,
      data: { rows: [{}, { text: "あ".repeat(201) }], errors: { "text-1": [expect.any(String)] } },
    });
  });

  it("保存すると一覧へ移り、申請の画面で項目ごとに答えられる", async () => {
    expect(await save({ ...rows, intent: "save" })).toMatchObject({
      status: 302,
      location: "/review/checklists?done=saved",
    });
    const page = await call(checklistPage, "reviewer");
    expect(page).toMatchObject({ data: { mayCheck: true, progress: { answered: 0, total: 2 } } });
    const { templateId, templateVersion, items } = page.data as {
      readonly templateId: string;
      readonly templateVersion: number;
      readonly items: readonly { readonly id: string }[];
    };
    const item = items[0]?.id ?? "";
    const seen = { templateId, templateVersion: String(templateVersion), item, version: "0" };
    expect(await call(mark, "reviewer", { ...seen, mark: "question", note: "" })).toMatchObject({
      status: 422,
      data: { typed: { itemId: item, mark: "question" }, errors: { note: [expect.any(String)] } },
    });
    expect(await call(mark, "reviewer", { ...seen, mark: "done", note: "" })).toMatchObject({
      status: 302,
      location: `/review/applications/${id}/checklist?saved=${item}#item-${item}`,
    });
    expect(await call(mark, "manager", { ...seen, mark: "notApplicable", note: "別の答え" })).toMatchObject({
      status: 409,
      data: { typed: { note: "別の答え" } },
    });
    expect(await call(checklistPage, "coordinator")).toMatchObject({ data: { mayCheck: false } });
    expect(await call(certifyPage, "manager")).toMatchObject({
      data: { checks: { answered: 1, total: 2, unanswered: [] } },
    });
  });

  it("よその局の人には、一覧も申請の確認もない", async () => {
    const [template] = await checklistTemplatesOf(portal.services.database, ["meti-tohoku"]);
    const params = { template: template?.id ?? "" };
    expect(await call(templatePage, "elsewhere", undefined, params)).toMatchObject({ status: 404 });
    expect(await call(checklistPage, "elsewhere")).toMatchObject({ status: 404 });
  });
});

describe("代決の画面", () => {
  const typed = { substituteId: "", fromDay: "2026-13-01", toDay: "", reason: "出張" };

  it("受け取れない欄は、打った物を保って 422 で示す", async () => {
    expect(await call(nameDeputy, "manager", typed)).toMatchObject({ status: 422, data: { typed } });
  });

  it("審査担当には開けない", async () => {
    expect(await call(deputiesPage, "reviewer")).toMatchObject({ status: 403 });
    expect(await call(nameDeputy, "reviewer", typed)).toMatchObject({ status: 403 });
  });
});

describe("担当の決まりと担当の変更の画面", () => {
  const rule = { officeCode: "meti-tohoku", guidelineId: "manufacturing", division: "E" };

  it("担当を選ばない決まりは、打った物を保って 422 で示す", async () => {
    expect(await call(addRule, "manager", rule)).toMatchObject({
      status: 422,
      data: { typed: rule, errors: { assignees: [expect.any(String)] } },
    });
    expect(await call(rulesPage, "reviewer")).toMatchObject({ status: 403 });
  });

  it("ほかの人の担当を替える欄は、決裁者にだけ出る", async () => {
    expect(await call(assignPage, "reviewer")).toMatchObject({
      data: { obstacle: "ほかの人の担当を替えられるのは、担当の人と決裁者だけです。" },
    });
    expect(await call(assignPage, "manager")).toMatchObject({ status: 200, data: { obstacle: null } });
    expect(await call(assign, "manager", { version: "1", assigneeId: "", reason: "休み" })).toMatchObject({
      status: 422,
      data: { typed: { reason: "休み" }, errors: { assigneeId: [expect.any(String)] } },
    });
    expect(await call(assignPage, "elsewhere")).toMatchObject({ status: 404 });
  });
});

/** 画面の値と状態の番号、又は移る先。 */
function answerOf(answer: unknown): { status: number; location: string | null; data: unknown } {
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), data: null };
  if (typeof answer !== "object" || answer === null || !("init" in answer) || !("data" in answer))
    return { status: 200, location: null, data: answer };
  const { data, init } = answer as { data: unknown; init: { status: number } | null };
  return { status: init?.status ?? 200, location: null, data };
}
