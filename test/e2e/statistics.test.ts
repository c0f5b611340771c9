/** 統計: 図と同じ数が表にあり、数を押すとその申請の一覧が開く。JavaScript なしでも、電話でも見られる。 */
import { expect, it } from "vitest";
import { loadPlans } from "../../scripts/demonstration/generated/load-plans.ts";
import { openHouse } from "./support/house.ts";

const house = openHouse(async (services) => {
  const loaded = await loadPlans(services, { plans: 300, seed: 3 });
  expect(loaded.ok).toBe(true);
});

it.each([
  { javaScript: true, viewport: { width: 1280, height: 900 } },
  { javaScript: false, viewport: { width: 390, height: 844 } },
])("$viewport.width px、JavaScript $javaScript: 期間を選んで数え、数から一覧へ移れる", async (options) => {
  const visitor = await house.arrive("kantoReviewer", options);
  // 電話の幅では、行き先は「ほかの画面」に畳んである。
  if (options.viewport.width < 640) await visitor.page.getByText("ほかの画面").click();
  await visitor.follow("統計");
  expect(await visitor.title()).toBe("統計");
  await visitor.page.getByLabel("期間", { exact: true }).selectOption({ label: "2026年度" });
  await visitor.press("数える");
  const words = await visitor.text();
  const [, counted = ""] = /令和8年4月から令和8年12月までに申請された([\d,]+)件/u.exec(words) ?? [];
  expect(Number(counted)).toBeGreaterThan(0);
  const months = visitor.page.getByRole("table", { name: "月ごとの申請と認定" });
  expect(await months.getByRole("rowheader").count()).toBe(9);
  const november = months
    .getByRole("row", { name: /令和8年11月/u })
    .getByRole("link")
    .first();
  const filed = await november.innerText();
  await visitor.moving(() => november.click());
  expect(await visitor.text()).toContain(`${filed}件のうち`);
  expect(visitor.path).toContain("filedFrom=2026-11-01&filedTo=2026-11-30");
  await visitor.leave();
});
