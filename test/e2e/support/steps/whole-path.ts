/** 手続の全部の道。ログインから、認定通知書を受け取るまで。 */
import { expect } from "vitest";
import { manufacturing } from "#test/support/example-plans.ts";
import type { House } from "../house.ts";
import type { Visitor, VisitorOptions } from "../visitor.ts";
import {
  attachRequired,
  checkAnswers,
  correctAndRefile,
  fileApplication,
  fillPlan,
  startApplication,
} from "./application.ts";
import { downloadCertificate, downloadPdf, pdfText } from "./documents.ts";
import type { Person } from "./log-in.ts";
import { readMail } from "./mails.ts";
import {
  accept,
  certify,
  openRecord,
  openWorkList,
  propose,
  returnForCorrection,
  startReview,
} from "./review.ts";

const correction = {
  section: "present-state",
  field: "issues",
  comment: "夜間の無人運転を延ばす課題に、今の時間数を書き足してください。",
  answer: "①段取り替え時間（1回平均95分）の短縮、②工程設計の標準化、③夜間無人運転（今は1日2時間）の延長。",
};

/** @returns 認定番号 */
export async function walkTheWholePath(house: House, options: VisitorOptions): Promise<string> {
  const arrive = (person: Person): Promise<Visitor> => house.arrive(person, options);

  const applicant = await arrive("aoba");
  const application = await startApplication(applicant, "aoba");
  await fillPlan(applicant, application, manufacturing.answers);
  await attachRequired(applicant, application);

  const check = await checkAnswers(applicant, application);
  for (const words of ["7.88%", "1%以上", "東北経済産業局"]) expect(check).toContain(words);
  const receipt = await fileApplication(applicant, application);
  expect(receipt).toMatchObject({ times: "1回目", office: "東北経済産業局（東北経済産業局長 殿）" });

  const reviewer = await arrive("tohokuReviewer");
  const record = await openRecord(reviewer, receipt.number);
  expect(await reviewer.text()).toContain("髙橋 健一");

  const stranger = await arrive("kantoReviewer");
  expect(await openWorkList(stranger)).not.toContain(receipt.number);
  expect(await stranger.open(record)).toMatchObject({ status: 404 });
  await stranger.leave();

  await accept(reviewer);
  expect(await reviewer.text()).toContain("受理日 令和8年12月1日");
  await startReview(reviewer);

  await returnForCorrection(reviewer, correction);
  const refiled = await correctAndRefile(applicant, application, correction);
  expect(refiled).toMatchObject({ number: receipt.number, times: "2回目" });

  await reviewer.open(record);
  expect(await reviewer.text()).toContain(correction.answer);
  await propose(reviewer);
  await reviewer.leave();

  const manager = await arrive("tohokuManager");
  await openRecord(manager, receipt.number);
  await certify(manager);
  await house.portal.workDone();
  await manager.openAgain();
  const number = await manager.valueOf("番号");
  expect(pdfText(await downloadPdf(manager, "認定通知書（PDF）"))).toContain(number);
  await manager.leave();

  const certificate = pdfText(await downloadCertificate(applicant, application));
  for (const words of [number, "株式会社青葉精密製作所", "髙橋 健一", "東北経済産業局長", "令和8年12月1日"])
    expect(certificate).toContain(words.replaceAll(" ", ""));
  await applicant.open(application);
  expect(await applicant.valueOf("認定番号")).toBe(number);
  const downloads = await applicant.page.getByRole("table", { name: "認定通知書の受取りの記録" }).innerText();
  expect(downloads).toContain("髙橋 健一");
  expect(downloads).toContain("行政機関");
  await applicant.leave();

  const administrator = await arrive("administrator");
  expect(await readMail(administrator, `計画が認定されました（受付番号 ${receipt.number}）`)).toContain(
    `${house.portal.origin}${application}`,
  );
  await administrator.leave();
  return number;
}
