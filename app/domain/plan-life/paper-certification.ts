/**
 * 紙で受けた認定。変更の認定を申請するために、認定通知書に書かれたことを写す（中部経済産業局の案内、2024年12月の写し）。
 * ポータルは紙の認定を知らないので、書かれたことどうしの食い違いだけを断る。
 */
import { type CivilDate, parseCivilDate } from "../calendar/civil-date.ts";
import { type CivilMonth, monthOf, parseCivilMonth } from "../calendar/civil-month.ts";
import { isAllowedPeriod, planPeriodMonths } from "../calendar/plan-period.ts";
import { ok, refuse, type Result } from "../result.ts";
import { cleanText } from "../text/visible.ts";
import { normaliseDigits } from "../text/width.ts";

export const paperFields = ["number", "certifiedOn", "officeName", "start", "end", "code13"] as const;
export type PaperField = (typeof paperFields)[number];

/** 打たれたまま。 */
export type PaperTyped = Readonly<Record<PaperField, string>>;

export type PaperCertification = {
  readonly number: string;
  readonly certifiedOn: CivilDate;
  readonly officeName: string;
  readonly start: CivilMonth;
  readonly end: CivilMonth;
  /** 旧い産業分類（第13回改定）の細分類。書かれていなければ空。 */
  readonly code13: string;
};

/** 制度の始まり。これより前の認定はない。 */
const FIRST_DAY = "2016-07-01";
const MAX_NUMBER = 60;
const MAX_OFFICE = 60;

/**
 * @param on 今日（Tokyo の日）
 * @param knownCode13 第13回改定の細分類か
 * @returns 写した認定。受け取れなければ、欄ごとの理由
 */
export function readPaperCertification(
  typed: PaperTyped,
  on: CivilDate,
  knownCode13: (code: string) => boolean,
): Result<PaperCertification, Readonly<Partial<Record<PaperField, string>>>> {
  const number = cleanText(typed.number).normalize("NFKC").replaceAll(/\s/gu, "");
  const officeName = cleanText(typed.officeName);
  const certified = parseCivilDate(typed.certifiedOn);
  const start = parseCivilMonth(typed.start);
  const end = parseCivilMonth(typed.end);
  const code13 = normaliseDigits(cleanText(typed.code13));
  const errors: Partial<Record<PaperField, string>> = {};
  if (number === "") errors.number = "認定通知書の右上にある文書番号を入力してください。";
  else if (Array.from(number).length > MAX_NUMBER)
    errors.number = `文書番号は${MAX_NUMBER}文字までで入力してください。`;
  if (officeName === "") errors.officeName = "認定した局（認定通知書の差出人）を入力してください。";
  else if (Array.from(officeName).length > MAX_OFFICE)
    errors.officeName = `認定した局は${MAX_OFFICE}文字までで入力してください。`;
  if (!certified.ok)
    errors.certifiedOn = "認定日を「2024年6月3日」又は「令和6年6月3日」のように入力してください。";
  else if (certified.value > on)
    errors.certifiedOn = "認定日が今日より後です。認定通知書の日付を確かめてください。";
  else if (certified.value < FIRST_DAY)
    errors.certifiedOn = "認定日が制度の始まり（平成28年7月1日）より前です。日付を確かめてください。";
  if (!start.ok) errors.start = "開始の年月を「2024年6月」又は「令和6年6月」のように入力してください。";
  if (!end.ok) errors.end = "終了の年月を「2027年5月」又は「令和9年5月」のように入力してください。";
  if (start.ok && end.ok) {
    const fault = periodFault(start.value, end.value, certified.ok ? certified.value : null, on);
    if (fault !== null) errors.end = fault;
  }
  if (code13 !== "" && !knownCode13(code13))
    errors.code13 = `「${code13}」は、第13回改定の細分類にありません。4桁の番号を確かめてください。`;
  if (Object.keys(errors).length > 0 || !certified.ok || !start.ok || !end.ok) return refuse(errors);
  return ok({ number, certifiedOn: certified.value, officeName, start: start.value, end: end.value, code13 });
}

function periodFault(
  start: CivilMonth,
  end: CivilMonth,
  certifiedOn: CivilDate | null,
  on: CivilDate,
): string | null {
  const months = planPeriodMonths(start, end);
  if (!isAllowedPeriod(months))
    return `実施時期は、開始の月を含めて3年、4年又は5年ちょうどのはずです（今は${months > 0 ? `${months}か月` : "終了が開始より前"}）。認定を受けた計画の写しを確かめてください。`;
  if (certifiedOn !== null && end < monthOf(certifiedOn))
    return "実施時期が、認定日より前に終わっています。認定日か実施時期を確かめてください。";
  if (end < monthOf(on)) return "実施時期が終わった計画は変えられません。新規の認定を申請してください。";
  return null;
}
