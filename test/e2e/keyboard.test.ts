/** キーボードだけの人と、画面の script が届く前に打ち始める人。 */
import { describe, expect, it } from "vitest";
import { seedDemonstration } from "../../scripts/demonstration/seed-demonstration.ts";
import { openHouse } from "./support/house.ts";
import { saveSection, sectionAt } from "./support/steps/application.ts";
import { accountOf } from "./support/steps/log-in.ts";
import { pressByKeyboard, tabTo } from "./support/steps/typing.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse(seedDemonstration);

const focused = (visitor: Visitor): Promise<{ readonly id: string; readonly role: string }> =>
  visitor.page.evaluate(() => ({
    id: document.activeElement?.id ?? "",
    role: document.activeElement?.getAttribute("role") ?? "",
  }));

describe("キーボードだけで", () => {
  it("ログインし、区画を直し、誤りの一覧から欄へ移って保存できる", async () => {
    const visitor = await house.visit();
    const { page } = visitor;
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    const link = (name: string | RegExp) => page.getByRole("link", { name });

    await visitor.open("/login");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("本文へ移動");
    expect(await link("本文へ移動").boundingBox()).toMatchObject({ y: 8 });
    await page.keyboard.press("Enter");
    expect(await focused(visitor)).toMatchObject({ id: "main" });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("GビズIDでログイン");
    await visitor.moving(() => page.keyboard.press("Enter"));
    await pressByKeyboard(visitor, button(`${accountOf("aoba").name}としてログイン`));
    await pressByKeyboard(visitor, link("（申請前）"));
    await pressByKeyboard(visitor, link("1　名称等"));

    const number = page.getByLabel("法人番号", { exact: true });
    await tabTo(page, number);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("7990001000009");
    await pressByKeyboard(visitor, button("保存して一覧に戻る"));
    expect(await focused(visitor)).toMatchObject({ role: "alert" });

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused(visitor)).toMatchObject({ id: "corporateNumber" });
    await page.keyboard.press("Control+A");
    await page.keyboard.type("7990001000001");
    await visitor.moving(() => page.keyboard.press("Enter"));
    expect(await visitor.text()).toContain("「名称等」を保存しました");
    await visitor.leave();
  });
});

describe("画面の script が届く前に", () => {
  it("打った文章、選んだ選択肢、付けた印は、script が動き出しても残り、保存される", async () => {
    const visitor = await house.arrive("aoba");
    const { page } = visitor;
    const { path: draft } = await visitor.follow("（申請前）");
    const description = page.getByLabel("実施事項", { exact: true });
    const item = page.getByLabel("事業分野別指針の該当箇所", { exact: true });
    const newBusiness = page.getByRole("radio", { name: "該当しない" });
    const typed = "script を待たずに打った実施事項。";

    const letScriptsIn = await holdScripts(visitor);
    await page.goto(`${house.portal.origin}${sectionAt(draft, "measures")}`, { waitUntil: "commit" });
    await item.selectOption("manufacturing-3-2");
    await description.fill(typed);
    await newBusiness.check();
    letScriptsIn();
    // 文字数は、script が動き出すと打った文章の数になる。
    await page.getByText(`${typed.length}／1,000文字`, { exact: true }).waitFor();
    expect(await description.inputValue()).toBe(typed);
    expect(await item.inputValue()).toBe("manufacturing-3-2");
    expect(await newBusiness.isChecked()).toBe(true);

    await saveSection(visitor);
    await visitor.open(sectionAt(draft, "measures"));
    expect(await description.inputValue()).toBe(typed);
    expect(await item.inputValue()).toBe("manufacturing-3-2");
    expect(await newBusiness.isChecked()).toBe(true);
    await visitor.leave();
  });
});

/** 画面の script を届かせない。 @returns 届かせる */
async function holdScripts({ page }: Visitor): Promise<() => void> {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await gate;
    await route.continue();
  });
  return open;
}
