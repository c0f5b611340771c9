/** 取り返しのつかない操作の前の、最近の認証。送った物は失われず、ログインし直した同じ人だけが続けられる。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS } from "#app/domain/access/actions.ts";
import { asksFreshLogin } from "#app/domain/access/step-up.ts";
import { action as bulkAction } from "#app/routes/reviewer/bulk.tsx";
import { action as certifyAction } from "#app/routes/reviewer/certify.tsx";
import { action as revokeAction, loader as revokePage } from "#app/routes/reviewer/revoke.tsx";
import { action as submitAction } from "#app/routes/applicant/submit.tsx";
import { loader as againPage } from "#app/routes/auth/again.tsx";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

const tohoku = "office:meti-tohoku:officeManager";
const reason = "虚偽の記載があったため\n（二行目）";

let clock: TestClock;
let portal: TestServices;
let certified: Certified;

beforeAll(async () => {
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  certified = await certifiedPlan(portal);
}, 60_000);
afterAll(() => portal.close());

const place = () => `/review/applications/${certified.applicationId}/revoke`;
const revoke = (cookie: string, form: Readonly<Record<string, string>> = { version: "5", reason }) =>
  load(revokeAction, portal.loadContext, place(), {
    params: { id: certified.applicationId },
    headers: { Cookie: cookie },
    form,
  });
/** 使い続けたまま、時間だけが過ぎる。 */
async function keepUsing(cookie: string, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 10) {
    clock.advance({ minutes: Math.min(10, minutes - passed) });
    await load(revokePage, portal.loadContext, place(), {
      params: { id: certified.applicationId },
      headers: { Cookie: cookie },
    });
  }
}
function movedTo(answer: unknown): { readonly path: string; readonly kept: string } {
  if (!(answer instanceof Response)) throw new Error("移動しませんでした");
  return {
    path: answer.headers.get("Location") ?? "",
    kept: (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "",
  };
}
const again = (path: string, ...cookies: readonly string[]) =>
  load(againPage, portal.loadContext, path, { headers: { Cookie: cookies.join("; ") } });

it("最近の認証を求めるのは、申請・取下げの届出・認定・不認定・確認・訂正・取消しだけ", () => {
  expect(ACTIONS.filter(asksFreshLogin)).toEqual([
    "plan.file",
    "plan.surrender",
    "plan.decideSurrender",
    "review.certify",
    "review.decline",
    "confirmation.file",
    "confirmation.confirm",
    "confirmation.decline",
    "certificate.correct",
    "certificate.revoke",
  ]);
});

describe("認証から 30 分", () => {
  it("ちょうど 30 分までは、そのまま取り消せる", async () => {
    const cookie = await staffCookie(portal, tohoku);
    await keepUsing(cookie, 30);
    const answer = await revoke(cookie);
    expect(movedTo(answer).path).not.toContain("/login");
  });

  it("過ぎていれば、取り消さずにログインし直す画面へ移り、理由は打ったまま残る", async () => {
    const cookie = await staffCookie(portal, tohoku);
    await keepUsing(cookie, 31);
    const { path, kept } = movedTo(await revoke(cookie));
    expect(path).toMatch(/^\/login\/again\?kept=/u);
    expect(await again(path, cookie, kept)).toMatchObject({ state: "login", kind: "staff" });

    const fresh = await staffCookie(portal, tohoku);
    const page = await again(path, fresh, kept);
    expect(page).toMatchObject({
      state: "continue",
      kept: {
        path: place(),
        fields: [
          ["version", "5"],
          ["reason", reason],
        ],
      },
    });
    expect(await again(path, cookie, kept)).toMatchObject({ state: "login" });
  });

  it("ログインが切れた後の送信も残り、同じ人が続けられる", async () => {
    const cookie = await staffCookie(portal, tohoku);
    clock.advance({ minutes: 31 });
    const { path, kept } = movedTo(await revoke(cookie));
    expect(path).toMatch(/^\/login\/again\?kept=/u);
    expect(await again(path, cookie, kept)).toMatchObject({ state: "login", kept: { fields: [] } });
    expect(await again(path, await staffCookie(portal, tohoku), kept)).toMatchObject({
      state: "continue",
      kept: {
        fields: [
          ["version", "5"],
          ["reason", reason],
        ],
      },
    });
  });

  it.each([
    ["別の人", async () => staffCookie(portal, "office:meti-tohoku:reviewer"), true],
    ["申請者", async () => applicantCookie(portal), true],
    ["預けたのと別のブラウザ", async () => staffCookie(portal, tohoku), false],
  ])("%sには、預かった内容を見せない", async (_who, enter, sameBrowser) => {
    const cookie = await staffCookie(portal, tohoku);
    await keepUsing(cookie, 31);
    const { path, kept } = movedTo(await revoke(cookie));
    const page = await again(path, await enter(), ...(sameBrowser ? [kept] : []));
    expect(page).toMatchObject({ state: sameBrowser ? "another" : "nothing" });
    expect(JSON.stringify(page)).not.toContain("虚偽");
  });

  it("預かるのは一時間まで", async () => {
    const cookie = await staffCookie(portal, tohoku);
    await keepUsing(cookie, 31);
    const { path, kept } = movedTo(await revoke(cookie));
    clock.advance({ minutes: 61 });
    expect(await again(path, await staffCookie(portal, tohoku), kept)).toMatchObject({ state: "nothing" });
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      "認定",
      async () => {
        const cookie = await staffCookie(portal, tohoku);
        await keepUsing(cookie, 31);
        return load(certifyAction, portal.loadContext, "/review/applications/x/certify", {
          params: { id: "x" },
          headers: { Cookie: cookie },
          form: { version: "1" },
        });
      },
    ],
    [
      "まとめて認定",
      async () => {
        const cookie = await staffCookie(portal, tohoku);
        await keepUsing(cookie, 31);
        return load(bulkAction, portal.loadContext, "/review/bulk?do=certify", {
          headers: { Cookie: cookie },
          form: { do: "certify", pick: "x:1", key: "k" },
        });
      },
    ],
    [
      "申請",
      async () => {
        const cookie = await applicantCookie(portal);
        clock.advance({ minutes: 31 });
        const { companyKey } = certified;
        return load(submitAction, portal.loadContext, `/c/${companyKey}/applications/x/submit`, {
          params: { company: companyKey, id: "x" },
          headers: { Cookie: cookie },
          form: { declaration: "yes", version: "1" },
        });
      },
    ],
  ])("%sにも求める", async (_name, send) => {
    expect(movedTo(await send()).path).toMatch(/^\/login\/again\?kept=/u);
  });

  it("まとめての受理には求めない", async () => {
    const cookie = await staffCookie(portal, tohoku);
    await keepUsing(cookie, 31);
    const answer = await load(bulkAction, portal.loadContext, "/review/bulk?do=accept", {
      headers: { Cookie: cookie },
      form: { do: "accept", pick: "x:1", key: "k" },
    });
    expect(answer).not.toBeInstanceOf(Response);
  });
});
