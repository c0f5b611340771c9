/** 規則集の編集: 直し、点検し、二人で公布すると、申請者に新しい順で見える。 */
import { describe, expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedDraft } from "./support/prepared-draft.ts";
import { sectionAt } from "./support/steps/application.ts";
import {
  cloneEdition,
  headingsShown,
  openRow,
  publishEdition,
  rowOf,
  submitEdition,
} from "./support/steps/rulebook.ts";
import { pressByKeyboard } from "./support/steps/typing.ts";
import type { Visitor, VisitorOptions } from "./support/visitor.ts";

const house = openHouse();

const items = "guidelineItems?f.guideline=manufacturing";
const first = "イ(1) 組織の活力の向上による人材の有効活用";
const second = "イ(2) 多能工化及び機械の多台持ちの推進";

describe("版の編集", () => {
  it("行をつまんで引き、離れた順番へ移せる", async () => {
    const editor = await house.arrive("administrator");
    const edition = await cloneEdition(editor, "引いて直す版");
    await editor.open(`${edition}/${items}`);
    const [, , third = ""] = await headingsShown(editor);
    const handle = rowOf(editor, third).locator("[draggable=true]");
    await editor.moving(() => handle.dragTo(rowOf(editor, first).getByRole("rowheader")));
    expect((await headingsShown(editor)).slice(0, 3)).toEqual([third, first, second]);
    await editor.leave();
  });

  it("点検の通らない版は、別の管理者でも公布できない", async () => {
    const editor = await house.arrive("administrator");
    const edition = await cloneEdition(editor, "壊れた版");
    await editor.open(`${edition}/ministries`);
    await openRow(editor, "経済産業省");
    await editor.press("この行を消す");
    await editor.open(edition);
    expect(await editor.text()).toMatch(/直さなければ公布できない所が\d+件あります/u);
    await editor.open(`${edition}/proof`);
    expect(await editor.text()).toContain("直す所があります");
    await submitEdition(editor, edition);
    const publisher = await house.arrive("secondAdministrator");
    expect(await publishEdition(publisher, edition, "令和9年4月1日")).toMatchObject({ status: 409 });
    expect(await publisher.text()).toContain("公布前の点検に、直さなければならない所があります");

    await publisher.open(`${edition}/status/return`);
    await publisher.page.getByLabel("理由", { exact: true }).fill("点検に直す所があるため");
    await publisher.press("編集に戻す");
    await publisher.open(`${edition}/status/abandon`);
    await publisher.page.getByLabel("理由", { exact: true }).fill("作り直すため");
    await publisher.press("取りやめる");
    await publisher.open(`${edition}/status/reopen`);
    await publisher.page.getByLabel("理由", { exact: true }).fill("やはり続けるため");
    await publisher.press("編集に戻す");
    expect(await publisher.text()).toContain("編集に戻しました");
    for (const visitor of [editor, publisher]) await visitor.leave();
  });
});

const ways: readonly (readonly [string, VisitorOptions])[] = [
  ["JavaScript がないとき", { javaScript: false }],
  ["電話の幅のとき", { viewport: { width: 390, height: 844 } }],
];

