/** 繰り返しの行: キーボードで足し、動かし、消して戻す。表計算ソフトから貼り付ける。二百行でも待たせない。 */
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { save, start } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { sectionAt } from "./support/steps/application.ts";
import { people } from "./support/steps/log-in.ts";
import { tabTo } from "./support/steps/typing.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse();
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

const example = rowsOf(manufacturing.answers["equipment"] ?? {}, "equipment")[0] ?? { id: "e" };
/** 名称が「設備の一」「設備の二」…の設備。 */
const equipment = (count: number): readonly RawRow[] =>
  Array.from({ length: count }, (_, index) => ({
    ...example,
    id: `e${index + 1}`,
    name: `設備その${index + 1}`,
  }));
const withEquipment = (count: number): RawAnswers =>
  withFields(manufacturing.answers, "equipment", { equipment: equipment(count) });

/** 設備の行だけを書いた下書き。 @returns 設備の区画の道筋 */
async function sectionWith(count: number): Promise<string> {
  const { services } = house.portal;
  const context = await logIn(
    { services, context: (actor) => contextFor(services, actor, "e2e") },
    people.aoba,
  );
  const own = await start(context);
  const answers = withEquipment(count);
  for (const section of ["measures", "equipment"]) await save(context, own, section, answers[section] ?? {});
  return sectionAt(`/c/${own.companyKey}/applications/${own.applicationId}`, "equipment");
}

const names = (page: Page): Promise<readonly string[]> =>
  page
    .locator("#equipment input[name$='.name']")
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
const row = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `設備 ${number}`, exact: true });
const nameIn = (page: Page, number: number): Locator =>
  row(page, number).getByLabel("設備等の名称", { exact: true });
const said = (page: Page): Promise<string> => page.locator("#equipment [data-announce]").innerText();
const saved = (page: Page): Promise<void> =>
  eventually(() => page.locator("form output[data-phase]").innerText()).toMatch(/\d+時\d\d分に保存しました/u);
/** 画面の script が動き出すのを待つ。動き出すと、打つ間の保存が様子を示せる。 */
const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const section = document.querySelector("#equipment");
    return section !== null && Object.keys(section).some((key) => key.startsWith("__reactProps"));
  });
const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
const press = async (page: Page, button: Locator): Promise<void> => {
  await tabTo(page, button);
  await page.keyboard.press("Enter");
};
const button = (page: Page, number: number, name: string): Locator =>
  row(page, number).getByRole("button", { name });
/** 表計算ソフトで写した文字を、いまの欄に貼り付ける。 */
const pasteAt = (control: Locator, text: string): Promise<void> =>
  control.evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    (element as HTMLElement).focus();
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

