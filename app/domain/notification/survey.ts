/** 調査のメール。認定を受けた会社に、同じ用件を一度に送る。企画課が書き、別の職員が確かめてから送る。 */
import { type CivilDate, parseCivilDate } from "../calendar/civil-date.ts";

/** 宛先の選び方。空はその条件を問わない。 */
export type SurveyFilter = {
  /** 主務大臣の省庁の名。 */
  readonly ministry: string;
  /** 都道府県の符号（JIS X 0401）。 */
  readonly prefecture: string;
  /** 日本標準産業分類の大分類（英字）か、二桁から四桁の符号。 */
  readonly industry: string;
  /** 認定の月の範囲（YYYY-MM）。 */
  readonly fromMonth: string;
  readonly toMonth: string;
};

export type SurveyState = "proposed" | "rejected" | "sending" | "stopped";

export const surveyStateWords: Readonly<Record<SurveyState, string>> = {
  proposed: "確認待ち",
  rejected: "取りやめ",
  sending: "送信中",
  stopped: "止めました",
};

export const SURVEY_SUBJECT = 60;
export const SURVEY_BODY = 4000;

type Faults = Readonly<Record<string, readonly string[]>>;

/**
 * @param typed.subject 件名。固有の名前の入らない決まり文句
 * @param typed.body 本文。文字だけ
 * @returns 欄の名前ごとの誤り。無ければ空
 */
export function surveyFaults(
  typed: SurveyFilter & { readonly subject: string; readonly body: string },
): Faults {
  const one = (name: string, wrong: boolean, message: string): Faults => (wrong ? { [name]: [message] } : {});
  const { subject, body, prefecture, industry, ministry, fromMonth, toMonth } = typed;
  const backwards = fromMonth !== "" && toMonth !== "" && fromMonth > toMonth;
  return {
    ...one(
      "subject",
      subject === "" || subject.length > SURVEY_SUBJECT || /[\r\n]/u.test(subject),
      `件名を${SURVEY_SUBJECT}文字までの一行で入力してください。`,
    ),
    ...one(
      "body",
      body === "" || body.length > SURVEY_BODY,
      `本文を${SURVEY_BODY}文字までで入力してください。`,
    ),
    ...one("ministry", ministry.length > 40, "省庁を選び直してください。"),
    ...one("prefecture", !/^(?:|\d{2})$/u.test(prefecture), "都道府県を選び直してください。"),
    ...one("industry", !/^(?:|[A-T]|\d{2,4})$/u.test(industry), "産業分類を選び直してください。"),
    ...one(
      "fromMonth",
      fromMonth !== "" && monthStart(fromMonth) === null,
      "年と月を正しく入力してください。",
    ),
    ...one(
      "toMonth",
      (toMonth !== "" && monthStart(toMonth) === null) || backwards,
      backwards ? "始まりの月から後の月にしてください。" : "年と月を正しく入力してください。",
    ),
  };
}

/** その月の初めの日。読めなければ null。 */
function monthStart(month: string): CivilDate | null {
  const read = parseCivilDate(`${month}-01`);
  return read.ok ? read.value : null;
}

/** 認定の日の範囲。月の終わりは、どの月でも31日として比べてよい（日は文字の順に並ぶ）。 */
export const certifiedRange = ({
  fromMonth,
  toMonth,
}: SurveyFilter): { readonly from: CivilDate | null; readonly to: string | null } => ({
  from: fromMonth === "" ? null : monthStart(fromMonth),
  to: toMonth === "" ? null : `${toMonth}-31`,
});

/** 送った人でない人だけが、送ってよいと確かめられる。 */
export const mayConfirmSurvey = (proposedBy: string, accountId: string): boolean => proposedBy !== accountId;
