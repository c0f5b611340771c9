/**
 * 軽微な変更（代表者の交代、額のわずかな違いなど）の届出。認定を受け直さずに、計画の歩みに残して局に知らせる。
 * どこまでが軽微かは公表の資料で確かめていないので、申請者が選び、画面でそう断る。
 */
import { ok, refuse, type Result } from "../result.ts";
import { cleanText } from "../text/visible.ts";

export const minorChangeSubjects = {
  representative: "代表者の交代",
  address: "住所の表示の変更",
  amount: "資金や設備の額のわずかな違い",
  contact: "担当者又は連絡先",
  other: "そのほかの軽微な変更",
} as const;

export type MinorChangeSubject = keyof typeof minorChangeSubjects;

export type MinorChange = {
  readonly subject: MinorChangeSubject;
  /** 変わったこと。 */
  readonly text: string;
};

/** 書ける文字数。 */
export const MINOR_CHANGE_LIMIT = 1_000;

const isSubject = (value: string): value is MinorChangeSubject => Object.hasOwn(minorChangeSubjects, value);

/** @returns 届け出る変更。読めなければ、欄ごとの理由 */
export function readMinorChange(typed: {
  readonly subject: string;
  readonly text: string;
}): Result<MinorChange, Readonly<Record<string, readonly string[]>>> {
  const text = cleanText(typed.text);
  const length = Array.from(text).length;
  const subject = isSubject(typed.subject) ? typed.subject : null;
  const textFault =
    length === 0
      ? "変わったことを、変更の前と後が分かるように入力してください。"
      : length > MINOR_CHANGE_LIMIT
        ? `${MINOR_CHANGE_LIMIT.toLocaleString("ja-JP")}文字以内で入力してください。今は${length}文字です。`
        : null;
  if (subject !== null && textFault === null) return ok({ subject, text });
  return refuse({
    ...(subject === null ? { subject: ["変わったことの種類を選んでください。"] } : {}),
    ...(textFault === null ? {} : { text: [textFault] }),
  });
}
