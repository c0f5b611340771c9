/** 申請者の歩み: 始めの質問に、一問ずつ答える。 */
import type { ScreeningAnswers } from "#app/domain/eligibility/screening-question.ts";
import type { Visitor } from "../visitor.ts";
import { press } from "./application.ts";
import { tabTo } from "./typing.ts";

/** いま出ている質問に、選択肢の値で答えて次へ進む。 */
export async function answerQuestion(visitor: Visitor, value: string): Promise<void> {
  const { page } = visitor;
  const radios = page.getByRole("radiogroup");
  const wanted = radios.locator(`input[value="${value}"]`);
  if (visitor.typing === "typed") {
    const checked = radios.locator("input:checked");
    await tabTo(page, (await checked.count()) > 0 ? checked : radios.locator("input").first());
    await page.keyboard.press("Space");
    for (const _ of await radios.locator("input").all()) {
      if (await wanted.isChecked()) break;
      await page.keyboard.press("ArrowDown");
    }
  } else await wanted.check();
  await press(visitor, page.getByRole("button", { name: "次へ", exact: true }));
}

/** 尋ねられる順に、結果が出るまで答える。 */
export async function answerScreening(visitor: Visitor, answers: ScreeningAnswers): Promise<void> {
  for (;;) {
    const question = /\/screening\/(\w+)$/u.exec(visitor.path)?.[1];
    if (question === undefined) return;
    const value = (answers as Readonly<Record<string, string>>)[question];
    if (value === undefined) throw new Error(`質問 ${question} の答えがありません。`);
    await answerQuestion(visitor, value);
  }
}
