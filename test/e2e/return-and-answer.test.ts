/** 差戻しの往復: 指摘 → その欄だけを直して回答 → 前の申請との違い → 認定。JavaScript がなくてもできる。 */
import { expect, it } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedProposal } from "./support/prepared-record.ts";
import { answerOne, fileApplication, saveSection } from "./support/steps/application.ts";
import { accountOf } from "./support/steps/log-in.ts";
import { certify, propose, returnForCorrection } from "./support/steps/review.ts";

const house = openHouse();

const comment = "夜間の無人運転を延ばす課題に、今の時間数を書き足してください。";
const before = manufacturing.answers["present-state"]?.["issues"];
const after = `${typeof before === "string" ? before : ""}夜間無人運転は、今は1日2時間である。`;

it.each([true, false])("指摘、回答、違い、認定（JavaScript %s）", async (javaScript) => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const reviewer = await house.arrive("tohokuReviewer", { javaScript });
  await reviewer.open(record);
  await returnForCorrection(reviewer, { section: "present-state", field: "issues", comment });

  const applicant = await house.arrive("aoba", { javaScript });
  const application = `/c/${accountOf("aoba").companyKey}/applications/${record.split("/").at(-1) ?? ""}`;
  await applicant.open(application);
  await applicant.follow("指摘の欄だけを見て、回答する");
  const asked = await applicant.text();
  expect(asked).toContain(comment);
  expect(asked).toContain("回答済み 0 / 1");
  expect(await applicant.page.getByRole("textbox").count()).toBe(1);

  await applicant.follow("この欄を直す");
  await answerOne(applicant, "present-state", "issues", after);
  await saveSection(applicant);
  await applicant.follow("指摘の欄だけを見て、回答する");
  expect(await applicant.page.locator("ins").innerText()).toContain("夜間無人運転は、今は1日2時間である。");
  await applicant.page.getByLabel("指摘1への回答").fill("今の時間数を最後の文に書き足しました。");
  await applicant.press("回答を保存する");
  expect(await applicant.text()).toContain("回答済み 1 / 1");
  await fileApplication(applicant, application);
  await applicant.leave();

  await reviewer.open(record);
  expect(await reviewer.text()).toContain("申請者の回答：今の時間数を最後の文に書き足しました。");
  await reviewer.follow("変更点を見る");
  expect(await reviewer.text()).toContain("回答：今の時間数を最後の文に書き足しました。");
  expect(await reviewer.page.locator("ins").innerText()).toContain("夜間無人運転は、今は1日2時間である。");
  expect(await reviewer.page.locator("del").count()).toBe(0);
  await reviewer.open(record);
  await propose(reviewer);
  await reviewer.leave();

  const manager = await house.arrive("tohokuManager", { javaScript });
  await manager.open(record);
  await certify(manager);
  await manager.leave();
  await house.portal.workDone();
});

it("局の文例を足し、指摘に入れ、理由を選んで差し戻す（JavaScript なし）", async () => {
  const record = await preparedProposal(house.portal, manufacturing.answers);
  const reviewer = await house.arrive("tohokuReviewer", { javaScript: false });
  await reviewer.open("/review/text-blocks");
  const fresh = reviewer.page.getByRole("form", { name: "新しい文例" });
  await fresh.getByLabel("題").fill("証明書の写し");
  await fresh.getByLabel("文").fill("工業会の証明書の写しを添付してください。");
  await reviewer.press("足す");
  expect(await reviewer.text()).toContain("文例を保存しました");

  await reviewer.open(`${record}/return`);
  const first = reviewer.page.getByRole("group", { name: "指摘1", exact: true });
  await first.getByLabel("欄").selectOption("equipment/equipment");
  await first.getByLabel("理由").selectOption({ label: "書類が足りない" });
  await first.getByLabel("局の文例").selectOption({ label: "証明書の写し" });
  await reviewer.press("指摘1に文例を入れる");
  const text = reviewer.page.getByRole("group", { name: "指摘1", exact: true }).getByLabel("内容");
  expect(await text.inputValue()).toBe("工業会の証明書の写しを添付してください。");
  await reviewer.press("差し戻す");
  expect(await reviewer.text()).toContain("申請者に差し戻しました");
  expect(await reviewer.text()).toContain("（不足）：工業会の証明書の写しを添付してください。");
  await reviewer.leave();
});
