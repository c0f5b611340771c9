/** 投資計画の確認のメールの文面。件名に会社名・氏名・メールアドレスを入れない。 */
import type { MailTemplateName } from "../workflow/effects.ts";
import { composeMail, type MailText } from "./mail-text.ts";

export type ConfirmationMailName =
  | "confirmationFiled"
  | "confirmationArrived"
  | "confirmationWithdrawn"
  | "confirmationReturned"
  | "confirmationConfirmed"
  | "confirmationDeclined";

export type ConfirmationMailFacts = {
  readonly companyName: string;
  readonly officeName: string;
  readonly receiptNumber: string;
  /** 開く画面の URL。 */
  readonly url: string;
  readonly toName: string;
};

type Template = {
  readonly subject: string;
  /** 受け方を、同じ重さの計画の知らせに合わせる。 */
  readonly like: MailTemplateName;
  readonly lines: (facts: ConfirmationMailFacts) => readonly string[];
};

const templates: Readonly<Record<ConfirmationMailName, Template>> = {
  confirmationFiled: {
    subject: "投資計画の確認の申請を受け付けました",
    like: "filed",
    lines: ({ officeName }) => [
      "投資計画の確認の申請を受け付けました。",
      `提出先: ${officeName}`,
      "審査の進み具合は、次の画面で確かめられます。",
    ],
  },
  confirmationArrived: {
    subject: "投資計画の確認の申請が届きました",
    like: "arrived",
    lines: ({ companyName }) => [
      `${companyName} から、投資計画の確認の申請が届きました。`,
      "次の画面で内容を確かめてください。",
    ],
  },
  confirmationWithdrawn: {
    subject: "投資計画の確認の申請が取り下げられました",
    like: "withdrawn",
    lines: () => ["投資計画の確認の申請が取り下げられました。"],
  },
  confirmationReturned: {
    subject: "投資計画の確認の申請の修正をお願いします",
    like: "returned",
    lines: ({ officeName }) => [
      `${officeName} から、投資計画の確認の申請について修正の依頼があります。`,
      "次の画面で指摘を確かめ、直してからもう一度申請してください。",
    ],
  },
  confirmationConfirmed: {
    subject: "投資計画の確認書ができました",
    like: "certified",
    lines: () => [
      "投資計画が確認されました。確認書は、次の画面から取得できます。",
      "確認書の番号は、経営力向上計画の設備の欄で選べます。設備の取得の前に、計画の認定を受けてください。",
    ],
  },
  confirmationDeclined: {
    subject: "投資計画の確認の申請の結果のお知らせ",
    like: "declined",
    lines: () => ["申請された投資計画は、確認に至りませんでした。", "理由は、次の画面で確かめられます。"],
  },
};

/** 受け方を決めるための、同じ重さの計画の知らせ。 */
export const planMailLike = (template: ConfirmationMailName): MailTemplateName => templates[template].like;

/** 文面を作る。 */
export function confirmationMailText(template: ConfirmationMailName, facts: ConfirmationMailFacts): MailText {
  const { subject, lines } = templates[template];
  return composeMail(`${subject}（受付番号 ${facts.receiptNumber}）`, facts.toName, [
    ...lines(facts),
    "",
    `受付番号: ${facts.receiptNumber}`,
    facts.url,
  ]);
}
