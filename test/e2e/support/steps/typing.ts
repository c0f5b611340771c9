/** 一つの欄への入力。打つ人は Tab で欄へ移って打ち、貼り付ける人は欄に直に入れる。 */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { FieldSpec } from "#app/domain/plan/field.ts";
import type { Visitor } from "../visitor.ts";

/** 一つの画面の Tab の止まり所より多い数。 */
const MANY_STOPS = 400;

const isFocused = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement);

/** その欄に焦点が来るまで Tab を押す。来なければ、キーボードでは使えない画面である。 */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < MANY_STOPS; stops += 1) {
    if (await isFocused(control)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab では届きません: ${String(control)}`);
}

/** Tab でボタン又はリンクへ移り、Enter で押す。 */
export async function pressByKeyboard(visitor: Visitor, control: Locator): Promise<void> {
  await tabTo(visitor.page, control);
  await visitor.moving(() => visitor.page.keyboard.press("Enter"));
}

/**
 * @param place 欄のある所（画面又は表の一行）
 * @param answer 選択の欄では選択肢の値、ほかの欄では打つ文字
 */
export async function answerField(
  visitor: Visitor,
  place: Page | Locator,
  spec: FieldSpec,
  answer: string,
): Promise<void> {
  const radios = place.getByRole("radiogroup", { name: spec.label });
  if (spec.kind === "choice" && (await radios.count()) > 0) {
    await chooseRadio(visitor, radios, answer);
    return;
  }
  const control = place.getByLabel(spec.label, { exact: true });
  if (spec.kind === "choice") await chooseOption(visitor, control, answer);
  else await typeText(visitor, control, answer);
}

/** 選択肢から一つを選ぶ。 */
export async function chooseRadio(visitor: Visitor, radios: Locator, answer: string): Promise<void> {
  const wanted = radios.locator(`input[value="${answer}"]`);
  if (visitor.typing === "pasted") {
    await wanted.check();
    return;
  }
  const { page } = visitor;
  const stop = (await radios.locator("input:checked").count()) > 0 ? "input:checked" : "input >> nth=0";
  await tabTo(page, radios.locator(stop));
  await page.keyboard.press("Space");
  for (const _ of await radios.locator("input").all()) {
    if (await wanted.isChecked()) break;
    await page.keyboard.press("ArrowDown");
  }
  expect(await wanted.isChecked()).toBe(true);
}

async function chooseOption(visitor: Visitor, select: Locator, answer: string): Promise<void> {
  if (visitor.typing === "pasted") {
    await select.selectOption(answer);
    return;
  }
  const { page } = visitor;
  await tabTo(page, select);
  const steps = await select.evaluate((element, wanted) => {
    const { options, selectedIndex } = element as HTMLSelectElement;
    return [...options].findIndex((option) => option.value === wanted) - selectedIndex;
  }, answer);
  for (let step = 0; step < Math.abs(steps); step += 1)
    await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  expect(await select.inputValue()).toBe(answer);
}

async function typeText(visitor: Visitor, control: Locator, answer: string): Promise<void> {
  if (visitor.typing === "pasted") {
    await control.fill(answer);
    return;
  }
  const { page } = visitor;
  await tabTo(page, control);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type(answer);
  expect(await control.inputValue()).toBe(answer);
}
