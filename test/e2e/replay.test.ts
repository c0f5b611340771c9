/** 申請の再計算: 公布の前に、誰の提出先と点検が変わるかを見て、書き出す。 */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedDraft } from "./support/prepared-draft.ts";
import { cloneEdition, openRow } from "./support/steps/rulebook.ts";
import type { VisitorOptions } from "./support/visitor.ts";

const house = openHouse();

const ways: readonly (readonly [string, VisitorOptions])[] = [
  ["JavaScript がないとき", { javaScript: false }],
  ["電話の幅のとき", { viewport: { width: 390, height: 844 } }],
];

describe.each(ways)("%s", (_way, options) => {
  it("編集した版で再計算し、変わる申請を種類で絞り、書き出し、編集すれば古いと分かる", async () => {
    await preparedDraft(house.portal, "aoba", manufacturing.answers);
    const editor = await house.arrive("administrator", options);
    const { page } = editor;
    const edition = await cloneEdition(editor, "再計算する版");
    await editor.open(`${edition}/replay`);
    expect(await editor.text()).toContain("まだ結果はありません");
    const renameHead = async (words: string) => {
      await editor.open(`${edition}/offices?q=東北経済産業局`);
      await openRow(editor, "東北経済産業局");
      await page.getByLabel("長の職名", { exact: true }).fill(words);
      await editor.press("保存する");
    };
    await renameHead("東北産業局長");

    await editor.open(`${edition}/replay`);
    await editor.press("再計算する");
    await house.portal.workDone();
    await editor.open(`${edition}/replay`);
    expect(await editor.text()).toMatch(/\d+件の申請が変わります/u);
    const changed = page.getByRole("table", { name: "変わる申請" });
    for (const words of ["株式会社青葉精密製作所", "東北経済産業局長", "東北産業局長"])
      expect(await changed.innerText()).toContain(words);
    await editor.follow(/^宛名/u);
    expect(await changed.getByRole("row").count()).toBeGreaterThan(1);
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV で書き出す" }).click();
    const csv = await readFile(await (await saved).path(), "utf8");
    expect(csv).toContain(",東北経済産業局長,東北産業局長,");

    await renameHead("東北局長");
    await editor.open(`${edition}/replay`);
    expect(await editor.text()).toContain("この結果の後に、版が編集されました");
    await editor.press("もう一度再計算する");
    await house.portal.workDone();
    await editor.open(`${edition}/replay`);
    expect(await changed.innerText()).toContain("東北局長");
    expect(await editor.text()).not.toContain("版が編集されました");
    await editor.leave();
  });
});

describe("進んでいる間", () => {
  it("画面は開いたままで終わりを知り、審査の職員には画面も切替えも見えない", async () => {
    const editor = await house.arrive("administrator");
    const edition = await cloneEdition(editor, "待って見る版");
    await editor.open(`${edition}/replay`);
    await editor.press("再計算する");
    await editor.page.getByRole("heading", { name: /どの申請も変わりません/u }).waitFor({ timeout: 120_000 });
    await editor.leave();
    const reviewer = await house.arrive("tohokuReviewer");
    await reviewer.open(`${edition}/proof`);
    expect(await reviewer.page.getByRole("link", { name: "申請の再計算" }).count()).toBe(0);
    expect(await reviewer.open(`${edition}/replay`)).toMatchObject({ status: 403 });
    await reviewer.leave();
  });
});
