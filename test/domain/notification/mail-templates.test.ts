/** メールの文面の決まり: 件名に会社名や氏名を入れず、リンクは渡した画面だけを指す。 */
import { describe, expect, it } from "vitest";
import { type MailFacts, mailText } from "#app/domain/notification/mail-templates.ts";
import type { MailTemplateName } from "#app/domain/workflow/effects.ts";

const facts: MailFacts = {
  companyName: "株式会社青葉精密製作所",
  officeName: "東北経済産業局",
  receiptNumber: "26-0000-0018",
  url: "https://portal.example.jp/c/7990001000001/applications/a-1",
  toName: "総務課 小田 航",
  to: "applicant",
};
const subjects = {
  filed: "申請を受け付けました",
  arrived: "申請が届きました",
  recalled: "申請が引き戻されました",
  withdrawn: "申請が取り下げられました",
  accepted: "申請が受理されました",
  transferred: "申請が移送されました",
  returned: "申請の修正をお願いします",
  certified: "計画が認定されました",
  corrected: "認定通知書を訂正しました",
  revoked: "認定の取消しのお知らせ",
  declined: "申請の結果のお知らせ",
  paused: "審査を一時的に止めています",
  resumed: "審査を再開しました",
  messageArrived: "連絡が届いています",
  consultationAsked: "回答をお願いします",
  consultationAnswered: "ほかの局から回答がありました",
  minorChange: "軽微な変更の届出がありました",
} as const satisfies Record<MailTemplateName, string>;
const cases = Object.entries(subjects) as [MailTemplateName, string][];

describe("メールの文面", () => {
  it.each(cases)("%s の件名は「%s」と受付番号だけ", (template, subject) => {
    expect(mailText(template, facts).subject).toBe(`【経営力向上計画】${subject}（受付番号 26-0000-0018）`);
  });

  it.each(cases)("%s の本文は宛名で始まり、開く画面を一つだけ示す", (template) => {
    const { body } = mailText(template, facts);
    expect(body.startsWith("総務課 小田 航 様\n\n")).toBe(true);
    expect(body.match(/https?:\S+/gu)).toEqual([facts.url]);
    expect(body).toContain("受付番号: 26-0000-0018");
    expect(body).toContain("このメールは送信専用です。");
  });

  it("受付番号がまだないときは、空の括弧を出さない", () => {
    const { subject, body } = mailText("recalled", { ...facts, receiptNumber: "" });
    expect(subject).toBe("【経営力向上計画】申請が引き戻されました");
    expect(body).not.toContain("受付番号");
  });
});
