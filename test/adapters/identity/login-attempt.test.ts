import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FormBrowser } from "./form-browser.ts";
import { startEmbeddedPortal, startLogin, type EmbeddedPortal } from "./portal-with-embedded-providers.ts";

let portal: EmbeddedPortal;
beforeAll(async () => {
  portal = await startEmbeddedPortal();
});
afterAll(() => portal.close());

const newBrowser = () => new FormBrowser(portal.callback);

describe("一度きりの値の検証", () => {
  const loggedIn = async () => {
    const { browser, attempt, page } = await startLogin(portal.applicant, newBrowser());
    const back = await browser.submit(page, "/login", { account: "takahashi@aoba.example.jp" });
    return { attempt, callbackUrl: back.url };
  };

  it("state が違う、無い、二つある応答は stateMismatch", async () => {
    const { attempt, callbackUrl } = await loggedIn();
    const changed = (edit: (query: URLSearchParams) => void) => {
      const url = new URL(callbackUrl);
      edit(url.searchParams);
      return url;
    };
    const urls = [
      changed((query) => query.set("state", "x")),
      changed((query) => query.delete("state")),
      changed((query) => query.append("state", attempt.state)),
    ];
    for (const url of urls) {
      const result = await portal.applicant.complete({ callbackUrl: url, attempt });
      expect(result).toMatchObject({ ok: false, error: { kind: "stateMismatch" } });
    }
  });

  it("始めてから 10 分を過ぎた控えは使えない", async () => {
    const { attempt, callbackUrl } = await loggedIn();
    const startedAt = new Date(Date.parse(attempt.startedAt) - 601_000).toISOString();
    const result = await portal.applicant.complete({ callbackUrl, attempt: { ...attempt, startedAt } });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "stateMismatch", detail: { reason: "expired" } },
    });
  });

  it("使い終えた認可コードの再送は codeExpired", async () => {
    const login = await loggedIn();
    expect((await portal.applicant.complete(login)).ok).toBe(true);
    expect(await portal.applicant.complete(login)).toMatchObject({
      ok: false,
      error: { kind: "codeExpired" },
    });
  });

  it("nonce が別のログインのものなら tokenInvalid", async () => {
    const { attempt, callbackUrl } = await loggedIn();
    const other = await loggedIn();
    const result = await portal.applicant.complete({
      callbackUrl,
      attempt: { ...attempt, nonce: other.attempt.nonce },
    });
    expect(result).toMatchObject({ ok: false, error: { kind: "tokenInvalid" } });
  });

  it("PKCE の検証語が別のログインのものなら codeExpired で、本人は得られない", async () => {
    const { attempt, callbackUrl } = await loggedIn();
    const other = await loggedIn();
    const result = await portal.applicant.complete({
      callbackUrl,
      attempt: { ...attempt, codeVerifier: other.attempt.codeVerifier },
    });
    expect(result).toMatchObject({ ok: false, error: { kind: "codeExpired" } });
  });

  it("別の発行者を名乗る iss が付いた応答は tokenInvalid", async () => {
    const { attempt, callbackUrl } = await loggedIn();
    callbackUrl.searchParams.set("iss", `${portal.origin}/demo-idp/staff/`);
    const result = await portal.applicant.complete({ callbackUrl, attempt });
    expect(result).toMatchObject({ ok: false, error: { kind: "tokenInvalid" } });
  });

  it("受けた URL の host が中継で変わっていても、設定の公開 URL で確かめて通る", async () => {
    const { attempt, callbackUrl } = await loggedIn();
    const relayed = new URL(`http://internal.example:8080/other${callbackUrl.search}`);
    expect((await portal.applicant.complete({ callbackUrl: relayed, attempt })).ok).toBe(true);
  });

  it("同じ控えから始まる二つのログインは、state・nonce・検証語がすべて違う", async () => {
    const [first, second] = await Promise.all([loggedIn(), loggedIn()]);
    for (const key of ["state", "nonce", "codeVerifier"] as const) {
      expect(first.attempt[key]).not.toBe(second.attempt[key]);
    }
    expect(JSON.parse(JSON.stringify(first.attempt))).toEqual(first.attempt);
  });
});
