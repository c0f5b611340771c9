import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { IdentityProvider } from "#app/adapters/identity/identity-port.ts";
import {
  createOpenIdIdentity,
  staffScopes,
  type OpenIdIdentityOptions,
} from "#app/adapters/identity/openid-identity.server.ts";
import {
  halfBody,
  htmlPage,
  honestUserInfo,
  json,
  silence,
  startHostileProvider,
  type HostileProvider,
  type Lies,
} from "./hostile-provider.ts";
import { clock } from "./portal-with-embedded-providers.ts";

let provider: HostileProvider;
beforeAll(async () => {
  provider = await startHostileProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.lies = {};
  provider.requests.length = 0;
});

const optionsOf = (changes: Partial<OpenIdIdentityOptions> = {}): OpenIdIdentityOptions => ({
  kind: "staff",
  issuer: provider.issuer,
  clientId: "portal",
  clientSecret: "secret",
  redirectUri: "/auth/callback",
  scopes: staffScopes,
  publicOrigin: "https://portal.example.jp",
  timeoutMs: 300,
  allowInsecure: true,
  clock,
  ...changes,
});

const callbackWith = (query: Readonly<Record<string, string>>) =>
  new URL(`https://portal.example.jp/auth/callback?${new URLSearchParams(query).toString()}`);

async function logIn(
  lies: Lies = {},
  options: {
    readonly identity?: IdentityProvider;
    readonly prompt?: "login";
    readonly query?: Record<string, string>;
  } = {},
) {
  const identity = options.identity ?? createOpenIdIdentity(optionsOf());
  const begun = await identity.begin({
    returnTo: "/review",
    ...(options.prompt === undefined ? {} : { prompt: options.prompt }),
  });
  if (!begun.ok) throw new Error("begin was refused");
  const { attempt } = begun.value;
  provider.nonce = attempt.nonce;
  provider.lies = lies;
  const query = options.query ?? { code: "abc" };
  return identity.complete({ callbackUrl: callbackWith({ ...query, state: attempt.state }), attempt });
}

