/** 紙: 下書きの様式、申請した様式と受付票、郵送だけの提出先、引戻しと取下げ。 */
import { describe, expect, it } from "vitest";
import { construction, manufacturing, withRow } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedDraft } from "./support/prepared-draft.ts";
import { checkAnswers, fileApplication, readReceipt } from "./support/steps/application.ts";
import { downloadPdf, pdfText } from "./support/steps/documents.ts";
import { accept, openRecord } from "./support/steps/review.ts";

const house = openHouse();

describe("申請の紙", () => {
  it("下書きはいつでも印刷でき、申請した様式と受付票は、申請者にも審査担当にも何度でも同じものが届く", async () => {
    const application = await preparedDraft(house.portal, "aoba", manufacturing.answers);
    const applicant = await house.arrive("aoba");
    await applicant.open(application);
    const draft = pdfText(await downloadPdf(applicant, "申請書の PDF を開く（下書き）"));
    for (const letter of "下書き") expect(draft).toContain(letter);
    expect(draft).toContain("東北経済産業局長殿");
    expect(draft).not.toContain("受付番号");

    const { number } = await fileApplication(applicant, application);
    expect(await applicant.text()).toContain("電話での読み方");
    expect(await applicant.valueOf("処理の目安の日")).toContain("令和8年12月21日");
    await house.portal.workDone();
    const receipt = await downloadPdf(applicant, "受付票（PDF）を開く");
    for (const part of [number, "電話では「にろく、", "東北経済産業局", "証明書.pdf".replace(".pdf", "")])
      expect(pdfText(receipt)).toContain(part);
    expect(Buffer.from(await downloadPdf(applicant, "受付票（PDF）を開く")).equals(receipt)).toBe(true);
    const form = await downloadPdf(applicant, "申請書（PDF）を開く");
    expect(pdfText(form)).toContain(`受付番号${number}`);
    expect(Buffer.from(await downloadPdf(applicant, "申請書（PDF）を開く")).equals(form)).toBe(true);
    await applicant.open(application);
    expect(Buffer.from(await downloadPdf(applicant, "第1回の申請書")).equals(form)).toBe(true);
    await applicant.leave();

    const reviewer = await house.arrive("tohokuReviewer");
    await openRecord(reviewer, number);
    expect(Buffer.from(await downloadPdf(reviewer, "第1回の申請書")).equals(form)).toBe(true);
    const record = reviewer.path;
    await reviewer.leave();
    const elsewhere = await house.arrive("kantoReviewer");
    const answer = await elsewhere.context.request.get(
      new URL(`${record}/form.pdf`, elsewhere.page.url()).href,
    );
    expect(answer.status()).toBe(404);
    await elsewhere.leave();
  });

  it("受理の前なら引き戻して直せて番号は変わらず、受理の後は理由を書いて取り下げる", async () => {
    const application = await preparedDraft(house.portal, "yoshikawa", construction.answers);
    const applicant = await house.arrive("yoshikawa");
    const { number } = await fileApplication(applicant, application);
    await applicant.follow("審査の進み具合を見る");
    await applicant.follow("申請を引き戻す・取り下げる");
    await applicant.press("申請を引き戻す");
    expect(await applicant.text()).toContain("申請を引き戻しました");
    expect(await applicant.text()).toContain(number);
    expect(await checkAnswers(applicant, application)).toContain("有限会社𠮷川建設");
    expect(await fileApplication(applicant, application)).toMatchObject({ number, times: "2回目" });

    const reviewer = await house.arrive("kinkiSeibiReviewer");
    await openRecord(reviewer, number);
    await accept(reviewer);
    await reviewer.leave();

    await applicant.follow("審査の進み具合を見る");
    await applicant.follow("申請を取り下げる");
    expect(await applicant.text()).not.toContain("引き戻して直す");
    await applicant.press("申請を取り下げる");
    expect(await applicant.text()).toContain("取り下げる理由を入力してください");
    await applicant.page.getByLabel("取り下げる理由").fill("設備の取得をやめたため");
    await applicant.press("申請を取り下げる");
    expect(await applicant.text()).toContain("申請を取り下げました");
    await house.portal.workDone();
    const [second, first] = [
      await downloadPdf(applicant, "第2回の申請書"),
      await downloadPdf(applicant, "第1回の申請書"),
    ];
    for (const form of [first, second]) expect(pdfText(form)).toContain(`受付番号${number}`);
    await applicant.open(`${application}/receipt`);
    expect((await readReceipt(applicant)).number).toBe(number);
    await applicant.leave();
  });
});

describe("電子申請を受け付けない提出先", () => {
  it("手順を読み、宛先の頁の付いた申請書を印刷する。ポータルには申請できない", async () => {
    const brewery = withRow(manufacturing.answers, ["industry", "industries"], 0, { code: "1022" });
    const application = await preparedDraft(house.portal, "aoba", brewery);
    const applicant = await house.arrive("aoba");
    const text = await checkAnswers(applicant, application);
    expect(text).toContain("印刷して郵送");
    expect(text).not.toContain("直すところが");
    await applicant.follow("印刷と郵送に進む");
    expect(await applicant.title()).toBe("印刷して郵送する");
    expect(await applicant.valueOf("提出先")).toBe("仙台国税局");
    expect(await applicant.text()).toContain("郵送する日を手で書き入れます");
    const form = pdfText(await downloadPdf(applicant, "印刷する申請書（PDF）を開く"));
    for (const part of ["仙台国税局長殿", "送付書", "様式第1", "令和年月日"]) expect(form).toContain(part);
    await applicant.open(`${application}/submit`);
    expect(applicant.path).toBe(`${application}/post`);
    await applicant.leave();
  });

  it("電子申請の提出先と、誤りの残る計画には、郵送の案内を出さない", async () => {
    const electronic = await preparedDraft(house.portal, "aoba", manufacturing.answers);
    const applicant = await house.arrive("aoba");
    expect((await applicant.open(`${electronic}/post`)).status).toBe(404);
    const broken = withRow(manufacturing.answers, ["industry", "industries"], 0, { code: "1022" });
    const { period: _unwritten, ...unfinished } = broken;
    const application = await preparedDraft(house.portal, "aoba", unfinished);
    await applicant.open(`${application}/post`);
    expect(applicant.path).toBe(`${application}/check`);
    expect(await applicant.text()).toContain("印刷の前に直すところが");
    await applicant.leave();
  });
});