describe.each(ways)("%s", (_way, options) => {
  it("行を足し、直し、まとめて変え、言葉を置き換え、取り消せる", async () => {
    const editor = await house.arrive("administrator", options);
    const { page } = editor;
    const edition = await cloneEdition(editor, "まとめて直す版");

    await editor.open(`${edition}/offices?q=経済産業局`);
    await openRow(editor, "東北経済産業局");
    await page.getByLabel("郵便番号", { exact: true }).fill("980-84");
    await page.getByLabel("長の氏名", { exact: true }).fill("東北 太郎");
    expect(await editor.press("保存する")).toMatchObject({ status: 422 });
    expect(await editor.text()).toContain("郵便番号は 000-0000 で書きます");
    expect(await page.getByLabel("長の氏名", { exact: true }).inputValue()).toBe("東北 太郎");
    await page.getByLabel("郵便番号", { exact: true }).fill("980-8403");
    await editor.press("保存する");
    expect(await rowOf(editor, "東北経済産業局").first().innerText()).toContain("変更あり");

    await editor.open(`${edition}/${items}`);
    await editor.follow("行を足す");
    await page.getByLabel("様式に書く記号", { exact: true }).fill("ト(2)");
    await page.getByLabel("項目の文", { exact: true }).fill("新しい取組み");
    await page.getByLabel("区分", { exact: true }).last().selectOption({ index: 1 });
    await page.getByLabel("該当箇所として", { exact: true }).last().selectOption("yes");
    await page.getByLabel("確かさ", { exact: true }).selectOption("seen");
    await page.getByLabel("出典", { exact: true }).fill("官報");
    await editor.press("この行を足す");
    expect((await headingsShown(editor)).at(-1)).toBe("ト(2) 新しい取組み");
    await editor.press("この編集を取り消す");
    expect(await headingsShown(editor)).not.toContain("ト(2) 新しい取組み");

    for (const heading of [first, second]) await page.getByLabel(`${heading}を選ぶ`, { exact: true }).check();
    await openBulk(editor);
    await page.getByLabel("欄", { exact: true }).selectOption({ label: "確かさ" });
    await editor.press("この欄の値を選ぶ");
    expect(await page.getByLabel(`${first}を選ぶ`, { exact: true }).isChecked()).toBe(true);
    await page.getByLabel("確かさ（新しい値）", { exact: true }).selectOption("spec");
    await editor.press("選んだ行に書く");
    for (const heading of [first, second])
      expect(await rowOf(editor, heading).innerText()).toContain("仕様書による");

    await openBulk(editor);
    await page.getByLabel(/^今の絞り込みに合う全部の行/u).check();
    await page.getByLabel("探す欄", { exact: true }).selectOption({ label: "項目の文" });
    await page.getByLabel("探す言葉", { exact: true }).fill("人材の有効活用");
    await page.getByLabel("置き換えた後の言葉", { exact: true }).fill("人材の活用");
    await editor.press("選んだ行で置き換える");
    expect((await headingsShown(editor))[0]).toBe("イ(1) 組織の活力の向上による人材の活用");

    await editor.open(`${edition}/history`);
    expect(await editor.text()).toContain("まとめて変更");
    await visitFirst(editor, /^取り消す/u);
    await editor.open(`${edition}/${items}`);
    expect((await headingsShown(editor))[0]).toBe(first);
    await editor.leave();
  });

  it("二人が同じ行を直すと、後の人は両方の値を見て選ぶ", async () => {
    const editor = await house.arrive("administrator", options);
    const other = await house.arrive("secondAdministrator", options);
    const edition = await cloneEdition(editor, "二人で直す版");
    for (const visitor of [editor, other]) {
      await visitor.open(`${edition}/offices?q=関東経済産業局`);
      await openRow(visitor, "関東経済産業局");
    }
    await editor.page.getByLabel("長の氏名", { exact: true }).fill("一人目");
    await editor.press("保存する");
    await other.page.getByLabel("長の氏名", { exact: true }).fill("二人目");
    await other.page.getByLabel("住所", { exact: true }).fill("さいたま市");
    expect(await other.press("保存する")).toMatchObject({ status: 409 });
    const words = await other.text();
    for (const part of ["伊藤 遥さんが先に、この行を書き換えました", "一人目", "二人目"])
      expect(words).toContain(part);
    await other.page.getByRole("radio", { name: "さいたま市" }).check();
    await other.press("選んだ値で保存する");
    await openRow(other, "関東経済産業局");
    expect(await other.page.getByLabel("長の氏名", { exact: true }).inputValue()).toBe("一人目");
    expect(await other.page.getByLabel("住所", { exact: true }).inputValue()).toBe("さいたま市");
    for (const visitor of [editor, other]) await visitor.leave();
  });

  it("どの画面も、はみ出さず、使いやすさの検査に通る", async () => {
    const editor = await house.arrive("administrator", options);
    const edition = await cloneEdition(editor, "画面を見る版");
    const pages = [
      edition,
      `${edition}/industries14`,
      `${edition}/industries14?q=製造業&sort=-code&page=2`,
      `${edition}/routingRules?f.ministries=${encodeURIComponent("国土交通省")}`,
      `${edition}/jurisdictions?f.prefectures=28`,
      `${edition}/guidelines`,
      `${edition}/priceFloors`,
      `${edition}/holidays?add=last`,
      `${edition}/diff`,
      `${edition}/proof`,
      `${edition}/simulator?industry=0952&prefecture=28`,
      `${edition}/history`,
      "/admin/rulebook",
    ];
    for (const path of pages) expect(await editor.open(path), path).toMatchObject({ status: 200 });
    expect(await editor.open(`${edition}/noSuchTable`)).toMatchObject({ status: 404 });
    await editor.open(`${edition}/jurisdictions?f.prefectures=28`);
    await openRow(editor, "神戸運輸監理部");
    await editor.leave();
  });
});

