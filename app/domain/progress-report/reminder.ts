/** 実施状況報告の期限の知らせ。期限は公の文で確かめられていないので、目安の日と書く。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { CivilMonth } from "../calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "../calendar/era.ts";
import { composeMail, type MailText } from "../notification/mail-text.ts";

export const reminderMail = (facts: {
  readonly toName: string;
  /** 計画の文書番号。 */
  readonly number: string;
  readonly closing: CivilMonth;
  readonly dueOn: CivilDate;
  readonly url: string;
}): MailText =>
  composeMail("実施状況報告のご案内", facts.toName, [
    `認定を受けた経営力向上計画（${facts.number}）の、${formatJapaneseMonth(facts.closing)}に終わった事業年度の実施状況報告を、次の画面で書けます。`,
    `提出の目安の日: ${formatJapaneseDate(facts.dueOn)}`,
    facts.url,
  ]);
