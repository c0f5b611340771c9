/** 移送: 担当でない局が理由を付けて移し、移された局が跡をたどって開く。 */
import { expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedProposal } from "./support/prepared-record.ts";

const house = openHouse();

it("理由を書かないと移せず、移すと元の局からは見えなくなり、移された局が開ける", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const reviewer = await house.arrive("tohokuReviewer", { javaScript: false });
  await reviewer.open(record);
  await reviewer.follow("ほかの局へ移送する");
  await reviewer.page.getByLabel("移す先の局").selectOption({ label: "神戸運輸監理部" });
  expect(await reviewer.press("移送する")).toMatchObject({ status: 422 });
  expect(await reviewer.page.getByLabel("移す先の局").inputValue()).toBe("mlit_dtb_kobe-kobe");
  await reviewer.page.getByLabel("移送する理由").fill("倉庫業の計画のため");
  await reviewer.press("移送する");
  expect(await reviewer.text()).toContain("移送しました");
  expect(await reviewer.text()).toContain("東北経済産業局 → 神戸運輸監理部");
  expect(await reviewer.open(record)).toMatchObject({ status: 404 });
  await reviewer.leave();

  const receiver = await house.arrive("kobeReviewer", { viewport: { width: 390, height: 844 } });
  await receiver.open("/review/transfers");
  await receiver.moving(() => receiver.page.getByRole("table").last().getByRole("link").click());
  expect(receiver.path).toBe(record);
  expect(await receiver.valueOf("提出先")).toBe("神戸運輸監理部");
  expect(await receiver.text()).toContain("倉庫業の計画のため");
  await receiver.leave();
});
