/**
 * メールの文面。件名に会社名・氏名・メールアドレスを入れない。
 * 本文のリンクはログインが要る画面だけを指す。
 */
import type { MailTemplateName } from "../workflow/effects.ts";
import { composeMail, type MailText } from "./mail-text.ts";

export type MailFacts = {
  readonly companyName: string;
  readonly officeName: string;
  readonly receiptNumber: string;
  /** 開く画面の URL。 */
  readonly url: string;
  readonly toName: string;
  readonly to: "applicant" | "office";
};

type Template = { readonly subject: string; readonly lines: (facts: MailFacts) => readonly string[] };

const templates = {
  filed: {
    subject: "申請を受け付けました",
    lines: ({ officeName }) => [
      "経営力向上計画に係る認定申請を受け付けました。",
      `提出先: ${officeName}`,
      "審査の進み具合は、次の画面で確かめられます。",
    ],
  },
  arrived: {
    subject: "申請が届きました",
    lines: ({ companyName }) => [
      `${companyName} から申請が届きました。`,
      "次の画面で内容を確かめてください。",
    ],
  },
  recalled: {
    subject: "申請が引き戻されました",
    lines: ({ to }) =>
      to === "office"
        ? ["申請者が申請を引き戻しました。審査は要りません。"]
        : [
            "申請を引き戻しました。申請は下書きに戻り、入力した内容はそのまま残っています。",
            "直してから、次の画面でもう一度申請してください。",
          ],
  },
  withdrawn: {
    subject: "申請が取り下げられました",
    lines: () => ["申請が取り下げられました。"],
  },
  accepted: {
    subject: "申請が受理されました",
    lines: ({ officeName }) => [`${officeName} が申請を受理し、審査を始めます。`],
  },
  transferred: {
    subject: "申請が移送されました",
    lines: ({ officeName, companyName, to }) =>
      to === "office"
        ? [`${companyName} の申請が、ほかの局から移送されました。`, "次の画面で内容を確かめてください。"]
        : [`申請の審査を行う局が変わりました。新しい提出先: ${officeName}`, "出し直す必要はありません。"],
  },
  paused: {
    subject: "審査を一時的に止めています",
    lines: ({ officeName }) => [
      `${officeName} が、確かめることがあるため、審査を一時的に止めています。`,
      "止めている間は標準処理期間が進まないため、結果の出る見込みの日が後になります。",
      "止めている理由は、次の画面で確かめられます。",
    ],
  },
  resumed: {
    subject: "審査を再開しました",
    lines: ({ officeName }) => [
      `${officeName} が審査を再開しました。`,
      "結果の出る見込みの日は、次の画面で確かめられます。",
    ],
  },
  returned: {
    subject: "申請の修正をお願いします",
    lines: ({ officeName }) => [
      `${officeName} から、申請の内容について修正の依頼があります。`,
      "次の画面で指摘を確かめ、直してからもう一度申請してください。",
    ],
  },
  certified: {
    subject: "計画が認定されました",
    lines: () => ["経営力向上計画が認定されました。", "認定通知書ができました。次の画面から取得できます。"],
  },
  corrected: {
    subject: "認定通知書を訂正しました",
    lines: ({ officeName }) => [
      `${officeName} が認定通知書を訂正し、新しい版を発行しました。訂正の理由は次の画面で確かめられます。`,
      "前の版も残りますが、認定通知書の確認の画面では、訂正されていることが示されます。",
    ],
  },
  revoked: {
    subject: "認定の取消しのお知らせ",
    lines: ({ officeName }) => [
      `${officeName} が経営力向上計画の認定を取り消しました。`,
      "理由と、不服の申立て方を記した通知書を、次の画面から取得できます。",
    ],
  },
  declined: {
    subject: "申請の結果のお知らせ",
    lines: () => [
      "申請された計画は、認定に至りませんでした。",
      "理由と、不服の申立て方を記した通知書を、次の画面から取得できます。",
    ],
  },
  messageArrived: {
    subject: "連絡が届いています",
    lines: ({ to, officeName, companyName }) => [
      `${to === "applicant" ? officeName : companyName} から、この申請についての連絡が届いています。`,
      "内容は、次の画面の「連絡」で確かめてください。",
    ],
  },
  consultationAsked: {
    subject: "回答をお願いします",
    lines: ({ officeName }) => [
      `${officeName} から、審査している申請について、同意又は意見を求められています。`,
      "次の画面で内容を確かめて、回答してください。",
    ],
  },
  minorChange: {
    subject: "軽微な変更の届出がありました",
    lines: ({ companyName }) => [
      `${companyName} から、認定を受けた計画の軽微な変更の届出がありました。`,
      "内容は、次の画面の「計画の歩み」で確かめてください。",
    ],
  },
  consultationAnswered: {
    subject: "ほかの局から回答がありました",
    lines: ({ officeName }) => [
      `${officeName} から回答がありました。`,
      "内容は、次の画面で確かめてください。",
    ],
  },
} as const satisfies Record<MailTemplateName, Template>;

/** 文面を作る。 */
export function mailText(template: MailTemplateName, facts: MailFacts): MailText {
  const { subject, lines } = templates[template] as Template;
  const number = facts.receiptNumber === "" ? "" : `（受付番号 ${facts.receiptNumber}）`;
  return composeMail(`${subject}${number}`, facts.toName, [
    ...lines(facts),
    "",
    ...(facts.receiptNumber === "" ? [] : [`受付番号: ${facts.receiptNumber}`]),
    facts.url,
  ]);
}
