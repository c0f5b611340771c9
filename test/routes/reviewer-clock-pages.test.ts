/** 中断・再開・受理日の訂正の画面: 打った物を保って誤りを欄に示し、通れば記録の画面へ移る。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { action as correct, loader as correctPage } from "#app/routes/reviewer/acceptance.tsx";
import { action as pause, loader as pausePage } from "#app/routes/reviewer/pause.tsx";
import { action as resume } from "#app/routes/reviewer/resume.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { acceptAndPropose, current, rowOf, startAndFile } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let reviewer: UseCaseContext;
let id: string;
const cookies = { own: "", elsewhere: "" };
beforeAll(async () => {
  portal = await startTestServices();
  reviewer = await logIn(portal, "tohoku-reviewer");
  const own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), manufacturing.answers);
  id = own.applicationId;
  await acceptAndPropose(reviewer, id);
  cookies.own = await staffCookie(portal, "office:meti-tohoku:reviewer");
  cookies.elsewhere = await staffCookie(portal, "office:meti-kanto:reviewer");
}, 60_000);
afterAll(() => portal.close());

type Route = Parameters<typeof load<unknown>>[0];

async function send(route: Route, fields: Readonly<Record<string, string>>, version?: number) {
  const form = { ...fields, version: String(version ?? (await current(reviewer, id)).version) };
  const options = { params: { id }, headers: { Cookie: cookies.own }, form };
  return answerOf(await load(route, portal.loadContext, `/review/applications/${id}`, options));
}

async function open(route: Route, cookie = cookies.own) {
  const options = { params: { id }, headers: { Cookie: cookie } };
  return answerOf(await load(route, portal.loadContext, `/review/applications/${id}`, options));
}

/** 画面の値と状態の番号、又は移る先。 */
function answerOf(answer: unknown): { status: number; location: string | null; data: unknown } {
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), data: null };
  const { data, init } = answer as { data: unknown; init: { status: number } | null };
  return { status: init?.status ?? 200, location: null, data };
}

describe("中断と再開の画面", () => {
  it.each([
    [{ reason: "", text: "決算書" }, { reason: ["中断する理由を選んでください。"] }],
    [{ reason: "other", text: " " }, { text: ["「そのほか」のときは、理由を書いてください。"] }],
    [
      { reason: "awaitingPapers", text: "あ".repeat(1001) },
      { text: ["理由の説明は1000文字までで書いてください。"] },
    ],
  ])("誤りは欄に示し、打った物を残す（%o）", async (typed, errors) => {
    expect(await send(pause, typed)).toMatchObject({ status: 422, data: { typed, errors } });
  });

  it("中断すると記録へ移り、もう一度は中断できず、再開すると戻る", async () => {
    const typed = { reason: "awaitingPapers", text: "決算書" };
    expect(await send(pause, typed)).toMatchObject({
      status: 302,
      location: `/review/applications/${id}?done=paused`,
    });
    expect(await open(pausePage)).toMatchObject({
      status: 409,
      data: { obstacle: "この申請の審査は、すでに中断しています。" },
    });
    expect(await send(resume, {})).toMatchObject({
      location: `/review/applications/${id}?done=resumed`,
    });
    expect(await open(pausePage)).toMatchObject({ status: 200, data: { obstacle: null } });
  });

  it("先に誰かが進めていたら、打った文を見せたまま 409 で断る", async () => {
    const typed = { reason: "awaitingPapers", text: "決算書" };
    expect(await send(pause, typed, 1)).toMatchObject({ status: 409, data: { typed } });
  });
});

describe("受理日の訂正の画面", () => {
  it("いまの受理日と、訂正できる日の始まりを示す", async () => {
    expect(await open(correctPage)).toMatchObject({
      status: 200,
      data: { acceptedOn: "令和8年12月1日", filedOn: "令和8年12月1日" },
    });
  });

  it.each([
    [
      { acceptedOn: "令和8年11月30日", reason: "誤記" },
      { acceptedOn: ["受理日は、申請日より前の日にはできません。"] },
    ],
    [
      { acceptedOn: "2026-12-01", reason: "誤記" },
      { acceptedOn: ["いまと同じ受理日です。正しい受理日を入力してください。"] },
    ],
    [
      { acceptedOn: "2026-12-02", reason: "誤記" },
      { acceptedOn: ["受理日は、今日より後の日にはできません。"] },
    ],
    [
      { acceptedOn: "2026-13-01", reason: "" },
      {
        acceptedOn: ["受理日に、暦にない日が入力されています。"],
        reason: ["訂正する理由を書いてください。"],
      },
    ],
  ])("誤りは欄に示し、打った物を残す（%o）", async (typed, errors) => {
    expect(await send(correct, typed)).toMatchObject({ status: 422, data: { typed, errors } });
    expect((await rowOf(reviewer, id)).acceptedOn).toBe("2026-12-01");
  });
});

it("よその局の職員には、どの画面も無い", async () => {
  expect(await open(pausePage, cookies.elsewhere)).toMatchObject({ status: 404 });
  expect(await open(correctPage, cookies.elsewhere)).toMatchObject({ status: 404 });
});
