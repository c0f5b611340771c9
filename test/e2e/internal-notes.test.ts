/** 審査の内部のメモ: 欄の下に出て、申請者の画面には決して出ない。出し直した申請には、欄ごとの履歴が付く。 */
import { expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { file, save } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { contextOf, preparedProposal } from "./support/prepared-record.ts";
import { accountOf } from "./support/steps/log-in.ts";
import { returnForCorrection } from "./support/steps/review.ts";

const house = openHouse();
const secret = "前の計画の担当に、口頭で確かめること";

it("メモを残し、差し戻し、出し直しの履歴を見る（JavaScript なし）", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const reviewer = await house.arrive("tohokuReviewer", { javaScript: false });
  await reviewer.open(record);
  await reviewer.follow("内部のメモを書く");
  await reviewer.page.getByLabel("メモ").fill(secret);
  expect(await reviewer.press("メモを残す")).toMatchObject({ status: 422 });
  expect(await reviewer.page.getByLabel("メモ").inputValue()).toBe(secret);
  await reviewer.page.getByLabel("欄").selectOption("company/employees");
  await reviewer.press("メモを残す");
  expect(await reviewer.text()).toContain("メモを残しました");
  expect(await reviewer.text()).toContain(`：${secret}`);
  await returnForCorrection(reviewer, {
    section: "company",
    field: "employees",
    comment: "人数を確かめてください。",
  });

  const own = { companyKey: accountOf("aoba").companyKey, applicationId: record.split("/").at(-1) ?? "" };
  const application = `/c/${own.companyKey}/applications/${own.applicationId}`;
  const applicant = await house.arrive("aoba", { javaScript: false });
  for (const page of ["", "/corrections", "/sections/company", "/check"]) {
    await applicant.open(`${application}${page}`);
    expect(await applicant.page.content()).not.toContain(secret);
  }
  await applicant.leave();

  const context = await contextOf(house.portal, "aoba");
  await save(context, own, "company", { ...manufacturing.answers["company"], employees: "48" });
  expect((await file(context, own)).sequence).toBe(2);
  await reviewer.open(record);
  await reviewer.follow("欄ごとの履歴");
  expect(await reviewer.text()).toContain("第2回（令和8年12月1日 10時00分、髙橋 健一）");
  expect(await reviewer.page.locator("ins").first().innerText()).toContain("48");
  await reviewer.leave();
});
