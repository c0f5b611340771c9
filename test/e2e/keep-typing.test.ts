/** 打った文字を失わない: 打つ間の保存、端末の控え、同時に書く人、ログインの期限。 */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { launchBrowser } from "./support/browser.ts";
import { type RunningPortal, startTestPortal } from "./support/portal.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { logIn } from "#test/support/people.ts";
import { start } from "#test/support/procedure.ts";
import { logInAs, passLogIn, type Person, people } from "./support/steps/log-in.ts";
import { newVisitor, scriptsReady, type Visitor, type VisitorOptions } from "./support/visitor.ts";

let browser: Browser;
let portal: RunningPortal;
/** 来た人の全部。試験ごとに帰る。 */
let visitors: Visitor[] = [];

beforeAll(async () => {
  [browser, portal] = await Promise.all([launchBrowser(), startTestPortal()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.context.close();
  visitors = [];
});

async function arrive(person: Person, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await newVisitor(browser, portal.origin, options);
  visitors.push(visitor);
  await logInAs(visitor, person);
  return visitor;
}

/** 青葉精密製作所の新しい下書き。試験ごとに別の申請を使う。 */
async function newDraft(): Promise<string> {
  const { services } = portal;
  const context = await logIn(
    { services, context: (actor) => contextFor(services, actor, "e2e") },
    people.aoba,
  );
  const { companyKey, applicationId } = await start(context);
  return `/c/${companyKey}/applications/${applicationId}`;
}

/** 画面がそうなるまで待つ。 */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

const SAVED = /\d+時\d\d分に保存しました/u;
const status = (page: Page): Locator => page.locator("form output[data-phase]");
const saved = (page: Page): Promise<void> => eventually(() => status(page).innerText()).toMatch(SAVED);
const business = (page: Page): Locator => page.locator("#business");
const banner = (page: Page, title: RegExp | string): Locator =>
  page.locator("main section").filter({ has: page.getByRole("heading", { name: title }) });
const clean = async (page: Page): Promise<void> => expect(await axeViolations(page, page)).toEqual([]);
/** 端末に残った控えの数。 */
const kept = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("portal-journal/")).length);
const anotherWindow = (visitor: Visitor, path: string): Promise<Page> =>
  visitor.context.newPage().then(async (page) => {
    await page.goto(`${portal.origin}${path}`);
    await scriptsReady(page);
    return page;
  });

