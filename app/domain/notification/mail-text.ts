/** メールの組み方。件名には決まり文句だけを置き、会社名・氏名・メールアドレスを入れない。 */

export type MailText = { readonly subject: string; readonly body: string };

/**
 * @param subject 「【経営力向上計画】」に続ける件名
 * @param lines 宛名と結びの間の行
 */
export const composeMail = (subject: string, toName: string, lines: readonly string[]): MailText => ({
  subject: `【経営力向上計画】${subject}`,
  body: [
    `${toName} 様`,
    "",
    ...lines,
    "",
    "このメールは送信専用です。返信しても届きません。",
    "経営力向上計画 電子申請ポータル",
  ].join("\n"),
});
