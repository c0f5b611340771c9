import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoApplicants } from "#app/adapters/identity/embedded/demo-accounts.ts";
import { createEmbeddedProvider } from "#app/adapters/identity/embedded/embedded-provider.server.ts";
import { createOpenIdIdentity } from "#app/adapters/identity/openid-identity.server.ts";
import { FormBrowser } from "./form-browser.ts";
import {
  clock,
  startEmbeddedPortal,
  startLogin,
  type EmbeddedPortal,
} from "./portal-with-embedded-providers.ts";

let portal: EmbeddedPortal;
beforeAll(async () => {
  portal = await startEmbeddedPortal();
});
afterAll(() => portal.close());

const newBrowser = () => new FormBrowser(portal.callback);

describe("模擬GビズIDが標準と異なるところ", () => {
  it("クライアント認証の失敗は unauthorized と答え、こちらの設定の誤りとして分ける", async () => {
    const wrong = createOpenIdIdentity({ ...portal.applicantOptions, clientSecret: "another-secret" });
    const { browser, attempt, page } = await startLogin(wrong, newBrowser());
    const back = await browser.submit(page, "/login", { account: "takahashi@aoba.example.jp" });
    expect(await wrong.complete({ callbackUrl: back.url, attempt })).toEqual({
      ok: false,
      error: {
        kind: "configuration",
        detail: { stage: "token", reason: "errorResponse", oauthError: "unauthorized", httpStatus: 401 },
      },
    });
  });

  it("知らない scope は invalid_scope で断る", async () => {
    const scopes = "openid profile jp_gbizid_v1_ida";
    const greedy = createOpenIdIdentity({ ...portal.applicantOptions, scopes });
    const { attempt, page } = await startLogin(greedy, newBrowser());
    expect(await greedy.complete({ callbackUrl: page.url, attempt })).toMatchObject({
      ok: false,
      error: { kind: "configuration", detail: { oauthError: "invalid_scope" } },
    });
  });

  it("ID トークンには個人の属性が無く auth_time があり、UserInfo を見なければ氏名は分からない", async () => {
    const { browser, attempt, page } = await startLogin(portal.applicant, newBrowser());
    const back = await browser.submit(page, "/login", { account: "takahashi@aoba.example.jp" });
    const { clientId, clientSecret } = portal.applicantOptions;
    const basic = [clientId, clientSecret].map((part) => encodeURIComponent(part)).join(":");
    const response = await fetch(`${portal.origin}/demo-idp/gbizid/oauth/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(basic)}` },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: back.url.searchParams.get("code") ?? "",
        redirect_uri: portal.callback,
        code_verifier: attempt.codeVerifier,
      }),
    });
    const tokens = (await response.json()) as { id_token: string; expires_in: number };
    const [, payload = ""] = tokens.id_token.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
    expect(Object.keys(claims).toSorted()).toEqual(
      ["at_hash", "aud", "auth_time", "exp", "iat", "iss", "nonce", "sub"].filter((name) => name in claims),
    );
    expect(claims["auth_time"]).toBeTypeOf("number");
    expect(tokens.expires_in).toBe(3600);
  });
});

describe("模擬 Provider の画面と置き場所", () => {
  it("本物でないと書かれ、日本語で、スクリプトも外の資源も無く、自分の CSP を持つ", async () => {
    const { page } = await startLogin(portal.applicant, newBrowser());
    expect(page.html).toContain("デモ用の模擬GビズID（本物ではありません）");
    expect(page.html).toContain('<html lang="ja">');
    expect(page.html).not.toMatch(/<script|style=|https?:|javascript:/);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const stylesheet = /href="([^"]+login\.css)"/.exec(page.html)?.[1] ?? "";
    const css = await fetch(new URL(stylesheet, page.url));
    expect(css.headers.get("content-type")).toContain("text/css");
    expect(await css.text()).not.toMatch(/@import|url\(/);
  });

  it("クッキーは HttpOnly・SameSite=Lax で、その Provider の道筋に限られる", async () => {
    const { browser, page } = await startLogin(portal.staff, newBrowser());
    await browser.submit(page, "/login", { account: "auditor" });
    expect(browser.cookies.length).toBeGreaterThan(0);
    for (const cookie of browser.cookies) {
      expect(cookie.path).toMatch(/^\/demo-idp\/staff/);
      expect(cookie.attributes.toLowerCase()).toContain("httponly");
      expect(cookie.attributes.toLowerCase()).toContain("samesite=lax");
    }
  });

  it("クッキーの無い送信や古い画面は、日本語の案内で断る", async () => {
    const { page } = await startLogin(portal.applicant, newBrowser());
    const stranger = await newBrowser().submit(page, "/login", { account: "takahashi@aoba.example.jp" });
    expect(stranger.status).toBe(400);
    expect(stranger.html).toContain("ログインを続けられません");
  });

  it("登録されていない戻り先は、戻さずに案内で断る", async () => {
    const url = new URL(`${portal.origin}/demo-idp/gbizid/oauth/authorize`);
    url.search = new URLSearchParams({
      client_id: portal.applicantOptions.clientId,
      response_type: "code",
      scope: "openid",
      redirect_uri: "https://evil.example/callback",
    }).toString();
    const page = await newBrowser().open(url);
    expect(page.status).toBe(400);
    expect(page.html).toContain("ログインを続けられません");
  });

  it("二つのログイン画面を同時に開いても、それぞれ終えられる", async () => {
    const browser = newBrowser();
    const first = await startLogin(portal.applicant, browser);
    const second = await startLogin(portal.applicant, browser);
    for (const { page, attempt } of [first, second]) {
      const back = await browser.submit(page, "/login", { account: "takahashi@aoba.example.jp" });
      expect((await portal.applicant.complete({ callbackUrl: back.url, attempt })).ok).toBe(true);
    }
  });

  it("道筋の外の要求はポータルへ渡る", async () => {
    const page = await newBrowser().open(`${portal.origin}/elsewhere`);
    expect(page.html).toBe("ポータルの画面");
  });

  it("発行者に道筋か末尾の斜線が無ければ作らない", async () => {
    const rest = {
      allowed: true,
      kind: "gbizid",
      clientId: "a",
      clientSecret: "b",
      redirectUris: [portal.callback],
      accounts: demoApplicants,
      clock,
    } as const;
    for (const issuer of ["http://localhost:3000/", "http://localhost:3000/demo-idp/gbizid"]) {
      await expect(createEmbeddedProvider({ ...rest, issuer })).rejects.toThrow("trailing slash");
    }
  });
});
