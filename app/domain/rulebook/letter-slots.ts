/** 通知書の文面の差込み（`{slot}`）の名前と、書き方の検査。 */

/** 文面で使える差込み。値はすべて表示用に整えた文字列。 */
export const letterSlots = [
  "appliedOn",
  "article",
  "applicantName",
  "industryName",
  "guidelineName",
  "planPeriod",
  "firstCertifiedOn",
  "firstDocumentNumber",
  "declineReason",
  "certifiedOn",
  "certificateNumber",
  "revokeReason",
  "investmentPlan",
  "investmentEquipment",
  "investmentAmount",
  "acquisitionMonth",
  "investmentIndicator",
] as const;

export type LetterSlot = (typeof letterSlots)[number];

const known: ReadonlySet<string> = new Set(letterSlots.map((slot) => `{${slot}}`));

/** @returns 知らない差込みと、閉じていない括弧の理由。無ければ空 */
export function slotFaults(text: string): readonly string[] {
  const unknown = (text.match(/\{[^{}]*\}/gu) ?? []).filter((slot) => !known.has(slot));
  const unclosed = /[{}]/u.test(text.replaceAll(/\{[^{}]*\}/gu, ""));
  return [
    ...unknown.map((slot) => `差込みの名前 ${slot} は使えません`),
    ...(unclosed ? ["差込みの { と } が、対になっていません"] : []),
  ];
}
