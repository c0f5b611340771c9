/** 共管の計画: 二つの省庁の決裁者がそれぞれの画面で並んで答え、そろってから一枚の通知書になる。 */
import { expect, it } from "vitest";
import { accept, jointAnswers, propose } from "#test/support/joint-plan.ts";
import { startAndFile } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { contextOf } from "./support/prepared-record.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse();
const consultations = "/review/consultations";

/** 一覧の、いちばん上の求めを開く。 */
async function openFirst(visitor: Visitor): Promise<void> {
  await visitor.open(consultations);
  await visitor.moving(() => visitor.page.getByRole("table").first().getByRole("link").first().click());
}

it("一方が同意し、もう一方は同意せずに求め直されてから同意すると、一度だけ認定できる", async () => {
  const reviewerContext = await contextOf(house.portal, "tohokuReviewer");
  const { applicationId } = await startAndFile(await contextOf(house.portal, "aoba"), jointAnswers);
  await accept(reviewerContext, applicationId);
  await propose(reviewerContext, applicationId);
  const record = `/review/applications/${applicationId}`;

  const [welfare, transport] = [
    await house.arrive("tohokuKoseiManager"),
    await house.arrive("tohokuUnyuManager", { javaScript: false, viewport: { width: 390, height: 844 } }),
  ];
  await openFirst(welfare);
  await openFirst(transport);
  await welfare.page.getByRole("radio", { name: "同意する" }).check();
  await transport.page.getByRole("radio", { name: "同意しない" }).check();
  await welfare.press("回答する");
  expect(await welfare.text()).toContain("回答しました");
  expect(await transport.press("回答する")).toMatchObject({ status: 422 });
  await transport.page.getByLabel("理由").fill("倉庫の面積の根拠を示してください。");
  await transport.press("回答する");
  expect(await transport.text()).toContain("回答しました");
  expect(await welfare.open(record)).toMatchObject({ status: 200 });
  expect(await welfare.open(`${record}/notes`)).toMatchObject({ status: 404 });
  await welfare.leave();

  const manager = await house.arrive("tohokuManager");
  await manager.open(`${record}/certify`);
  expect(await manager.text()).toContain("国土交通省（東北運輸局）は「同意しない」と答えています。");
  expect(await manager.press("認定する")).toMatchObject({ status: 422 });

  const reviewer = await house.arrive("tohokuReviewer", { javaScript: false });
  await reviewer.open(record);
  expect(await reviewer.text()).toContain("倉庫の面積の根拠を示してください。");
  await reviewer.follow("ほかの局に求める");
  await reviewer.page.getByRole("radio", { name: "共管の同意" }).check();
  await reviewer.page.getByLabel("求める局").selectOption({ label: "東北運輸局" });
  await reviewer.page.getByLabel("質問").fill("面積の根拠は、添付の図面のとおりです。");
  await reviewer.press("求める");
  expect(await reviewer.text()).toContain("ほかの局に求めました");
  await reviewer.leave();

  await openFirst(transport);
  await transport.page.getByRole("radio", { name: "同意する" }).check();
  await transport.press("回答する");
  await transport.leave();

  await manager.open(`${record}/certify`);
  await manager.press("認定する");
  expect(await manager.text()).toContain("認定しました");
  expect(await manager.text()).toContain("共管の同意：東北運輸局「同意する」");
  expect(await manager.open(`${record}/certify`)).toMatchObject({ status: 409 });
  await manager.leave();
});
