/** 数は打つそばから計算される。JavaScript が無ければ、保存した値から計算される。 */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { manufacturing, nursingCare, withFields } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { save, start } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { people } from "./support/steps/log-in.ts";

const house = openHouse();
const phone = { viewport: { width: 390, height: 844 } } as const;

/** 青葉精密製作所の、添付を除いて書いた下書き。 */
async function draftOf(answers: RawAnswers): Promise<string> {
  const { services } = house.portal;
  const applicant = await logIn(
    { services, context: (actor) => contextFor(services, actor, "live-figures") },
    people.aoba,
  );
  const own = await start(applicant);
  for (const [section, raw] of Object.entries(answers))
    if (section !== "screening") await save(applicant, own, section, raw);
  return `/c/${own.companyKey}/applications/${own.applicationId}`;
}

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });
const figures = (page: Page): Locator => page.locator("#figures");
const shown = (page: Page): Promise<string> => figures(page).innerText();
const spoken = (page: Page): Locator => page.locator("[data-spoken=figures]");
/** 画面の JavaScript が動き出すまで待つ。 */
const live = (page: Page) => eventually(() => shown(page)).toContain("入力に合わせて変わります");

const blankTarget = withFields(nursingCare.answers, "indicators", { target: "" });
const noAccounts = withFields(manufacturing.answers, "present-state", { sales: "", previousSales: "" });

describe("JavaScript のある画面で", () => {
  it("離職率の目標を打つと、保存を待たずに改善として示し、打ち止むと一度だけ読み上げる", async () => {
    const application = await draftOf(blankTarget);
    const visitor = await house.arrive("aoba");
    const { page } = visitor;
    await visitor.open(`${application}/sections/indicators`);
    await live(page);
    expect(await spoken(page).innerText()).toBe("");
    await page.locator("#target").pressSequentially("１４．９");
    await eventually(() => shown(page)).toContain("3.5ポイントの改善");
    expect(await shown(page)).toContain("19.02%");
    expect(await shown(page)).not.toMatch(/-19|悪化/u);
    await eventually(() => spoken(page).innerText()).toContain("3.5ポイントの改善");
    expect(await figures(page).locator("svg[role=img] desc").textContent()).toContain("14.9%");
    await visitor.look();
    await visitor.leave();
  });

  it("内訳を打つと労働生産性と下限を示し、下限に届かない目標も示す", async () => {
    const application = await draftOf(manufacturing.answers);
    const visitor = await house.arrive("aoba");
    const { page } = visitor;
    await visitor.open(`${application}/sections/indicators`);
    await live(page);
    expect(await shown(page)).toContain("7.88%");
    await page.locator("#targetProfit").fill("5,510千円");
    await eventually(() => shown(page)).toContain("足りない");
    await page.locator("#targetProfit").fill("2980万円");
    await eventually(() => shown(page)).toContain("7.88%");
    expect(await page.locator("#targetProfit-note").innerText()).toBe("29,800千円と読みます");
    await visitor.leave();
  });

  it("決算の数字を打つと、図と、図の後の表が変わる", async () => {
    const application = await draftOf(noAccounts);
    const visitor = await house.arrive("aoba", phone);
    const { page } = visitor;
    await visitor.open(`${application}/sections/present-state`);
    await live(page);
    expect(await shown(page)).toContain("売上高、前期売上高が未入力です");
    await page.locator("#sales").fill("612,000");
    await page.locator("#previousSales").fill("５９８，０００");
    await eventually(() => shown(page)).toContain("2.3%");
    const radar = figures(page).locator("svg[role=img]");
    expect(await radar.locator("desc").textContent()).toContain("売上高増加率は2.3%");
    expect(await figures(page).getByRole("table", { name: "ローカルベンチマーク" }).count()).toBe(1);
    await visitor.look();
    await visitor.leave();
  });

  it("選んだ答えで出る欄が、保存を待たずに出る", async () => {
    const application = await draftOf(manufacturing.answers);
    const visitor = await house.arrive("aoba");
    const { page } = visitor;
    await visitor.open(`${application}/sections/funding`);
    await live(page);
    expect(await page.locator("#guaranteeNetAssets").count()).toBe(0);
    await page.locator('input[name=guaranteeWanted][value="yes"]').check();
    await eventually(() => page.locator("#guaranteeNetAssets").count()).toBe(1);
    await visitor.leave();
  });
});

describe("JavaScript のない画面で", () => {
  it("保存した後に、同じ値が出る", async () => {
    const application = await draftOf(blankTarget);
    const visitor = await house.arrive("aoba", { javaScript: false });
    const { page } = visitor;
    await visitor.open(`${application}/sections/indicators`);
    expect(await shown(page)).toContain("保存すると新しくなります");
    await page.locator("#target").fill("14.9");
    await visitor.press("保存して一覧に戻る");
    await visitor.open(`${application}/sections/indicators`);
    expect(await shown(page)).toContain("3.5ポイントの改善");
    expect(await shown(page)).toContain("19.02%");
    await visitor.leave();
  });

  it("内容の確認に、認定の見込みの日と申請の期限が日付で出る", async () => {
    const application = await draftOf(manufacturing.answers);
    const visitor = await house.arrive("aoba", { javaScript: false });
    await visitor.open(`${application}/check`);
    const text = await visitor.text();
    expect(text).toContain("令和8年12月21日");
    expect(text).toContain("令和9年3月10日");
    await visitor.leave();
  });
});
