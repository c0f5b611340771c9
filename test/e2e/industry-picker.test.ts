/** 事業分野を選ぶ。言葉でも、分類をたどっても、番号でも選べ、提出先と指針の答えがすぐ下に出る。 */
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contextFor } from "#app/http/guard.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { save, start } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { sectionAt } from "./support/steps/application.ts";
import { people } from "./support/steps/log-in.ts";
import { tabTo } from "./support/steps/typing.ts";
import type { Visitor, VisitorOptions } from "./support/visitor.ts";

const house = openHouse();
const phone = { viewport: { width: 390, height: 844 } } as const;
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** 会社の区画だけ書いた下書きの、事業分野の区画。試験ごとに別の申請を使う。 */
async function industrySection(industry: unknown = {}): Promise<string> {
  const { services } = house.portal;
  const applicant = await logIn(
    { services, context: (actor) => contextFor(services, actor, "e2e") },
    people.aoba,
  );
  const own = await start(applicant);
  await save(applicant, own, "company", manufacturing.answers["company"]);
  await save(applicant, own, "industry", industry);
  return sectionAt(`/c/${own.companyKey}/applications/${own.applicationId}`, "industry");
}

async function arriveAt(path: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await house.arrive("aoba", options);
  await visitor.open(path);
  return visitor;
}

const row = ({ page }: Visitor, number = 1): Locator =>
  page.getByRole("group", { name: `事業分野 ${number}`, exact: true });
const field = (place: Locator, label: string): Locator => place.getByLabel(label, { exact: true });
const code = (place: Locator): Locator => field(place, "細分類（4桁）");
const search = (place: Locator): Locator => field(place, "業種を探す");
const answer = (place: Locator): Locator => place.locator("[id$=-answer]");
/** 計画の全部の分野から決まる提出先。 */
const planOffice = ({ page }: Visitor): Locator =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "この計画の提出先" }) });
/** 画面の script が動き出すまで待つ。動き出すと、探す欄が候補の一覧を持つ。 */
const ready = (place: Locator): Promise<void> =>
  place.getByRole("combobox", { name: "業種を探す" }).waitFor();
const saved = ({ page }: Visitor): Promise<void> =>
  eventually(() => page.locator("form output[data-phase]").innerText()).toMatch(/保存しました/u);

describe("JavaScript があれば", () => {
  it("キーボードだけで、読みで探し、候補から選ぶと、提出先と指針がすぐに出て、保存される", async () => {
    const section = await industrySection();
    const visitor = await arriveAt(section);
    const { page } = visitor;
    await ready(row(visitor));
    await tabTo(page, search(row(visitor)));
    await page.keyboard.type("きんぞくこうさくきかい");
    await row(visitor)
      .getByRole("option", { name: /2661 ?金属工作機械製造業/u })
      .waitFor();
    await visitor.look();
    await page.keyboard.press("ArrowDown");
    expect(await search(row(visitor)).getAttribute("aria-activedescendant")).toMatch(/-hits-0$/u);
    await page.keyboard.press("Enter");
    await eventually(() => answer(row(visitor)).innerText()).toContain("東北経済産業局");
    expect(await answer(row(visitor)).innerText()).toMatch(/製造業[\s\S]*電子申請[\s\S]*14業務日/u);
    expect(await code(row(visitor)).inputValue()).toBe("2661");
    expect(
      await row(visitor)
        .getByRole("radio", { name: /第14回/u })
        .isChecked(),
    ).toBe(true);
    expect(await field(row(visitor), "中分類").inputValue()).toBe("26");
    await eventually(() => planOffice(visitor).innerText()).toContain("東北経済産業局長 殿");
    await visitor.look();
    await saved(visitor);
    await visitor.open(section);
    expect(await code(row(visitor)).inputValue()).toBe("2661");
    expect(await answer(row(visitor)).innerText()).toContain("東北経済産業局");
    await visitor.leave();
  });

  it("Escape で候補を閉じ、当たらない言葉にはそう言い、Enter で区画を離れない", async () => {
    const visitor = await arriveAt(await industrySection());
    const { page } = visitor;
    await ready(row(visitor));
    await search(row(visitor)).pressSequentially("とこや");
    await row(visitor)
      .getByRole("option", { name: /理容業（床屋）/u })
      .waitFor();
    await page.keyboard.press("Escape");
    expect(await row(visitor).getByRole("listbox").count()).toBe(0);
    await search(row(visitor)).fill("宇宙人");
    await page.getByText("「宇宙人」に当たる業種はありません").waitFor();
    const before = visitor.path;
    await page.keyboard.press("Enter");
    expect(visitor.path).toBe(before);
    await visitor.leave();
  });

  it("分類をたどると下の段がすぐに絞られ、細分類で番号が入る", async () => {
    const visitor = await arriveAt(await industrySection(), phone);
    const place = row(visitor);
    await ready(place);
    await place.getByText("分類から選ぶ", { exact: true }).click();
    for (const [level, value] of [
      ["大分類", "H"],
      ["中分類", "47"],
      ["小分類", "471"],
      ["細分類", "4711"],
    ] as const) {
      await place.locator(`option[value="${value}"]`).waitFor({ state: "attached" });
      await field(place, level).selectOption(value);
    }
    await eventually(() => code(place).inputValue()).toBe("4711");
    await eventually(() => answer(place).innerText()).toContain("東北運輸局");
    expect(await field(place, "小分類").inputValue()).toBe("471");
    await visitor.look();
    await visitor.leave();
  });

  it("共管の業種は、省庁を選ぶと計画の提出先が決まる", async () => {
    const visitor = await arriveAt(await industrySection());
    const { page } = visitor;
    await ready(row(visitor));
    await code(row(visitor)).fill("7511");
    await eventually(() => answer(row(visitor)).innerText()).toContain("共管");
    await page.getByRole("radio", { name: "国土交通省" }).check();
    await eventually(() => planOffice(visitor).innerText()).toMatch(/東北運輸局[\s\S]*45日/u);
    expect(await page.getByText("提出先の省庁を選んでください").count()).toBe(0);
    await visitor.leave();
  });

  it("半分の番号は分類を絞り、ない番号とほかの改定の番号は、欄で理由を言い、打った物を残す", async () => {
    const visitor = await arriveAt(await industrySection());
    const place = row(visitor);
    await ready(place);
    await code(place).fill("２６６");
    await eventually(() => field(place, "小分類").inputValue()).toBe("266");
    for (const [typed, message] of [
      ["２６６", "細分類を4桁の数字で入力してください"],
      ["9998", "という細分類はありません"],
      ["6098", "第13回改定の番号です"],
    ] as const) {
      await code(place).fill(typed);
      await eventually(() => place.innerText()).toContain(message);
      expect(await code(place).inputValue()).toBe(typed);
      expect(await code(place).getAttribute("aria-invalid")).toBe("true");
    }
    await visitor.look();
    await place.getByRole("radio", { name: "第13回改定" }).check();
    await eventually(() => answer(place).innerText()).toContain("中古品小売業");
    await visitor.leave();
  });
});

