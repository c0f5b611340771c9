/** 二人の職員が一つの計画に向かう: 審査中の人が見え、遅れた保存は両方の内容を見せ、決定は一度だけになる。 */
import { expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedProposal } from "./support/prepared-record.ts";

const house = openHouse();
const arriveBoth = async () =>
  [await house.arrive("tohokuReviewer"), await house.arrive("tohokuManager")] as const;

it.each([true, false])(
  "審査中の人の名前が見え、引き継ぐと前の人に告げられる（JavaScript %s）",
  async (javaScript) => {
    const record = await preparedProposal(house.portal, manufacturing.answers);
    const reviewer = await house.arrive("tohokuReviewer", { javaScript });
    const manager = await house.arrive("tohokuManager", { javaScript });
    await reviewer.open(record);
    expect(await reviewer.text()).toContain("あなたが審査中です");
    await manager.open(record);
    expect(await manager.text()).toContain("佐藤 亮さんが10時00分から審査中です");

    await manager.press("審査を引き継ぐ");
    expect(await manager.text()).toContain("審査を引き継ぎました");
    expect(await manager.text()).toContain("あなたが審査中です");

    const told = "阿部 恵子さんがあなたから審査を引き継ぎました";
    if (javaScript) {
      // 開いたままの画面は、窓に戻ったときと決まった間隔で尋ねる。
      await reviewer.page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await reviewer.page.getByText(told).waitFor();
      await reviewer.look();
    } else await reviewer.openAgain();
    expect(await reviewer.text()).toContain(told);
    await reviewer.leave();
    await manager.leave();
  },
);

it("遅れた起案には、先に行われた操作と自分の書いていた内容が並んで示され、何も失われない", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const [reviewer, manager] = await arriveBoth();
  await reviewer.open(`${record}/propose`);
  await reviewer.page.getByRole("radio", { name: "不認定", exact: true }).check();
  await reviewer.page.getByLabel("理由").fill("指標の根拠が確かめられない");

  await manager.open(`${record}/send-back`);
  await manager.page.getByLabel("理由").fill("設備の取得の日を確かめてください");
  await manager.press("起案を差し戻す");

  expect(await reviewer.press("起案する")).toMatchObject({ status: 409 });
  const shown = await reviewer.text();
  expect(shown).toContain("阿部 恵子さんが先に操作しました。「起案の差戻し」が行われています。");
  expect(shown).toMatch(
    /先に行われた操作[\s\S]*起案の差戻し（阿部 恵子、[\s\S]*設備の取得の日を確かめてください/u,
  );
  expect(shown).toMatch(/まだ送られていません[\s\S]*指標の根拠が確かめられない/u);
  expect(await reviewer.page.getByLabel("理由").inputValue()).toBe("指標の根拠が確かめられない");
  // 先の操作を読んだ上で、もう一度押せば送れる。
  await reviewer.press("起案する");
  expect(await reviewer.text()).toContain("起案しました");
  await reviewer.leave();
  await manager.leave();
});

it("先に認定されたら、差し戻そうとした人は、だれが何を決めたかを知る", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const [reviewer, manager] = await arriveBoth();
  await reviewer.open(`${record}/return`);
  const first = reviewer.page.getByRole("group", { name: "指摘1", exact: true });
  await first.getByLabel("欄").selectOption("present-state/issues");
  await first.getByRole("radio", { name: "不足" }).check();
  await first.getByLabel("内容").fill("今の時間数を書き足してください。");

  await manager.open(`${record}/certify`);
  await manager.press("認定する");
  expect(await manager.text()).toContain("認定しました");

  expect(await reviewer.press("差し戻す")).toMatchObject({ status: 409 });
  const shown = await reviewer.text();
  expect(shown).toContain("阿部 恵子さんが先に操作しました。「認定」が行われています。");
  expect(shown).toContain("今の時間数を書き足してください。");
  expect(await reviewer.page.getByRole("button", { name: "差し戻す" }).count()).toBe(0);
  await reviewer.leave();
  await manager.leave();
});

it("先に差し戻されたら、認定しようとした人は、だれが何をしたかを知り、認定は行われない", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const [reviewer, manager] = await arriveBoth();
  await manager.open(`${record}/certify`);
  await reviewer.open(`${record}/return`);
  const first = reviewer.page.getByRole("group", { name: "指摘1", exact: true });
  await first.getByLabel("欄").selectOption("present-state/issues");
  await first.getByRole("radio", { name: "不明" }).check();
  await first.getByLabel("内容").fill("課題の順を確かめてください。");
  await reviewer.press("差し戻す");

  expect(await manager.press("認定する")).toMatchObject({ status: 409 });
  const shown = await manager.text();
  expect(shown).toContain("佐藤 亮さんが先に操作しました。「差戻し」が行われています。");
  expect(shown).toContain("課題の順を確かめてください。");
  await manager.open(record);
  expect(await manager.text()).not.toContain("認定日");
  await reviewer.leave();
  await manager.leave();
});
