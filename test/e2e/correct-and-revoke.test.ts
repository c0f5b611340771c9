/** 認定の後: 決裁者が通知書を訂正し、のちに認定を取り消す。申請者と、確認の画面を見る人に、そのとおり伝わる。 */
import { expect, it } from "vitest";
import { contextFor } from "#app/http/guard.server.ts";
import type { Services } from "#app/services.server.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { rememberServices } from "#test/support/portal-services.ts";
import { openHouse } from "./support/house.ts";
import { downloadPdf, pdfText } from "./support/steps/documents.ts";
import type { Person } from "./support/steps/log-in.ts";
import { readMail } from "./support/steps/mails.ts";
import type { Visitor } from "./support/visitor.ts";

let certified: Certified;
let receiptNumber = "";
let firstCode = "";

/** 認定まで進め、通知書を作っておく。 */
async function certifyOne(services: Services): Promise<void> {
  rememberServices(services);
  certified = await certifiedPlan({ services, context: (actor) => contextFor(services, actor, "prepare") });
  firstCode = (await certified.latest()).code;
}

const house = openHouse(certifyOne);
const record = () => `/review/applications/${certified.applicationId}`;
const own = () => `/c/${certified.companyKey}/applications/${certified.applicationId}`;

async function as<T>(person: Person | null, act: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitor = person === null ? await house.visit() : await house.arrive(person);
  const done = await act(visitor);
  await visitor.leave();
  return done;
}
const verdict = (code: string): Promise<string> =>
  as(null, async (visitor) => {
    await visitor.open(`/verify/${code}`);
    return visitor.text();
  });

const reason = "代表者の役職名に誤りがあったため";

it("理由の無い訂正は断られ、打った値は残り、理由を書けば訂正できる", async () => {
  await as("tohokuManager", async (manager) => {
    await manager.open(record());
    receiptNumber =
      (await manager.page.getByRole("navigation", { name: "現在位置" }).innerText()).split(/\s/u).at(-1) ??
      "";
    await manager.follow("通知書を訂正する");
    const representative = manager.page.getByLabel("代表者の役職名及び氏名");
    await representative.fill("代表取締役社長 髙橋 健一");
    await manager.press("第2版を発行する");
    expect(await manager.text()).toContain("訂正の理由を書いてください。");
    expect(await representative.inputValue()).toBe("代表取締役社長 髙橋 健一");
    await manager.page.getByLabel("訂正の理由").fill(reason);
    await manager.press("第2版を発行する");
    expect(await manager.text()).toContain("認定通知書を訂正しました");
  });
  await house.portal.workDone();
});

it("訂正すると、第2版ができ、確認の画面は第1版が訂正されていると答える", async () => {
  expect(await verdict(firstCode)).toContain("この認定通知書は、第2版に訂正されています");
  const second = await certified.latest();
  expect(second.edition).toBe(2);
  expect(await verdict(second.code)).toContain("この認定通知書は、発行されたもので、有効です");
});

it("申請者には、両方の版と訂正の理由が見え、どちらも画面で読め、受取りが残り、メールが届く", async () => {
  await as("aoba", async (applicant) => {
    await applicant.open(own());
    expect(await applicant.valueOf("版")).toBe("第2版");
    expect(await applicant.valueOf("訂正の理由")).toBe(reason);
    const pdf = pdfText(await downloadPdf(applicant, "認定通知書（PDF）を開く"));
    await applicant.follow("画面で読む");
    expect(await applicant.title()).toBe("認定通知書（第2版）");
    const letter = await applicant.page.getByRole("article").innerText();
    expect(letter).toContain("代表取締役社長 髙橋 健一");
    expect(letter.replaceAll(/\s/gu, "")).toBe(pdf);
    await applicant.open(own());
    await applicant.follow(/^画面で読む\s*（第1版）$/u);
    expect(await applicant.text()).toContain("この版は、第2版に訂正されています");
    expect(await applicant.page.getByRole("article").innerText()).not.toContain("代表取締役社長");
    await applicant.open(own());
    const table = applicant.page.getByRole("table", { name: "認定通知書の受取りの記録" });
    expect(await table.innerText()).toContain("申請者の画面");
  });
  await as("administrator", async (administrator) => {
    const mail = await readMail(administrator, `認定通知書を訂正しました（受付番号 ${receiptNumber}）`);
    expect(mail).toContain(`${house.portal.origin}${own()}`);
  });
});

it("取り消すと、確認の画面はどの版も取り消されていると答え、申請者に理由が示され、メールが届く", async () => {
  const why = "認定計画に従って事業を実施していないため";
  await as("tohokuManager", async (manager) => {
    await manager.open(record());
    await manager.follow("認定を取り消す");
    await manager.press("認定を取り消す");
    expect(await manager.text()).toContain("取消しの理由を、2,000字までで書いてください。");
    await manager.page.getByLabel("取消しの理由").fill(why);
    await manager.press("この理由で通知書を確かめる");
    expect(await manager.valueOf("記：取消しの理由")).toBe(why);
    expect(await manager.page.getByLabel("取消しの理由").inputValue()).toBe(why);
    await manager.press("認定を取り消す");
    expect(await manager.text()).toContain("認定の取消しを記録しました");
    for (const command of ["correct", "revoke"]) {
      expect(await manager.open(`${record()}/${command}`)).toMatchObject({ status: 409 });
      expect(await manager.text()).toContain("この認定は、もう取り消されています。");
      await manager.follow("申請の画面へ戻る");
    }
    expect(await manager.text()).toContain(`理由：${why}`);
  });
  await house.portal.workDone();
  for (const code of [firstCode, (await certified.latest()).code])
    expect(await verdict(code)).toContain("この認定は、取り消されています");
  await as("aoba", async (applicant) => {
    await applicant.open(own());
    expect(await applicant.text()).toContain("認定（取消し）");
    expect(await applicant.text()).toContain(`理由：${why}`);
    const pdf = pdfText(await downloadPdf(applicant, /^取消しの通知書（PDF、.+）を開く$/u));
    await applicant.follow("取消しの通知書を画面で読む");
    const letter = await applicant.page.getByRole("article").innerText();
    expect(letter).toContain(why);
    expect(letter.replaceAll(/\s/gu, "")).toBe(pdf);
  });
  await as("administrator", (administrator) =>
    readMail(administrator, `認定の取消しのお知らせ（受付番号 ${receiptNumber}）`),
  );
});