describe("JavaScript がなくても", () => {
  it("言葉で探し、ボタンで選ぶと、打った物も残り、答えが出る", async () => {
    const section = await industrySection({ mainIndustry: "2442" });
    const visitor = await arriveAt(section, { javaScript: false });
    await search(row(visitor)).fill("びようしつ");
    await visitor.press("探す", row(visitor));
    await visitor.moving(() => row(visitor).getByRole("button", { name: /7831/u }).click());
    expect(await code(row(visitor)).inputValue()).toBe("7831");
    expect(await answer(row(visitor)).innerText()).toContain("美容業");
    expect(await visitor.page.getByLabel("本業の細分類（4桁）", { exact: true }).inputValue()).toBe("2442");
    await visitor.openAgain();
    expect(await code(row(visitor)).inputValue()).toBe("7831");
    await visitor.leave();
  });

  it("探す欄で Enter を押すと、区画を離れずに探す", async () => {
    const visitor = await arriveAt(await industrySection(), { javaScript: false });
    await search(row(visitor)).fill("宇宙人");
    await visitor.moving(() => visitor.page.keyboard.press("Enter"));
    expect(await visitor.text()).toContain("「宇宙人」に当たる業種はありません");
    await visitor.leave();
  });

  it("分類を一段ずつ絞り込み、二つの分野を選び、同じ省庁の局を選べる", async () => {
    const section = await industrySection({
      industries: [
        { id: "construction", revision: "14", code: "0611" },
        { id: "bus", revision: "14", code: "" },
      ],
    });
    const visitor = await arriveAt(section, { javaScript: false, ...phone });
    const second = row(visitor, 2);
    await second.getByText("分類から選ぶ", { exact: true }).click();
    for (const [level, value] of [
      ["大分類", "H"],
      ["中分類", "43"],
      ["小分類", "431"],
      ["細分類", "4311"],
    ] as const) {
      await field(second, level).selectOption(value);
      await visitor.press("選んだ分類で絞り込む", second);
    }
    expect(await code(second).inputValue()).toBe("4311");
    expect(await answer(second).innerText()).toContain("東北運輸局");
    expect(await visitor.text()).toContain("提出先の局を選んでください");
    await visitor.page.getByRole("radio", { name: "東北運輸局" }).check();
    await visitor.press("この番号で提出先を見る", second);
    expect(await planOffice(visitor).innerText()).toContain("東北運輸局長 殿");
    await visitor.openAgain();
    expect(await visitor.page.getByRole("radio", { name: "東北運輸局" }).isChecked()).toBe(true);
    await visitor.leave();
  });

  it("細分類まで選んで、絞り込まずに保存しても、選んだ番号が残る", async () => {
    const section = await industrySection({ industries: [{ id: "tools", revision: "14", code: "2661" }] });
    const visitor = await arriveAt(section, { javaScript: false });
    await row(visitor).getByText("分類から選ぶ", { exact: true }).click();
    await field(row(visitor), "細分類").selectOption("2664");
    await visitor.press("保存して一覧に戻る");
    await visitor.open(section);
    expect(await code(row(visitor)).inputValue()).toBe("2664");
    await visitor.leave();
  });

  it("ない番号は 422 で、欄で理由を言い、打った物を残す", async () => {
    const visitor = await arriveAt(await industrySection(), { javaScript: false });
    await code(row(visitor)).fill("9998");
    expect(await visitor.press("保存して一覧に戻る")).toMatchObject({ status: 422 });
    expect(await visitor.page.getByRole("alert").innerText()).toContain("という細分類はありません");
    expect(await code(row(visitor)).inputValue()).toBe("9998");
    await visitor.leave();
  });
});