describe("script のある画面で", () => {
  let visitor: Visitor;
  let page: Page;
  let section: string;
  beforeEach(async () => {
    visitor = await house.arrive("aoba");
    page = visitor.page;
    section = await sectionWith(3);
    await visitor.open(section);
    await ready(page);
  });
  afterEach(() => visitor.leave());

  it("キーボードだけで、動かし、足し、写し、消して戻せて、保存される", async () => {
    await nameIn(page, 3).focus();
    await page.keyboard.press("Alt+ArrowUp");
    expect(await names(page)).toEqual(["設備その1", "設備その3", "設備その2"]);
    expect(await focusedId(page)).toBe("equipment-e3-name");
    expect(await said(page)).toBe("設備 3 を 2 番目に移しました。");
    await page.keyboard.press("Alt+ArrowDown");
    expect(await focusedId(page)).toBe("equipment-e3-name");
    await page.keyboard.press("Alt+ArrowUp");

    await press(page, button(page, 2, "上へ移す"));
    expect(await names(page)).toEqual(["設備その3", "設備その1", "設備その2"]);
    // 端まで動くと「上へ移す」は無くなり、焦点は「下へ移す」に移る。
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("下へ移す（設備 1）");

    await press(page, button(page, 1, "複製する"));
    expect(await names(page)).toEqual(["設備その3", "設備その3", "設備その1", "設備その2"]);

    await press(page, page.getByRole("button", { name: "設備を追加する", exact: true }));
    await row(page, 5).waitFor();
    expect(await row(page, 5).locator(":focus").count()).toBe(1);
    await nameIn(page, 5).focus();
    await page.keyboard.type("足した設備");

    await press(page, button(page, 3, "削除する"));
    expect(await names(page)).toEqual(["設備その3", "設備その3", "設備その2", "足した設備"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("元に戻す");
    await visitor.look();
    await page.keyboard.press("Enter");
    const all = ["設備その3", "設備その3", "設備その1", "設備その2", "足した設備"];
    expect(await names(page)).toEqual(all);

    await saved(page);
    await visitor.openAgain();
    expect(await names(page)).toEqual(all);
  });

  it("消した行は、保存した後に開き直しても消えたまま", async () => {
    await button(page, 2, "削除する").click();
    await saved(page);
    await visitor.openAgain();
    expect(await names(page)).toEqual(["設備その1", "設備その3"]);
  });

  it("ほかの人が足した行と、ここで動かして消した行が、どちらも残る", async () => {
    const other = await house.arrive("aoba");
    await other.open(section);
    await ready(other.page);
    await other.page.getByRole("button", { name: "設備を追加する", exact: true }).click();
    await nameIn(other.page, 4).fill("ほかの人の設備");
    await saved(other.page);

    // 消すのと動かすのとの間に保存が済むと、ほかの人の行を見た後に動かしたことになる。二つが済むまで送らせない。
    const bothDone = Promise.withResolvers<void>();
    await page.route("**/draft", async (route) => {
      await bothDone.promise;
      await route.continue();
    });
    await button(page, 1, "削除する").click();
    await nameIn(page, 2).focus();
    await page.keyboard.press("Alt+ArrowUp");
    bothDone.resolve();
    // ほかの人の行は、ほかの人が足したときに前にあった行の後に入る。
    const together = ["設備その3", "ほかの人の設備", "設備その2"];
    await eventually(() => names(page)).toEqual(together);
    await saved(page);
    await visitor.openAgain();
    expect(await names(page)).toEqual(together);
    await other.leave();
  });

  it("欄に貼り付けると、右と下の欄が埋まり、足りない行ができ、元に戻せる", async () => {
    await pasteAt(nameIn(page, 3), '旋盤\tX-1\t宮城\n"二行の\n名称"\tX-2\t外国\n');
    await row(page, 4).waitFor();
    expect(await names(page)).toEqual(["設備その1", "設備その2", "旋盤", "二行の 名称"]);
    expect(await focusedId(page)).toBe("equipment-e3-name");
    const report = page.getByRole("region", { name: "貼り付けの結果" });
    expect(await report.innerText()).toContain("2行を貼り付けました。1つの値は読めませんでした。");
    expect(await row(page, 3).getByLabel("所在地（都道府県）", { exact: true }).inputValue()).toBe("04");
    await saved(page);
    await visitor.look();

    await report.getByRole("link", { name: /設備 4の所在地（都道府県）「外国」/u }).click();
    expect(await focusedId(page)).toMatch(/-prefecture$/u);
    await report.getByRole("button", { name: "貼り付けを元に戻す" }).click();
    await eventually(() => names(page)).toEqual(["設備その1", "設備その2", "設備その3"]);
    await saved(page);
    await visitor.openAgain();
    expect(await names(page)).toEqual(["設備その1", "設備その2", "設備その3"]);
  });

  it("見出しのある表を貼り付ける欄に入れると、後ろに足され、読めない値は行を名指しした誤りになる", async () => {
    await page.getByText("表計算ソフトから貼り付ける", { exact: true }).click();
    await page.getByLabel("写した表（設備等）").fill("単価（千円）\t設備等の名称\t担当\n三百\t旋盤\t山田\n");
    await page.getByRole("button", { name: "行にする" }).click();
    const report = page.getByRole("region", { name: "貼り付けの結果" });
    await report.waitFor();
    expect(await report.innerText()).toContain(
      "「担当」の列は、同じ見出しの欄がないので貼り付けていません。",
    );
    await saved(page);
    await visitor.press("保存して一覧に戻る");
    const summary = page.getByRole("alert").getByRole("link", { name: /^設備 4\s単価:/u });
    await summary.click();
    expect(await focusedId(page)).toMatch(/^equipment-row-\w+-unitPrice$/u);
  });
});

describe("script の無い画面で", () => {
  it("足す・写す・動かす・消す・貼り付けるが、送って行える", async () => {
    const visitor = await house.arrive("aoba", { javaScript: false });
    const { page } = visitor;
    await visitor.open(await sectionWith(2));
    await visitor.moving(() => button(page, 1, "複製する").click());
    expect(await names(page)).toEqual(["設備その1", "設備その1", "設備その2"]);
    await visitor.moving(() => button(page, 3, "上へ移す").click());
    await visitor.moving(() => button(page, 1, "削除する").click());
    expect(await names(page)).toEqual(["設備その2", "設備その1"]);
    await visitor.press("設備を追加する");
    await nameIn(page, 3).fill("足した設備");
    await page.getByText("表計算ソフトから貼り付ける", { exact: true }).click();
    await page
      .getByLabel("写した表（設備等）")
      .fill("設備等の名称\t単価\t備考\n旋盤\t12,000\t急ぎ\n研削盤\t三百\t\n");
    await visitor.press("行にする");
    expect(await names(page)).toEqual(["設備その2", "設備その1", "足した設備", "旋盤", "研削盤"]);
    const words = await visitor.text();
    expect(words).toContain("2行を貼り付けました。1つの値は読めませんでした。");
    expect(words).toContain("「備考」の列は、同じ見出しの欄がないので貼り付けていません。");
    expect(await page.getByRole("link", { name: /^設備 5\s単価:/u }).getAttribute("href")).toMatch(
      /^#equipment-[\w-]+-unitPrice$/u,
    );
    await visitor.leave();
  });
});

describe("二百行の設備", () => {
  it("打つ・足す・消すが固まらず、上限を超える貼り付けは断りを添えて入る所まで入る", async () => {
    const visitor = await house.arrive("aoba");
    const { page } = visitor;
    const section = await sectionWith(198);
    await page.goto(`${house.portal.origin}${section}`);
    await ready(page);
    await nameIn(page, 198).focus();
    await countFrames(page);
    for (const letter of "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx")
      await page.keyboard.press(letter);
    const typing = await frames(page);
    expect(typing).toHaveLength(50);
    const add = await timed(page, "#equipment [data-add] button");
    const remove = await timed(page, "[data-row=e100] [data-part=remove] button");
    await saved(page);
    console.info(
      JSON.stringify({ typingP95: typing.toSorted((a, b) => a - b)[47], addMs: add, removeMs: remove }),
    );
    await pasteAt(nameIn(page, 198), "a\nb\nc\nd\ne\n");
    const report = page.getByRole("region", { name: "貼り付けの結果" });
    await report.waitFor();
    expect(await report.innerText()).toContain("設備等は200件までです。後ろの2行は貼り付けていません。");
    expect(await names(page)).toHaveLength(200);
    await saved(page);
    await visitor.leave();
  });
});

/** 打った瞬間から、次の一枚が描かれるまでの時間（ミリ秒）を集め始める。 */
const countFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    document.addEventListener(
      "keydown",
      () => {
        const from = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => times.push(performance.now() - from));
          port1.start();
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
const frames = async (page: Page): Promise<readonly number[]> => {
  const read = () => page.evaluate(() => (window as unknown as { frameTimes: readonly number[] }).frameTimes);
  await eventually(async () => (await read()).length).toBe(50);
  return read();
};
/** ボタンを押してから、次の一枚が描かれるまでの時間（ミリ秒）。 */
const timed = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        (element as HTMLButtonElement).click();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - from));
          port1.start();
          port2.postMessage(null);
        });
      }),
  );