// 公布すると、後に写す版の元が変わる。ほかの試験と別のポータルで行う。
describe("公布するとき", () => {
  const house = openHouse();

  it("項目の順をキーボードで変え、点検し、別の管理者が公布すると、申請者に新しい順で見える", async () => {
    const application = await preparedDraft(house.portal, "aoba", manufacturing.answers);
    const applicant = await house.arrive("aoba");
    const itemsOffered = async () => {
      await applicant.open(sectionAt(application, "measures"));
      const choices = applicant.page.getByLabel("事業分野別指針の該当箇所", { exact: true }).first();
      return (await choices.locator("option").allInnerTexts()).filter((option) => option.startsWith("イ("));
    };
    const before = await itemsOffered();
    expect(before[0]).toContain("組織の活力");

    const editor = await house.arrive("administrator");
    const edition = await cloneEdition(editor, "順番を直した版");
    await editor.open(`${edition}/${items}`);
    expect((await headingsShown(editor)).slice(0, 2)).toEqual([first, second]);
    const up = editor.page.getByRole("button", { name: `${second}を上へ`, exact: true });
    await pressByKeyboard(editor, up);
    expect((await headingsShown(editor)).slice(0, 2)).toEqual([second, first]);
    // 端に着いたので、焦点は同じ行の「下へ」にある。
    expect(await editor.page.evaluate(() => document.activeElement?.textContent)).toBe(`▼${second}を下へ`);

    await editor.open(`${edition}/diff`);
    expect(await editor.text()).toContain("順番");
    await editor.open(`${edition}/proof`);
    expect(await editor.text()).toContain("(1) のはずの項目が (2) です");
    const finding = editor.page.getByRole("row").filter({ hasText: "(1) のはずの項目が (2) です" });
    await editor.moving(() => finding.getByRole("link").first().click());
    await editor.press("番号を付け直す");
    expect((await headingsShown(editor)).slice(0, 2)).toEqual([
      second.replace("イ(2)", "イ(1)"),
      first.replace("イ(1)", "イ(2)"),
    ]);
    await editor.open(`${edition}/proof`);
    expect(await editor.text()).not.toContain("直す所があります");
    await submitEdition(editor, edition);
    expect(await editor.text()).toContain("公布待ちにしました");

    expect(await publishEdition(editor, edition, "令和8年12月1日")).toMatchObject({ status: 409 });
    expect(await editor.text()).toContain("公布待ちにした人とは別の管理者が行います");
    const publisher = await house.arrive("secondAdministrator");
    expect(await publishEdition(publisher, edition, "令和8年11月30日")).toMatchObject({ status: 422 });
    expect(await publisher.text()).toContain("施行日は、今日か、それより後の日にしてください");
    expect(await publisher.page.getByLabel("理由", { exact: true }).inputValue()).toBe("告示第1号のため");
    expect(await publishEdition(publisher, edition, "令和8年12月1日")).toMatchObject({ status: 200 });
    expect(await publisher.text()).toContain("公布しました");
    await publisher.open(`${edition}/${items}`);
    expect(await publisher.page.getByRole("button", { name: /を(?:上|下)へ$/u }).count()).toBe(0);

    const after = await itemsOffered();
    expect(after[0]).toContain("多能工化");
    expect(after[1]).toContain("組織の活力");
    expect(after).toHaveLength(before.length);
    const anyone = await house.visit();
    await anyone.open("/guidelines/manufacturing");
    const words = await anyone.text();
    expect(words.indexOf("多能工化")).toBeLessThan(words.indexOf("組織の活力"));
    for (const visitor of [applicant, editor, publisher, anyone]) await visitor.leave();
  });
});

const openBulk = ({ page }: Visitor) => page.getByText("選んだ行をまとめて変える", { exact: true }).click();

const visitFirst = (visitor: Visitor, name: RegExp) =>
  visitor.moving(() => visitor.page.getByRole("button", { name }).first().click());
