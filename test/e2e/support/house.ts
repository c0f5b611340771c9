/** 試験の一つのファイルで使う、立ち上がったポータルとブラウザー。 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Services } from "#app/services.server.ts";
import { launchBrowser } from "./browser.ts";
import { type RunningPortal, startTestPortal } from "./portal.ts";
import { logInAs, type Person } from "./steps/log-in.ts";
import { newVisitor, type Visitor, type VisitorOptions } from "./visitor.ts";

export type House = {
  /** ログインしていない人が来る。 */
  visit(options?: VisitorOptions): Promise<Visitor>;
  /** ログインした人が来る。 */
  arrive(person: Person, options?: VisitorOptions): Promise<Visitor>;
  readonly portal: RunningPortal;
  readonly browser: Browser;
};

/**
 * @param prepare 待ち受けを始める前に入れておくデータ
 * @returns 試験の中で使う。立ち上げと片付けは、ファイルの始めと終わりに行う
 */
export function openHouse(prepare?: (services: Services) => Promise<void>): House {
  let running: { readonly portal: RunningPortal; readonly browser: Browser } | undefined;
  const now = (): NonNullable<typeof running> => {
    if (running === undefined) throw new Error("ポータルはまだ立ち上がっていません。");
    return running;
  };
  beforeAll(async () => {
    const [portal, browser] = await Promise.all([startTestPortal(prepare), launchBrowser()]);
    running = { portal, browser };
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.portal.stop();
  });
  const visit = (options?: VisitorOptions): Promise<Visitor> =>
    newVisitor(now().browser, now().portal.origin, options);
  return {
    visit,
    async arrive(person, options) {
      const visitor = await visit(options);
      await logInAs(visitor, person);
      return visitor;
    },
    get portal() {
      return now().portal;
    },
    get browser() {
      return now().browser;
    },
  };
}
