/** ログインの道筋を、本物の口（socket）の向こうの発行者と通しで確かめる。うまくいかないときも、止まっているときも。 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import pino from "pino";
import { loader as callbackLoader } from "#app/routes/auth/callback.ts";
import { action as beginAction, loader as loginPage } from "#app/routes/auth/login-staff.tsx";
import { loader as rootLoader } from "#app/root.tsx";
import {
  hangUp,
  type HostileProvider,
  json,
  startHostileProvider,
} from "../adapters/identity/hostile-provider.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let provider: HostileProvider;
let portal: TestServices;
let logged = "";

beforeAll(async () => {
  provider = await startHostileProvider();
  portal = await portalFor(provider.issuer);
});
afterAll(async () => {
  await portal.close();
  await provider.close();
});
beforeEach(() => {
  provider.lies = {};
  logged = "";
});

const portalFor = (issuer: string) =>
  startTestServices({
    clock: { now: () => new Date().toISOString() },
    environment: { STAFF_ISSUER: issuer, STAFF_CLIENT_ID: "portal", STAFF_CLIENT_SECRET: "secret" },
  });
const contextOf = ({ loadContext }: TestServices) => ({
  ...loadContext,
  tools: { ...loadContext.tools, log: pino({}, { write: (line: string) => void (logged += line) }) },
});
const cookieIn = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .find((cookie) => cookie.startsWith(`${name}=`)) ?? "";

/** 発行者の画面の手前まで進む。 */
async function begin() {
  const answer = await load(beginAction, contextOf(portal), "/login/staff", {
    form: { returnTo: "/review" },
  });
  if (!(answer instanceof Response)) throw new Error("発行者へ移りませんでした");
  const wanted = new URL(answer.headers.get("Location") ?? "").searchParams;
  provider.nonce = wanted.get("nonce") ?? "";
  return { state: wanted.get("state") ?? "", login: cookieIn(answer, "login") };
}
async function comeBack(cookie: string, query: Readonly<Record<string, string>>) {
  const path = `/auth/callback?${new URLSearchParams(query).toString()}`;
  const answer = await load(callbackLoader, contextOf(portal), path, { headers: { Cookie: cookie } });
  if (!(answer instanceof Response)) throw new Error("移りませんでした");
  return { to: answer.headers.get("Location"), session: cookieIn(answer, "session") };
}

describe("発行者から戻る", () => {
  it("確かめられれば、ログインして元の画面へ戻る。記録に秘密は無い", async () => {
    const { state, login } = await begin();
    const back = await comeBack(login, { code: "one-time-code", state });
    expect(back.to).toBe("/review");
    expect(back.session).not.toBe("");
    expect(logged).toBe("");
  });

  it("同じ戻りをもう一度送っても、ログインできない", async () => {
    const { state, login } = await begin();
    await comeBack(login, { code: "one-time-code", state });
    expect(await comeBack(login, { code: "one-time-code", state })).toEqual({
      to: "/login?problem=again",
      session: "",
    });
  });

  it("別のログインの state とすり替えた戻りは、ログインにならない", async () => {
    const victim = await begin();
    const attacker = await begin();
    const back = await comeBack(victim.login, { code: "one-time-code", state: attacker.state });
    expect(back).toEqual({ to: "/login/staff?problem=again&returnTo=%2Freview", session: "" });
    expect(logged).toContain('"reason":"different"');
    expect(logged).not.toContain(attacker.state);
    expect(logged).not.toContain(victim.state);
  });

  it("断った理由は記録に残り、トークンもコードも残らない", async () => {
    provider.lies = { idToken: (claims) => ({ ...claims, aud: "another" }) };
    const { state, login } = await begin();
    const back = await comeBack(login, { code: "one-time-code", state });
    expect(back).toEqual({ to: "/login/staff?problem=failed&returnTo=%2Freview", session: "" });
    expect(logged).toContain('"fault":"tokenInvalid","detail":{"stage":"token","reason":"claim"}');
    expect(logged).not.toMatch(/eyJ|one-time-code|opaque/u);
  });
});

describe("発行者が止まっている", () => {
  it("ログインの画面がそう知らせ、始められず、ログイン済みの人はそのまま使える", async () => {
    const { state, login } = await begin();
    const { session } = await comeBack(login, { code: "one-time-code", state });
    const cold = await portalFor("http://localhost:9/op/");
    expect(await load(loginPage, contextOf(cold), "/login/staff")).toMatchObject({ problem: "down" });
    const refused = await load(beginAction, contextOf(cold), "/login/staff", { form: { returnTo: "" } });
    expect(refused).toMatchObject({ data: { problem: "down" }, init: { status: 503 } });
    expect(logged).toContain('"reason":"network"');
    await cold.close();

    provider.lies = { discovery: hangUp, token: hangUp, keys: hangUp, userinfo: hangUp };
    expect(
      await load(rootLoader, contextOf(portal), "/review", { headers: { Cookie: session } }),
    ).toMatchObject({
      account: { name: "佐藤 亮" },
    });
  });

  it("途中で止まった発行者も、次の画面から知らせる。問い合わせは 30 秒に一度まで", async () => {
    const own = await startHostileProvider();
    const watched = await portalFor(own.issuer);
    const look = () => load(loginPage, contextOf(watched), "/login/staff");
    expect(await look()).toMatchObject({ problem: null });
    for (let time = 0; time < 5; time += 1) await look();
    expect(own.requests).toHaveLength(1);
    own.lies = { discovery: json(503, {}) };
    await load(beginAction, contextOf(watched), "/login/staff", { form: { returnTo: "" } });
    expect(await look()).toMatchObject({ problem: "down" });
    expect(own.requests).toHaveLength(2);
    await watched.close();
    await own.close();
  });
});