describe("嘘をつく Provider から本人を得られない", () => {
  it("嘘が無ければ本人が得られる（以下の試験の土台）", async () => {
    expect(await logIn()).toMatchObject({ ok: true, value: { issuer: provider.issuer, subject: "s1" } });
  });

  it.each<[string, Lies, string]>([
    ["別の nonce", { idToken: (claims) => ({ ...claims, nonce: "other" }) }, "tokenInvalid"],
    ["nonce が無い", { idToken: ({ nonce: _nonce, ...claims }) => claims }, "tokenInvalid"],
    ["別の相手あて（aud）", { idToken: (claims) => ({ ...claims, aud: "another" }) }, "tokenInvalid"],
    [
      "別の発行者（iss）",
      { idToken: (claims) => ({ ...claims, iss: "https://evil.example/" }) },
      "tokenInvalid",
    ],
    ["期限切れ（exp）", { idToken: (claims) => ({ ...claims, exp: 1_000_000_000 }) }, "tokenInvalid"],
    ["別の鍵の署名", { algorithm: "otherKey" }, "tokenInvalid"],
    ["署名なし（alg=none）", { algorithm: "none" }, "tokenInvalid"],
    ["ID トークンが無い", { token: json(200, { access_token: "a", token_type: "Bearer" }) }, "tokenInvalid"],
    ["鍵の一覧が空", { keys: json(200, { keys: [] }) }, "tokenInvalid"],
    ["UserInfo の sub が違う", { userinfo: json(200, { ...honestUserInfo, sub: "s2" }) }, "subjectMismatch"],
    ["UserInfo に sub が無い", { userinfo: json(200, { name: "佐藤 亮" }) }, "tokenInvalid"],
    ["UserInfo が 401", { userinfo: json(401, { error: "invalid_token" }) }, "userInfoRefused"],
    [
      "UserInfo が WWW-Authenticate つきの 401",
      { userinfo: json(401, {}, { "www-authenticate": 'Bearer error="invalid_token"' }) },
      "userInfoRefused",
    ],
    ["UserInfo が 403", { userinfo: json(403, { error: "insufficient_scope" }) }, "userInfoRefused"],
    ["UserInfo の氏名が空", { userinfo: json(200, { ...honestUserInfo, name: "" }) }, "claimsIncomplete"],
    [
      "UserInfo の groups の形が違う",
      { userinfo: json(200, { ...honestUserInfo, groups: 1 }) },
      "claimsInvalid",
    ],
    ["token が invalid_grant", { token: json(400, { error: "invalid_grant" }) }, "codeExpired"],
    ["token が unauthorized", { token: json(401, { error: "unauthorized" }) }, "configuration"],
    [
      "token が WWW-Authenticate つきの 401",
      { token: json(401, { error: "unauthorized" }, { "www-authenticate": 'Basic realm="op"' }) },
      "configuration",
    ],
    ["token が 404", { token: json(404, {}) }, "configuration"],
    ["token が 503", { token: json(503, {}) }, "providerDown"],
    ["token が 429", { token: json(429, {}) }, "providerDown"],
    ["token が JSON でない", { token: htmlPage }, "providerDown"],
    ["token が答えない", { token: silence }, "providerDown"],
    ["token の本文が途中で止まる", { token: halfBody }, "providerDown"],
    ["鍵の一覧が答えない", { keys: silence }, "providerDown"],
    ["UserInfo が 500", { userinfo: json(500, {}) }, "providerDown"],
    ["UserInfo が答えない", { userinfo: silence }, "providerDown"],
  ])("%s", async (_title, lies, kind) => {
    const started = performance.now();
    expect(await logIn(lies)).toMatchObject({ ok: false, error: { kind } });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it.each([
    ["access_denied", "accessDenied"],
    ["invalid_scope", "configuration"],
    ["unauthorized", "configuration"],
    ["temporarily_unavailable", "providerDown"],
    ["server_error", "providerDown"],
  ])("戻りの error=%s は %s", async (error, kind) => {
    const result = await logIn({}, { query: { error, error_description: "髙橋 健一" } });
    expect(result).toMatchObject({ ok: false, error: { kind, detail: { oauthError: error } } });
    expect(JSON.stringify(result)).not.toContain("髙橋");
  });

  it("戻りの error が語でなければ、ログに残す語に替える", async () => {
    const result = await logIn({}, { query: { error: "x\ny 個人名" } });
    expect(result).toMatchObject({ ok: false, error: { detail: { oauthError: "unrecognised" } } });
  });

  it("コードも error も無い応答は tokenInvalid", async () => {
    expect(await logIn({}, { query: {} })).toMatchObject({ ok: false, error: { kind: "tokenInvalid" } });
  });

  it.each([
    ["前の認証を使い回した", (now: number) => ({ auth_time: now - 600 })],
    ["認証時刻を言わない", () => ({ auth_time: undefined })],
  ])("再認証を求めたのに%s応答は tokenInvalid", async (_title, lie) => {
    const idToken: NonNullable<Lies["idToken"]> = (claims) => ({ ...claims, ...lie(Number(claims.iat)) });
    expect(await logIn({ idToken }, { prompt: "login" })).toMatchObject({
      ok: false,
      error: { kind: "tokenInvalid", detail: { reason: "authTime" } },
    });
    expect((await logIn({ idToken })).ok).toBe(true);
  });
});

describe("discovery", () => {
  it.each<[string, Lies["discovery"], string]>([
    ["発行者の名乗りが違う", json(200, { issuer: "https://evil.example/" }), "configuration"],
    ["認可の口が書かれていない", json(200, {}), "configuration"],
    ["404", json(404, {}), "configuration"],
    ["500", json(500, {}), "providerDown"],
    ["答えない", silence, "providerDown"],
  ])("%s", async (_title, discovery, kind) => {
    provider.lies = discovery === undefined ? {} : { discovery };
    const identity = createOpenIdIdentity(optionsOf());
    expect(await identity.begin({ returnTo: "/" })).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([
    ["無い", {}],
    ["URL でない", { authorization_endpoint: "::" }],
    ["文字列でない", { authorization_endpoint: 1 }],
    ["平文の外部にある", { authorization_endpoint: "ftp://evil.example/" }],
  ])("名乗りが正しくても、認可の口が%s discovery は configuration", async (_title, endpoint) => {
    provider.lies = { discovery: json(200, { issuer: provider.issuer, ...endpoint }) };
    const identity = createOpenIdIdentity(optionsOf());
    expect(await identity.begin({ returnTo: "/" })).toMatchObject({
      ok: false,
      error: { kind: "configuration" },
    });
  });

  it("末尾の斜線が違うだけの発行者も別人として断る", async () => {
    const identity = createOpenIdIdentity(optionsOf({ issuer: provider.issuer.slice(0, -1) }));
    expect(await identity.begin({ returnTo: "/" })).toMatchObject({
      ok: false,
      error: { kind: "configuration", detail: { reason: "issuerMismatch" } },
    });
  });

  it("誰も聞いていない発行者は providerDown", async () => {
    const identity = createOpenIdIdentity(optionsOf({ issuer: "http://localhost:9/op/" }));
    expect(await identity.begin({ returnTo: "/" })).toMatchObject({
      ok: false,
      error: { kind: "providerDown" },
    });
  });

  it("最初に使うときまで通信せず、同時に始めても一度、24 時間で引き直す", async () => {
    let now = Date.parse("2026-12-01T00:00:00Z");
    const identity = createOpenIdIdentity(optionsOf({ clock: { now: () => new Date(now).toISOString() } }));
    expect(provider.requests).toEqual([]);
    await Promise.all([identity.begin({ returnTo: "/" }), identity.begin({ returnTo: "/" })]);
    expect(provider.requests).toHaveLength(1);
    now += 24 * 60 * 60 * 1000 - 1;
    await identity.begin({ returnTo: "/" });
    expect(provider.requests).toHaveLength(1);
    now += 1;
    await identity.begin({ returnTo: "/" });
    expect(provider.requests).toHaveLength(2);
  });

  it("失敗した discovery は覚えず、直れば次のログインは始められる", async () => {
    const identity = createOpenIdIdentity(optionsOf());
    provider.lies = { discovery: json(500, {}) };
    expect((await identity.begin({ returnTo: "/" })).ok).toBe(false);
    provider.lies = {};
    expect((await identity.begin({ returnTo: "/" })).ok).toBe(true);
  });
});

describe("認可要求と設定", () => {
  it("code・PKCE S256・state・nonce・明示の scope を送り、秘密は URL に出さない", async () => {
    const identity = createOpenIdIdentity(optionsOf());
    const begun = await identity.begin({ returnTo: "/review", prompt: "login", loginHint: "a@example.jp" });
    if (!begun.ok) throw new Error("begin was refused");
    const { attempt, redirectTo } = begun.value;
    const query = Object.fromEntries(new URL(redirectTo).searchParams);
    expect(query).toEqual({
      response_type: "code",
      client_id: "portal",
      redirect_uri: "https://portal.example.jp/auth/callback",
      scope: "openid profile email groups",
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: "S256",
      prompt: "login",
      login_hint: "a@example.jp",
    });
    expect(redirectTo).not.toContain(attempt.codeVerifier);
  });

  it.each<[string, Partial<OpenIdIdentityOptions>, string]>([
    ["平文の外部の発行者", { issuer: "http://idp.example.jp/" }, "https"],
    ["許しの無い平文の発行者", { allowInsecure: false }, "https"],
    ["公開 URL の外の戻り先", { redirectUri: "https://evil.example/auth/callback" }, "publicOrigin"],
    ["openid の無い scope", { scopes: "profile" }, "openid"],
  ])("%sでは作らない", (_title, changes, message) => {
    expect(() => createOpenIdIdentity(optionsOf(changes))).toThrow(message);
  });
});
