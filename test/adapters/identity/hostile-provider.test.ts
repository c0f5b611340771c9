import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { IdentityProvider } from "#app/adapters/identity/identity-port.ts";
import {
  createOpenIdIdentity,
  staffScopes,
  type OpenIdIdentityOptions,
} from "#app/adapters/identity/openid-identity.server.ts";
import {
  bloated,
  drip,
  halfBody,
  hangUp,
  htmlPage,
  honestUserInfo,
  json,
  redirectTo,
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
  timeoutMs: 10_000,
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

const hour = 3_600;

describe("嘘をつく Provider から本人を得られない", () => {
  it("嘘が無ければ本人が得られる（以下の試験の土台）", async () => {
    expect(await logIn()).toMatchObject({ ok: true, value: { issuer: provider.issuer, subject: "s1" } });
  });

  /** 嘘、失敗の種類、ログに残る段と理由。 */
  it.each<[string, Lies, string, string]>([
    ["別の nonce", { idToken: (claims) => ({ ...claims, nonce: "other" }) }, "tokenInvalid", "token claim"],
    [
      "nonce が無い",
      { idToken: ({ nonce: _nonce, ...claims }) => claims },
      "tokenInvalid",
      "token invalidResponse",
    ],
    [
      "別の相手あて（aud）",
      { idToken: (claims) => ({ ...claims, aud: "another" }) },
      "tokenInvalid",
      "token claim",
    ],
    [
      "相手が幾つもあり、使う権利者（azp）が別",
      { idToken: (claims) => ({ ...claims, aud: ["portal", "another"], azp: "another" }) },
      "tokenInvalid",
      "token claim",
    ],
    [
      "別の発行者（iss）",
      { idToken: (claims) => ({ ...claims, iss: "https://evil.example/" }) },
      "tokenInvalid",
      "token claim",
    ],
    [
      "期限切れ（exp）",
      { idToken: (claims) => ({ ...claims, exp: Number(claims.iat) - hour }) },
      "tokenInvalid",
      "token timestamp",
    ],
    [
      "まだ使えない（nbf）",
      { idToken: (claims) => ({ ...claims, nbf: Number(claims.iat) + hour }) },
      "tokenInvalid",
      "token timestamp",
    ],
    ["別の鍵の署名", { algorithm: "otherKey" }, "tokenInvalid", "token invalidResponse"],
    ["一覧に無い鍵の番号（kid）", { algorithm: "unknownKid" }, "tokenInvalid", "token signingKey"],
    ["署名なし（alg=none）", { algorithm: "none" }, "tokenInvalid", "token invalidResponse"],
    [
      "ID トークンが無い",
      { token: json(200, { access_token: "a", token_type: "Bearer" }) },
      "tokenInvalid",
      "token invalidResponse",
    ],
    [
      "トークンの形でない ID トークン",
      { token: json(200, { access_token: "a", token_type: "Bearer", id_token: "x.y" }) },
      "tokenInvalid",
      "token invalidResponse",
    ],
    ["鍵の一覧が空", { keys: json(200, { keys: [] }) }, "tokenInvalid", "token signingKey"],
    [
      "UserInfo の sub が違う",
      { userinfo: json(200, { ...honestUserInfo, sub: "s2" }) },
      "subjectMismatch",
      "userinfo sub",
    ],
    [
      "UserInfo に sub が無い",
      { userinfo: json(200, { name: "佐藤 亮" }) },
      "tokenInvalid",
      "userinfo invalidResponse",
    ],
    [
      "UserInfo が 401",
      { userinfo: json(401, { error: "invalid_token" }) },
      "userInfoRefused",
      "userinfo unexpectedStatus",
    ],
    [
      "UserInfo が WWW-Authenticate つきの 401",
      { userinfo: json(401, {}, { "www-authenticate": 'Bearer error="invalid_token"' }) },
      "userInfoRefused",
      "userinfo errorResponse",
    ],
    [
      "UserInfo が 403",
      { userinfo: json(403, { error: "insufficient_scope" }) },
      "userInfoRefused",
      "userinfo unexpectedStatus",
    ],
    [
      "UserInfo が別の場所へ移らせる",
      { userinfo: redirectTo("http://localhost:9/userinfo") },
      "configuration",
      "userinfo unexpectedStatus",
    ],
    ["UserInfo が HTML", { userinfo: htmlPage }, "providerDown", "userinfo unexpectedContentType"],
    ["UserInfo が大きすぎる", { userinfo: bloated(honestUserInfo, 1) }, "providerDown", "userinfo tooLarge"],
    [
      "UserInfo の氏名が空",
      { userinfo: json(200, { ...honestUserInfo, name: "" }) },
      "claimsIncomplete",
      "claims empty",
    ],
    [
      "UserInfo の groups の形が違う",
      { userinfo: json(200, { ...honestUserInfo, groups: 1 }) },
      "claimsInvalid",
      "claims shape",
    ],
    [
      "token が invalid_grant",
      { token: json(400, { error: "invalid_grant" }) },
      "codeExpired",
      "token errorResponse",
    ],
    [
      "token が unauthorized",
      { token: json(401, { error: "unauthorized" }) },
      "configuration",
      "token errorResponse",
    ],
    [
      "token が WWW-Authenticate つきの 401",
      { token: json(401, { error: "unauthorized" }, { "www-authenticate": 'Basic realm="op"' }) },
      "configuration",
      "token errorResponse",
    ],
    ["token が 404", { token: json(404, {}) }, "configuration", "token unexpectedStatus"],
    [
      "token が別の場所へ移らせる",
      { token: redirectTo("http://localhost:9/token") },
      "configuration",
      "token unexpectedStatus",
    ],
    ["token が 503", { token: json(503, {}) }, "providerDown", "token serverError"],
    ["token が 429", { token: json(429, {}) }, "providerDown", "token serverError"],
    ["token が HTML", { token: htmlPage }, "providerDown", "token unexpectedContentType"],
    ["token が切れる", { token: hangUp }, "providerDown", "token network"],
    ["token が答えない", { token: silence }, "providerDown", "token timeout"],
    ["token の本文が途中で止まる", { token: halfBody }, "providerDown", "token timeout"],
    ["token の本文がいつまでも続く", { token: drip }, "providerDown", "token timeout"],
    [
      "ID トークンが大きすぎる",
      { idToken: (claims) => ({ ...claims, padding: "x".repeat(300_000) }) },
      "providerDown",
      "token tooLarge",
    ],
    ["鍵の一覧が答えない", { keys: silence }, "providerDown", "token timeout"],
    ["鍵の一覧が切れる", { keys: hangUp }, "providerDown", "token network"],
    ["鍵の一覧が大きすぎる", { keys: bloated({ keys: [] }, 1) }, "providerDown", "token tooLarge"],
    [
      "鍵の一覧が別の場所へ移らせる",
      { keys: redirectTo("http://localhost:9/keys") },
      "configuration",
      "token unexpectedStatus",
    ],
    ["UserInfo が 500", { userinfo: json(500, {}) }, "providerDown", "userinfo serverError"],
    ["UserInfo が切れる", { userinfo: hangUp }, "providerDown", "userinfo network"],
    ["UserInfo が答えない", { userinfo: silence }, "providerDown", "userinfo timeout"],
  ])("%s", async (_title, lies, kind, logged) => {
    const timeoutMs = logged.endsWith("timeout") ? 700 : 10_000;
    const result = await logIn(lies, { identity: createOpenIdIdentity(optionsOf({ timeoutMs })) });
    if (result.ok) throw new Error("通ってしまいました");
    const { detail } = result.error;
    expect([result.error.kind, `${detail.stage} ${detail.reason}`]).toEqual([kind, logged]);
    expect(JSON.stringify(result)).not.toMatch(/eyJ|佐藤|abc|opaque/u);
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

describe("鍵の入替え", () => {
  afterEach(() => void vi.useRealTimers());

  it("鍵が新しい番号に替わっても、一覧を引き直して本人が得られる", async () => {
    const identity = createOpenIdIdentity(optionsOf());
    expect((await logIn({}, { identity })).ok).toBe(true);
    await provider.rotateKeys();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    expect((await logIn({}, { identity })).ok).toBe(true);
    expect(provider.requests.filter((path) => path === "/op/keys")).toHaveLength(2);
  });

  it("知らない番号を続けて名乗られても、一覧の引き直しは一分に一度まで", async () => {
    const identity = createOpenIdIdentity(optionsOf());
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await logIn({ algorithm: "unknownKid" }, { identity })).toMatchObject({ ok: false });
    expect(provider.requests.filter((path) => path === "/op/keys")).toHaveLength(1);
  });
});

describe("発行者の取り違え（mix-up）", () => {
  it("別の発行者を名乗る iss の付いた戻りは、コードを渡さずに断る", async () => {
    const query = { code: "abc", iss: "https://evil.example/" };
    expect(await logIn({}, { query })).toMatchObject({ ok: false, error: { kind: "tokenInvalid" } });
    expect(provider.requests).not.toContain("/op/token");
  });

  it("iss を必ず付けると名乗った発行者から、iss の無い戻りは断る", async () => {
    provider.lies = { metadata: { authorization_response_iss_parameter_supported: true } };
    const identity = createOpenIdIdentity(optionsOf());
    expect(await logIn(provider.lies, { identity })).toMatchObject({
      ok: false,
      error: { kind: "tokenInvalid" },
    });
    expect((await logIn(provider.lies, { identity, query: { code: "abc", iss: provider.issuer } })).ok).toBe(
      true,
    );
  });

  it("別の本物の発行者が自分の鍵で署名した ID トークンは断る", async () => {
    const another = await startHostileProvider();
    const theirs = await fetch(`${another.issuer}token`, { method: "POST" });
    const token = json(200, await theirs.json());
    await another.close();
    expect(await logIn({ token })).toMatchObject({ ok: false, error: { kind: "tokenInvalid" } });
  });

  it("申請者のログインの控えで、職員の発行者の戻りは確かめられない", async () => {
    const identity = createOpenIdIdentity(optionsOf());
    const begun = await identity.begin({ returnTo: "/" });
    if (!begun.ok) throw new Error("begin was refused");
    const attempt = { ...begun.value.attempt, issuerKind: "applicant" as const };
    const callbackUrl = callbackWith({ code: "abc", state: attempt.state });
    expect(await identity.complete({ callbackUrl, attempt })).toMatchObject({
      ok: false,
      error: { kind: "stateMismatch", detail: { reason: "issuerKind" } },
    });
    expect(provider.requests).not.toContain("/op/token");
  });
});

describe("discovery", () => {
  it.each<[string, Lies["discovery"], string]>([
    ["発行者の名乗りが違う", json(200, { issuer: "https://evil.example/" }), "configuration"],
    ["認可の口が書かれていない", json(200, {}), "configuration"],
    ["404", json(404, {}), "configuration"],
    ["500", json(500, {}), "providerDown"],
    ["答えない", silence, "providerDown"],
    ["切れる", hangUp, "providerDown"],
    ["HTML", htmlPage, "providerDown"],
    ["大きすぎる", bloated({}, 1), "providerDown"],
    ["別の場所へ移らせる", redirectTo("http://localhost:9/op/"), "configuration"],
  ])("%s", async (_title, discovery, kind) => {
    provider.lies = discovery === undefined ? {} : { discovery };
    const timeoutMs = discovery === silence ? 300 : 10_000;
    const identity = createOpenIdIdentity(optionsOf({ timeoutMs }));
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
