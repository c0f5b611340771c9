import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoApplicants, demoStaff } from "#app/adapters/identity/embedded/demo-accounts.ts";
import { FormBrowser } from "./form-browser.ts";
import { startEmbeddedPortal, startLogin, type EmbeddedPortal } from "./portal-with-embedded-providers.ts";

let portal: EmbeddedPortal;
beforeAll(async () => {
  portal = await startEmbeddedPortal();
});
afterAll(() => portal.close());

const newBrowser = () => new FormBrowser(portal.callback);

describe("模擬GビズIDでのログイン（JavaScript なし）", () => {
  it.each(demoApplicants.map((account) => [account.role, account.organisation, account] as const))(
    "%s %s は画面のボタンだけでログインできる",
    async (_role, _organisation, account) => {
      const { browser, attempt, page } = await startLogin(portal.applicant, newBrowser());
      expect(page.status).toBe(200);
      const back = await browser.submit(page, "/login", { account: account.loginId });
      expect(back.url.searchParams.get("state")).toBe(attempt.state);
      const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt });
      expect(identity).toMatchObject({
        ok: true,
        value: {
          issuer: `${portal.origin}/demo-idp/gbizid/oauth/`,
          subject: account.subject,
          claims: {
            kind: "applicant",
            companyKey: account.userInfo["corporate_number"],
            userName: account.displayName,
            email: account.loginId,
            raw: { ...account.userInfo, sub: account.subject },
          },
        },
      });
    },
  );

  it("メンバーは親プライムの sub を伴い、屋号の無い個人事業主は代表者名で呼ばれる", async () => {
    const claimsOf = async (loginId: string) => {
      const { browser, attempt, page } = await startLogin(portal.applicant, newBrowser());
      const back = await browser.submit(page, "/login", { account: loginId });
      const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt });
      return identity.ok ? identity.value.claims : null;
    };
    expect(await claimsOf("oda@aoba.example.jp")).toMatchObject({
      accountType: "member",
      parentSubject: "80412",
      companyName: "株式会社青葉精密製作所",
      representativeName: "髙橋 健一",
      userDepartment: "経理課",
    });
    expect(await claimsOf("minato@sakura.example.jp")).toMatchObject({
      accountType: "prime",
      corporationType: "soleProprietor",
      companyName: "湊 さくら",
      representativeBirthDate: "1985-03-03",
    });
    expect(await claimsOf("kobayashi@mokko.example.jp")).toMatchObject({
      accountType: "entry",
      representativeBirthDate: null,
    });
  });

  it("ログインIDとパスワードの入力でもログインでき、誤りは同じ画面で知らせて入力を残す", async () => {
    const { browser, attempt, page } = await startLogin(portal.applicant, newBrowser());
    const loginId = "yoshikawa@yoshikawa.example.jp";
    const refused = await browser.submit(page, "/login", { loginId, password: "ちがう" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("ログインIDまたはパスワードが違います。");
    expect(refused.html).toContain(`value="${loginId}"`);
    const back = await browser.submit(refused, "/login", { loginId, password: "demo-gbizid" });
    const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt });
    expect(identity).toMatchObject({ ok: true, value: { claims: { userName: "𠮷川 誠" } } });
  });

  it("入力しておくアカウントIDは login_hint で画面に入り、印として読まれない", async () => {
    const { page } = await startLogin(portal.applicant, newBrowser(), { loginHint: '"><b>x' });
    expect(page.html).toContain('value="&quot;&gt;&lt;b&gt;x"');
  });

  it("取りやめは accessDenied になる", async () => {
    const { browser, attempt, page } = await startLogin(portal.applicant, newBrowser());
    const back = await browser.submit(page, "/cancel");
    const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt });
    expect(identity).toMatchObject({ ok: false, error: { kind: "accessDenied" } });
  });

  it("ログインしたままでも画面を見せ、続けると認証時刻は前のままになる", async () => {
    const browser = newBrowser();
    const first = await startLogin(portal.applicant, browser);
    const firstBack = await browser.submit(first.page, "/login", { account: "takahashi@aoba.example.jp" });
    const before = await portal.applicant.complete({ callbackUrl: firstBack.url, attempt: first.attempt });
    const second = await startLogin(portal.applicant, browser);
    expect(second.page.html).toContain("ログイン中のアカウント");
    const secondBack = await browser.submit(second.page, "/continue");
    const after = await portal.applicant.complete({ callbackUrl: secondBack.url, attempt: second.attempt });
    expect(before.ok && after.ok && after.value.authenticatedAt).toBe(
      before.ok && before.value.authenticatedAt,
    );
    expect(after).toMatchObject({ ok: true, value: { subject: "80412" } });
  });

  it("「別のアカウントを使う」は前のログインを終え、別の人でログインできる", async () => {
    const browser = newBrowser();
    const first = await startLogin(portal.applicant, browser);
    await browser.submit(first.page, "/login", { account: "takahashi@aoba.example.jp" });
    const second = await startLogin(portal.applicant, browser);
    const cleared = await browser.submit(second.page, "/logout");
    expect(cleared.html).not.toContain("ログイン中のアカウント");
    const back = await browser.submit(cleared, "/login", { account: "nakamura@yamabuki.example.jp" });
    const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt: second.attempt });
    expect(identity).toMatchObject({ ok: true, value: { subject: "80758" } });
  });

  it("ログインしたまま別の人を選んでも、間に JavaScript の要る画面は挟まらない", async () => {
    const browser = newBrowser();
    const first = await startLogin(portal.applicant, browser);
    await browser.submit(first.page, "/login", { account: "takahashi@aoba.example.jp" });
    const second = await startLogin(portal.applicant, browser);
    const back = await browser.submit(second.page, "/login", { account: "sakiyama@seishin.example.jp" });
    const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt: second.attempt });
    expect(identity).toMatchObject({ ok: true, value: { subject: "80533" } });
  });

  it("申請直前の再認証（prompt=login）では続けるボタンが無く、ログインし直すと通る", async () => {
    const browser = newBrowser();
    const first = await startLogin(portal.applicant, browser);
    await browser.submit(first.page, "/login", { account: "takahashi@aoba.example.jp" });
    const again = await startLogin(portal.applicant, browser, { prompt: "login" });
    expect(again.attempt.reauthenticate).toBe(true);
    expect(again.page.html).not.toContain("このアカウントで続ける");
    const back = await browser.submit(again.page, "/login", { account: "takahashi@aoba.example.jp" });
    const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt: again.attempt });
    expect(identity).toMatchObject({ ok: true, value: { subject: "80412" } });
  });
});

describe("職員のログイン", () => {
  it.each(demoStaff.map((account) => [account.organisation, account.role, account] as const))(
    "%s %s は groups を伴ってログインできる",
    async (_organisation, _role, account) => {
      const { browser, attempt, page } = await startLogin(portal.staff, newBrowser());
      const back = await browser.submit(page, "/login", { account: account.loginId });
      const identity = await portal.staff.complete({ callbackUrl: back.url, attempt });
      expect(identity).toMatchObject({
        ok: true,
        value: {
          issuer: `${portal.origin}/demo-idp/staff/`,
          subject: account.subject,
          claims: { kind: "staff", name: account.displayName, groups: account.userInfo["groups"] },
        },
      });
    },
  );

  it("申請者の控えを職員の口に、職員の応答を申請者の口に出しても通らない", async () => {
    const { browser, attempt, page } = await startLogin(portal.staff, newBrowser());
    const back = await browser.submit(page, "/login", { account: "auditor" });
    const identity = await portal.applicant.complete({ callbackUrl: back.url, attempt });
    expect(identity).toMatchObject({ ok: false, error: { kind: "stateMismatch" } });
  });
});
