/** 申請者と局の連絡。どちらも画面から送り、読み、返す。JavaScript は要らない。 */
import { expect, it } from "vitest";
import { contextFor } from "#app/http/guard.server.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { rememberServices } from "#test/support/portal-services.ts";
import { startAndFile } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { people } from "./support/steps/log-in.ts";

const house = openHouse();

it("局が欄を指して尋ね、申請者が未読に気づいて返し、局が読む", async () => {
  const { services } = house.portal;
  rememberServices(services);
  const context = await logIn(
    { services, context: (actor) => contextFor(services, actor, "e2e") },
    people.aoba,
  );
  const { companyKey, applicationId } = await startAndFile(context, manufacturing.answers);

  const reviewer = await house.arrive("tohokuReviewer");
  await reviewer.open(`/review/applications/${applicationId}`);
  await reviewer.follow("申請者との連絡を開く");
  await reviewer.page
    .getByLabel("何についての連絡か", { exact: true })
    .selectOption({ label: "代表者の役職名及び氏名" });
  expect(await reviewer.press("連絡を送る")).toMatchObject({ status: 422 });
  expect(await reviewer.page.getByRole("alert").innerText()).toContain("連絡の内容を入力してください。");
  await reviewer.page.getByLabel("連絡の内容", { exact: true }).fill("読み方を\n教えてください。");
  await reviewer.press("連絡を送る");
  expect(await reviewer.text()).toContain("連絡を送りました");

  const applicant = await house.arrive("aoba", { javaScript: false, viewport: { width: 390, height: 844 } });
  await applicant.open(`/c/${companyKey}/applications/${applicationId}`);
  expect(await applicant.text()).toContain("未読 1件");
  await applicant.follow("提出先との連絡を開く");
  const words = await applicant.text();
  expect(words).toContain("「名称等・代表者の役職名及び氏名」について");
  expect(words).toContain("読み方を\n教えてください。");
  await applicant.page.getByLabel("連絡の内容", { exact: true }).fill("「たかはし」です。");
  await applicant.press("連絡を送る");
  await house.portal.workDone();

  await reviewer.open(`/review/applications/${applicationId}`);
  expect(await reviewer.text()).toContain("未読 1件");
  await reviewer.follow("申請者との連絡を開く");
  expect(await reviewer.text()).toContain("「たかはし」です。");
  await reviewer.leave();
  await applicant.leave();
});
