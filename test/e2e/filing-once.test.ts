/** 申請は一度だけ。二度押しても、何度送っても、同じ受付番号になる。 */
import { describe, expect, it } from "vitest";
import { construction, warehouse } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedDraft } from "./support/prepared-draft.ts";
import { checkAnswers, readReceipt } from "./support/steps/application.ts";
import type { Person } from "./support/steps/log-in.ts";
import { openWorkList } from "./support/steps/review.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse();
const PRESSES = 20;

/** 書き終えた計画の、申請のボタンの前まで進む。 */
async function readyToFile(person: Person, answers: typeof construction.answers): Promise<Visitor> {
  const application = await preparedDraft(house.portal, person, answers);
  const applicant = await house.arrive(person);
  await checkAnswers(applicant, application);
  await applicant.follow("申請に進む");
  await applicant.page.getByRole("checkbox").check();
  return applicant;
}

const countIn = (text: string, words: string): number => text.split(words).length - 1;

describe("申請のボタン", () => {
  it("続けて二度押しても、申請は一つで、控えは同じになる", async () => {
    const applicant = await readyToFile("yoshikawa", construction.answers);
    await applicant.moving(() =>
      applicant.page.getByRole("button", { name: "申請する", exact: true }).dblclick(),
    );
    expect(await applicant.title()).toBe("受付の控え");
    const receipt = await readReceipt(applicant);
    expect(receipt.times).toBe("1回目");
    await applicant.leave();

    const reviewer = await house.arrive("kinkiSeibiReviewer");
    expect(countIn(await openWorkList(reviewer), receipt.number)).toBe(1);
    await reviewer.follow(receipt.number);
    expect(await reviewer.text()).not.toContain("第2回の申請");
    await reviewer.leave();
  });

  it(`同じ送信が${PRESSES}回同時に届いても、申請は一つで、どの答えも同じ控えになる`, async () => {
    const applicant = await readyToFile("seishin", warehouse.answers);
    const form = await applicant.page
      .locator("main form")
      .evaluate((element) =>
        Object.fromEntries(
          [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, value as string]),
        ),
      );
    const url = applicant.page.url();
    const { origin } = new URL(url);
    const answers = await Promise.all(
      Array.from({ length: PRESSES }, () =>
        applicant.context.request.post(url, { headers: { Origin: origin }, form }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => new URL(answer.url()).pathname.split("/").at(-1)))).toEqual(
      new Set(["receipt"]),
    );
    await applicant.open(new URL(answers[0]?.url() ?? url).pathname);
    const receipt = await readReceipt(applicant);
    expect(receipt.times).toBe("1回目");
    for (const answer of answers) expect(await answer.text()).toContain(receipt.number);
    await applicant.leave();

    const reviewer = await house.arrive("kobeReviewer");
    expect(countIn(await openWorkList(reviewer), "西神倉庫株式会社")).toBe(1);
    await reviewer.leave();
  });
});
