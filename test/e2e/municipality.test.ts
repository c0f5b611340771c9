/** 市区町村で局が変わる所: 山口県の四市の海事は九州運輸局。申請の欄、提出先の検索、試し引きのどれでも。 */
import { describe, expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { save, start } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { behindScreens } from "./support/prepared-draft.ts";
import { sectionAt } from "./support/steps/application.ts";
import { people } from "./support/steps/log-in.ts";
import { cloneEdition } from "./support/steps/rulebook.ts";
import type { VisitorOptions } from "./support/visitor.ts";

const house = openHouse();

/** 船舶製造・修理業。 */
const ships = "3131";

/** 山口県のその住所の会社の、事業分野の区画。 */
async function industrySection(address: string): Promise<string> {
  const applicant = await logIn(behindScreens(house.portal), people.aoba);
  const own = await start(applicant);
  const company = { ...manufacturing.answers["company"], prefecture: "35", address };
  await save(applicant, own, "company", company);
  await save(applicant, own, "industry", {
    industries: [{ id: "a", revision: "14", code: ships }],
  });
  return sectionAt(`/c/${own.companyKey}/applications/${own.applicationId}`, "industry");
}

const ways: readonly (readonly [string, VisitorOptions])[] = [
  ["JavaScript がないとき", { javaScript: false }],
  ["電話の幅のとき", { viewport: { width: 390, height: 844 } }],
];

describe.each(ways)("%s", (_way, options) => {
  it.each([
    ["山口県下関市竹崎町四丁目1番1号", "九州運輸局"],
    ["下関市竹崎町四丁目1番1号", "九州運輸局"],
    ["山口県山口市滝町1番1号", "中国運輸局"],
  ])("%s の会社の業種の欄には、%s と出て、計画の提出先と同じになる", async (address, office) => {
    const visitor = await house.arrive("aoba", options);
    await visitor.open(await industrySection(address));
    const { page } = visitor;
    expect(await page.locator("[id$=-answer]").first().innerText()).toContain(
      `この業種の提出先は、${office}です。`,
    );
    const planOffice = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "この計画の提出先" }) });
    expect(await planOffice.innerText()).toContain(office);
    await visitor.leave();
  });

  it("提出先の検索は、局の変わる市区町村を聞き、選べば答えが変わる", async () => {
    const anyone = await house.visit(options);
    const { page } = anyone;
    await anyone.open(`/lookup?industry=${ships}&prefecture=35`);
    expect(await anyone.text()).toContain("中国運輸局");
    await page.getByLabel("主たる事務所の市区町村", { exact: true }).selectOption("下関市");
    await anyone.moving(() => page.locator("form[action='/lookup'] button").last().click());
    expect(new URL(page.url()).searchParams.get("municipality")).toBe("下関市");
    expect(await anyone.valueOf("提出先")).toContain("九州運輸局");
    await anyone.open("/lookup?industry=2662&prefecture=35");
    expect(await page.getByLabel("主たる事務所の市区町村", { exact: true }).count()).toBe(0);
    await anyone.leave();
  });

  it("試し引きは、打った市区町村の局を、公布済みの版とこの版とで並べる", async () => {
    const editor = await house.arrive("administrator", options);
    const { page } = editor;
    const edition = await cloneEdition(editor, "市区町村を試す版");
    await editor.open(`${edition}/simulator?industry=${ships}&prefecture=35`);
    const offices = () =>
      page
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: "提出先", exact: true }) })
        .innerText();
    expect(await offices()).toContain("中国運輸局");
    await page.getByLabel("市区町村（任意）", { exact: true }).fill("宇部市");
    await editor.moving(() => page.locator("form[method=get] button").last().click());
    expect((await offices()).match(/九州運輸局/gu)).toHaveLength(2);
    await editor.leave();
  });
});

describe("JavaScript があれば", () => {
  it("番号を打ち直した後の答えも、住所の市の局になる", async () => {
    const visitor = await house.arrive("aoba");
    await visitor.open(await industrySection("山口県下関市竹崎町四丁目1番1号"));
    const { page } = visitor;
    await page.getByRole("combobox", { name: "業種を探す" }).first().waitFor();
    const code = page.getByLabel("細分類（4桁）", { exact: true }).first();
    const answer = page.locator("[id$=-answer]").first();
    await code.fill("4711");
    await answer.getByText("この業種の提出先は、中国運輸局です。").waitFor();
    await code.fill("4521");
    await answer.getByText("この業種の提出先は、九州運輸局です。").waitFor();
    await page
      .locator("form output[data-phase]")
      .getByText(/保存しました/u)
      .waitFor();
    expect(await code.inputValue()).toBe("4521");
    await visitor.leave();
  });
});
