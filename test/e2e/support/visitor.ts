/**
 * ブラウザーの前に座る一人。画面を移るたびに、その画面の使いやすさ（axe）と、横にはみ出していないかを調べ、
 * 席を立つときに、静かに動いていたかを確かめる。
 */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { axeViolations } from "./axe.ts";
import { listenForNoise } from "./quiet.ts";

/** 開いた画面。 */
export type Shown = { readonly status: number; readonly path: string };

/** 欄への入れ方。typed は Tab で移って一つずつ打つ。pasted は貼り付ける。 */
export type Typing = "typed" | "pasted";

export class Visitor {
  readonly page: Page;
  readonly typing: Typing;
  readonly #origin: string;
  readonly #noise: readonly string[];
  readonly #inspector: Page;
  readonly #javaScript: boolean;

  constructor(
    page: Page,
    inspector: Page,
    {
      origin,
      noise,
      typing,
      javaScript,
    }: { origin: string; noise: readonly string[]; typing: Typing; javaScript: boolean },
  ) {
    this.page = page;
    this.typing = typing;
    this.#javaScript = javaScript;
    this.#origin = origin;
    this.#noise = noise;
    this.#inspector = inspector;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** いまの道筋。 */
  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return `${pathname}${search}`;
  }

  open(path: string): Promise<Shown> {
    return this.moving(() => this.page.goto(`${this.#origin}${path}`));
  }

  /** その画面にいなければ開く。 */
  async goTo(path: string): Promise<void> {
    if (new URL(this.page.url()).pathname !== path) await this.open(path);
  }

  /** 開いている画面を、アドレスから開き直す。 */
  openAgain(): Promise<Shown> {
    return this.open(this.path);
  }

  press(name: string, within: Page | Locator = this.page): Promise<Shown> {
    return this.moving(() => within.getByRole("button", { name, exact: true }).click());
  }

  follow(name: string | RegExp, within: Page | Locator = this.page): Promise<Shown> {
    return this.moving(() => within.getByRole("link", { name, exact: true }).click());
  }

  /** 画面が移る動作を行い、新しい画面を調べる。 */
  async moving(act: () => Promise<unknown>): Promise<Shown> {
    const { page } = this;
    const answered = page.waitForResponse(
      (response) =>
        response.request().isNavigationRequest() &&
        response.frame() === page.mainFrame() &&
        (response.status() < 300 || response.status() >= 400),
    );
    const loaded = page.waitForEvent("load");
    const [response] = await Promise.all([answered, loaded, act()]);
    if (this.#javaScript) await scriptsReady(page);
    await this.look();
    return { status: response.status(), path: this.path };
  }

  /** 本文に出ている文字。 */
  text(): Promise<string> {
    return this.page.locator("main").innerText();
  }

  title(): Promise<string> {
    return this.page.locator("h1").innerText();
  }

  /** 見出しのある値の一覧（dl）から、その見出しの値。 */
  valueOf(label: string): Promise<string> {
    return this.page
      .locator("dl > div")
      .filter({ has: this.page.locator("dt").getByText(label, { exact: true }) })
      .first()
      .locator("dd")
      .innerText();
  }

  /** 席を立つ。静かでなかったら、聞こえた物を並べて失敗にする。 */
  async leave(): Promise<void> {
    await this.context.close();
    await this.#inspector.context().close();
    assertNone("画面が静かに動いていません", this.#noise);
  }

  /** いまの画面を調べる。画面を移らずに中身が変わったときに呼ぶ。 */
  async look(): Promise<void> {
    const overflow = await this.page.evaluate(() => {
      const width = document.scrollingElement?.scrollWidth ?? 0;
      return width > window.innerWidth ? [`中身の幅 ${width}px、窓の幅 ${window.innerWidth}px`] : [];
    });
    assertNone(`${this.path} が横にはみ出しています`, overflow);
    assertNone(`${this.path} が axe の検査に通りません`, await axeViolations(this.page, this.#inspector));
  }
}

/** 画面の JavaScript が動き出すまで待つ。JavaScript を使わない画面では待たない。 */
export async function scriptsReady(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("script[type=module]") === null ||
      document.documentElement.dataset["ready"] !== undefined,
  );
}

function assertNone(claim: string, found: readonly string[]): void {
  if (found.length > 0) throw new Error([claim, ...found].join("\n  "));
}

export type VisitorOptions = {
  readonly typing?: Typing;
  readonly javaScript?: boolean;
  readonly viewport?: BrowserContextOptions["viewport"];
};

/** 新しい人が来る（クッキーを持っていない）。 */
export async function newVisitor(
  browser: Browser,
  origin: string,
  { typing = "pasted", javaScript = true, viewport = { width: 1280, height: 900 } }: VisitorOptions = {},
): Promise<Visitor> {
  const looks: BrowserContextOptions = { viewport, locale: "ja-JP", timezoneId: "Asia/Tokyo" };
  const context = await browser.newContext({ ...looks, javaScriptEnabled: javaScript });
  const noise = listenForNoise(context, javaScript);
  const page = await context.newPage();
  const inspector = javaScript ? page : await (await browser.newContext(looks)).newPage();
  return new Visitor(page, inspector, { origin, noise, typing, javaScript });
}
