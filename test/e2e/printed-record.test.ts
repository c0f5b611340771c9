/** 審査の記録を紙に刷る: 操作のための物は出ず、要点・段階・確認・計画・経過が出る。 */
import { expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedProposal } from "./support/prepared-record.ts";

const house = openHouse();

it("記録の画面を印刷すると、読む物だけが紙に出る", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const manager = await house.arrive("tohokuManager");
  await manager.open(record);
  const { page } = manager;
  await page.emulateMedia({ media: "print" });
  for (const control of ["nav", "button", "input", "textarea", "select", "footer"])
    expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
  const paper = await page.locator("main").innerText();
  for (const words of ["受付番号", "申請の時の点検", "提出先が決まった理由", "計画の内容", "経過", "起案"])
    expect(paper).toContain(words);
  for (const words of ["認定する", "申請者との連絡を開く", "内部のメモを書く", "確認の一覧を開く"])
    expect(paper).not.toContain(words);
  expect(
    await page.locator('[aria-current="step"]').evaluate((step) => getComputedStyle(step).printColorAdjust),
  ).toBe("exact");
  await page.emulateMedia({ media: null });
  await manager.leave();
});
