/** 審査の中断: 理由を選んで止めると、申請者の画面で見込みが止まり、再開すると戻る。 */
import { expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedProposal } from "./support/prepared-record.ts";
import { accountOf } from "./support/steps/log-in.ts";

const house = openHouse();

it("中断して、申請者が理由を読み、再開する。決裁者は急ぐ申請から開く（JavaScript なし）", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const reviewer = await house.arrive("tohokuReviewer", { javaScript: false });
  await reviewer.open(record);
  await reviewer.follow("審査を中断する");
  await reviewer.page.getByLabel("理由の説明").fill("令和7年度の決算書");
  expect(await reviewer.press("審査を中断する")).toMatchObject({ status: 422 });
  expect(await reviewer.page.getByLabel("理由の説明").inputValue()).toBe("令和7年度の決算書");
  await reviewer.page.getByLabel("申請者からの書類を待っている").check();
  await reviewer.press("審査を中断する");
  expect(await reviewer.text()).toContain("審査を中断しました");
  expect(await reviewer.valueOf("処理の目安")).toContain("停止中（中断）");

  const applicant = await house.arrive("aoba", { javaScript: false });
  const application = `/c/${accountOf("aoba").companyKey}/applications/${record.split("/").at(-1) ?? ""}`;
  await applicant.open(application);
  expect(await applicant.text()).toContain("申請者からの書類を待っている：令和7年度の決算書");
  expect(await applicant.valueOf("結果の見込み")).toContain("いまは進みません");

  await reviewer.press("審査を再開する");
  expect(await reviewer.valueOf("処理の目安")).toContain("令和8年12月21日");
  await reviewer.leave();
  await applicant.open(application);
  expect(await applicant.valueOf("結果の見込み")).toContain("令和8年12月21日頃");
  await applicant.leave();

  const manager = await house.arrive("tohokuManager", { javaScript: false });
  await manager.open("/review/escalations");
  await manager.moving(() => manager.page.getByRole("rowheader").first().getByRole("link").click());
  expect(manager.path).toBe(record);
  await manager.leave();
});