describe("一人で打つ", () => {
  let visitor: Visitor;
  let page: Page;
  let application: string;
  let section: string;
  beforeEach(async () => {
    visitor = await arrive("aoba");
    page = visitor.page;
    application = await newDraft();
    section = `${application}/sections/present-state`;
    await visitor.open(section);
  });

  it("打ち終えると保存され、焦点もカーソルも動かず、開き直しても残っている", async () => {
    await business(page).pressSequentially("精密部品の加工");
    await saved(page);
    expect(await business(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await business(page).pressSequentially("と組立て");
    await saved(page);
    await eventually(() => kept(page)).toBe(0);
    await clean(page);
    await visitor.openAgain();
    expect(await business(page).inputValue()).toBe("精密部品の加工と組立て");
  });

  it("変換の途中では送らず、確定してから保存する", async () => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/draft")) sent.push(request.url());
    });
    const client = await visitor.context.newCDPSession(page);
    await business(page).focus();
    await client.send("Input.imeSetComposition", { text: "せいみつ", selectionStart: 4, selectionEnd: 4 });
    await page.waitForTimeout(1_500);
    expect(sent).toEqual([]);
    expect(await kept(page)).toBe(1);
    await client.send("Input.insertText", { text: "精密" });
    await saved(page);
    expect(await business(page).inputValue()).toBe("精密");
  });

  it("打つ途中でログインが切れても、ログインし直すと続きから打てる", async () => {
    await business(page).pressSequentially("切れる前、");
    await saved(page);
    await visitor.context.clearCookies();
    await business(page).pressSequentially("切れた後");
    await eventually(() => banner(page, /ログインの期限が切れました/u).count()).toBe(1);
    await clean(page);
    await visitor.follow("ログインして、この画面に戻る");
    await passLogIn(visitor, "aoba");
    expect(visitor.path).toBe(section);
    await eventually(() => banner(page, "前回の入力を戻しました").count()).toBe(1);
    expect(await business(page).inputValue()).toBe("切れる前、切れた後");
    await eventually(() => kept(page)).toBe(0);
    await visitor.openAgain();
    expect(await business(page).inputValue()).toBe("切れる前、切れた後");
  });

  it("通信が切れている間の入力は端末に残り、戻ると保存される", async () => {
    await visitor.context.setOffline(true);
    await business(page).pressSequentially("山の中で打つ");
    await eventually(() => status(page).innerText()).toContain(
      "オフラインです。入力はこの端末に残っています",
    );
    expect(await kept(page)).toBe(1);
    await page.getByRole("button", { name: "保存して一覧に戻る" }).click();
    await page.waitForTimeout(500);
    expect(visitor.path, "届かない間は画面に留まる").toBe(section);
    await visitor.context.setOffline(false);
    await saved(page);
    expect(await kept(page)).toBe(0);
  });

  it("画面を閉じても、次に開くと戻る", async () => {
    await visitor.context.setOffline(true);
    await business(page).pressSequentially("閉じる直前の文字");
    await page.close();
    await visitor.context.setOffline(false);
    const next = await anotherWindow(visitor, section);
    // 閉じる間際の送信が届いていれば控えは要らず、届いていなければ控えから戻る。どちらでも文字は残る。
    await eventually(() => business(next).inputValue()).toBe("閉じる直前の文字");
    await eventually(() => kept(next)).toBe(0);
    await next.reload();
    expect(await business(next).inputValue()).toBe("閉じる直前の文字");
  });

  it("控えは打った人のもので、同じ端末のほかの人には戻らない", async () => {
    await page.route("**/draft", (route) => route.abort());
    await business(page).pressSequentially("髙橋の打ちかけ");
    await eventually(() => kept(page)).toBe(1);
    await visitor.context.clearCookies();
    await page.close();
    portal.clock.advance({ minutes: 1 });
    const next = await visitor.context.newPage();
    await next.goto(`${portal.origin}/login?returnTo=${encodeURIComponent(section)}`);
    await next.getByRole("button", { name: "GビズIDでログイン" }).click();
    await next.getByRole("button", { name: "小田 航としてログイン" }).click();
    await next.waitForURL(`${portal.origin}${section}`);
    await next.waitForTimeout(1_000);
    expect(await business(next).inputValue()).toBe("");
    expect(await kept(next)).toBe(1);
  });

  it("保存の答えが失われても、送り直して版は一つしか増えない", async () => {
    let lost = 0;
    await page.route("**/draft", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await business(page).pressSequentially("一度だけ");
    await saved(page);
    expect(lost).toBe(1);
    await visitor.openAgain();
    expect(await page.locator("input[name=version]").inputValue()).toBe("1");
    expect(await business(page).inputValue()).toBe("一度だけ");
  });

  it("二つの画面で別の欄を打つと両方残り、別の画面で開いていることが知らされる", async () => {
    const second = await anotherWindow(visitor, section);
    await eventually(() => banner(second, /別の画面（タブ）でも開かれています/u).count()).toBe(1);
    await business(page).pressSequentially("一つ目の画面");
    await saved(page);
    const other = second.locator("form textarea").nth(1);
    await other.pressSequentially("二つ目の画面");
    await saved(second);
    expect(await business(second).inputValue(), "保存の答えで、もう一つの画面の入力も見える").toBe(
      "一つ目の画面",
    );
    await visitor.openAgain();
    expect(await business(page).inputValue()).toBe("一つ目の画面");
    expect(await page.locator("form textarea").nth(1).inputValue()).toBe("二つ目の画面");
  });

  it("ボタンは保存が済んでから動き、打った直後に押しても失われない", async () => {
    await business(page).pressSequentially("すぐ押す");
    await visitor.press("保存して一覧に戻る");
    expect(await visitor.text()).toContain("「現状認識」を保存しました");
    await visitor.open(section);
    expect(await business(page).inputValue()).toBe("すぐ押す");
    expect(await kept(page)).toBe(0);
  });

  it("ログインの期限は切れる前に知らされ、続けると延びる", async () => {
    await page.clock.install();
    await visitor.openAgain();
    portal.clock.advance({ minutes: 26 });
    await page.clock.fastForward(26 * 60_000);
    const ending = banner(page, /あと約\d分で、ログインの期限が切れます/u);
    await eventually(() => ending.count()).toBe(1);
    await clean(page);
    await ending.getByRole("button", { name: "続ける" }).click();
    await eventually(() => ending.count()).toBe(0);
    portal.clock.advance({ minutes: 20 });
    await visitor.open(section);
    expect(visitor.path).toBe(section);
  });

  it("打つ途中でポータルが入れ替わっても、続けて打てて保存される", async () => {
    await business(page).pressSequentially("入替えの前、");
    await saved(page);
    await portal.restart(async () => {
      await business(page).pressSequentially("止まっている間");
      await eventually(() => status(page).innerText()).toContain("もう一度試します");
    });
    await saved(page);
    await visitor.openAgain();
    expect(await business(page).inputValue()).toBe("入替えの前、止まっている間");
  });

  it("申請は、端末に残った入力が保存されるまで待つ", async () => {
    await page.route("**/draft", (route) => route.abort());
    await business(page).pressSequentially("申請の前の打ちかけ");
    await eventually(() => kept(page)).toBe(1);
    await page.goto(`${portal.origin}${application}/check`);
    await eventually(() => banner(page, /まだ保存できていない入力/u).count()).toBe(1);
    await clean(page);
    await page.unroute("**/draft");
    await page.goto(`${portal.origin}${application}/check`);
    await eventually(() => banner(page, "端末に残っていた入力を保存しました").count()).toBe(1);
    expect(await page.locator("main").innerText()).toContain("申請の前の打ちかけ");
    expect(await kept(page)).toBe(0);
  });

  it("保存できていない入力があるときのログアウトは、確かめてから控えを消す", async () => {
    await page.route("**/draft", (route) => route.abort());
    await business(page).pressSequentially("消えては困る");
    const asked: string[] = [];
    let answer = false;
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void (answer ? dialog.accept() : dialog.dismiss());
    });
    const logOut = page.getByRole("button", { name: "ログアウト" });
    await logOut.click();
    await eventually(() => asked.length).toBe(1);
    expect(asked[0]).toContain("保存できていない入力");
    expect(await kept(page)).toBe(1);
    answer = true;
    await logOut.click();
    await page.waitForURL(`${portal.origin}/`);
    expect(await kept(page)).toBe(0);
  });
});

