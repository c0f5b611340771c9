/** 実施時期の終わりの知らせ。終わりの六か月前と一か月前の、二度だけ知らせる。 */
import { addDays, addMonths, type CivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, lastDayOf, monthOf, shiftMonth } from "../calendar/civil-month.ts";
import { formatJapaneseDate } from "../calendar/era.ts";
import { composeMail, type MailText } from "../notification/mail-text.ts";

/** 終わりの何か月前に知らせるか。 */
const MONTHS_BEFORE = [6, 1] as const;
/** 働き手が止まっていても、知らせる日からこの日数の内なら知らせる。 */
const CATCH_UP_DAYS = 14;

export type EndReminder = {
  readonly endMonth: CivilMonth;
  /** 終わりの何か月前の知らせか。 */
  readonly months: (typeof MONTHS_BEFORE)[number];
};

/**
 * その日に知らせる、実施時期の終わりの月。知らせる日は終わりの月だけで決まるので、何度数えても同じになる。
 * @param day 今日（Tokyo の日）
 */
export const endRemindersOn = (day: CivilDate): readonly EndReminder[] =>
  MONTHS_BEFORE.flatMap((months) =>
    [0, 1].flatMap((shift): readonly EndReminder[] => {
      const endMonth = shiftMonth(monthOf(day), months - shift);
      const tellOn = addMonths(lastDayOf(endMonth), -months);
      return tellOn <= day && day < addDays(tellOn, CATCH_UP_DAYS) ? [{ endMonth, months }] : [];
    }),
  );

export const endReminderMail = (facts: {
  readonly toName: string;
  /** 計画の文書番号。 */
  readonly number: string;
  readonly endMonth: CivilMonth;
  readonly url: string;
}): MailText =>
  composeMail("計画の実施時期の終わりのお知らせ", facts.toName, [
    `認定を受けた経営力向上計画（${facts.number}）の実施時期は、${formatJapaneseDate(lastDayOf(facts.endMonth))}に終わります。`,
    "延ばすときは、この日までに変更の認定を申請してください。終わった後は延ばせません。",
    facts.url,
  ]);