describe("二人で書く", () => {
  let takahashi: Visitor;
  let oda: Visitor;
  let section: string;
  beforeEach(async () => {
    takahashi = await arrive("aoba");
    oda = await arrive("aobaMember");
    section = `${await newDraft()}/sections/present-state`;
  });

  it("先に開いた人の名前が示され、読むだけの画面がひとりでに新しくなり、引き継げる", async () => {
    await takahashi.open(section);
    await oda.open(section);
    const editing = banner(oda.page, "髙橋 健一さんが編集中です");
    await eventually(() => oda.page.locator("form textarea").count()).toBe(0);
    expect(await editing.count()).toBe(1);
    await clean(oda.page);
    await business(takahashi.page).pressSequentially("髙橋が打つ");
    await saved(takahashi.page);
    await eventually(() => oda.text()).toContain("髙橋が打つ");
    expect(await oda.text()).toMatch(/\d+時\d\d分に髙橋 健一さんが保存した内容です/u);

    await oda.moving(() => editing.getByRole("button", { name: "編集を引き継ぐ" }).click());
    await business(oda.page).press("End");
    await business(oda.page).pressSequentially("。小田が続ける");
    await saved(oda.page);
    await eventually(() => banner(takahashi.page, "小田 航さんが編集中です").count()).toBe(1);
    expect(await business(takahashi.page).inputValue(), "打っていた画面は取り上げない").toBe("髙橋が打つ");
  });

  it("同じ欄が重なると、三つの値から選ぶ画面になり、選んだ値で保存される", async () => {
    await takahashi.open(section);
    await business(takahashi.page).pressSequentially("初めの文");
    await saved(takahashi.page);
    const late = await anotherWindow(takahashi, section);
    await takahashi.page.close();
    await oda.open(section);
    await oda.moving(() => oda.page.getByRole("button", { name: "編集を引き継ぐ" }).click());
    await business(oda.page).fill("小田の文");
    await saved(oda.page);
    await business(late).fill("髙橋の文");
    await eventually(() => banner(late, "小田 航さんが同じ欄を先に保存しました").count()).toBe(1);
    await clean(late);
    await late.getByRole("button", { name: "違いを確かめる" }).click();
    await eventually(() => late.getByRole("radio").count()).toBe(2);
    const shown = await late.locator("main").innerText();
    for (const words of ["初めの文", "髙橋の文", "小田の文", "自分の入力", "保存されている値（小田 航さん）"])
      expect(shown).toContain(words);
    await clean(late);
    await late.getByRole("button", { name: "選んだ値で保存する" }).click();
    await eventually(() => late.locator("main").innerText()).toContain("どちらかを選んでください");
    await late.getByRole("radio", { name: "自分の入力" }).check();
    await late.getByRole("button", { name: "選んだ値で保存する" }).click();
    await eventually(() => late.locator("main").innerText()).toContain("「現状認識」を保存しました");
    await late.goto(`${portal.origin}${section}`);
    await scriptsReady(late);
    await eventually(() => business(late).inputValue()).toBe("髙橋の文");
  });
});

describe("JavaScript が無くても", () => {
  it("知らせと引き継ぎのボタンが出て、重なれば選ぶ画面になり、何も失われない", async () => {
    const takahashi = await arrive("aoba", { javaScript: false });
    const oda = await arrive("aobaMember", { javaScript: false });
    const section = `${await newDraft()}/sections/present-state`;
    await takahashi.open(section);
    await oda.open(section);
    expect(await oda.text()).toContain("髙橋 健一さんが編集中です");
    await business(oda.page).fill("小田の文");
    await oda.press("保存して一覧に戻る");
    await business(takahashi.page).fill("髙橋の文");
    const { status: code } = await takahashi.press("保存して一覧に戻る");
    expect(code).toBe(409);
    await takahashi.page.getByRole("radio", { name: "自分の入力" }).check();
    await takahashi.press("選んだ値で保存する");
    await oda.open(section);
    await oda.press("編集を引き継ぐ").catch(() => undefined);
    expect(await business(oda.page).inputValue()).toBe("髙橋の文");
  });
});
