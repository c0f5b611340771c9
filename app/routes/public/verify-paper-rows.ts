/** 確認の答えに並べる、紙に書いてあること。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { isCivilMonth } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth } from "#app/domain/calendar/era.ts";
import type {
  ConfirmationFacts,
  DeclineFacts,
  PaperFacts,
  RevocationFacts,
} from "#app/domain/certification/verdict.ts";

export type PaperRows = readonly { readonly key: string; readonly label: string; readonly value: string }[];

export const monthWords = (month: string): string =>
  isCivilMonth(month) ? formatJapaneseMonth(month) : month;
export const dateWords = (day: string): string => (isCivilDate(day) ? formatJapaneseDate(day) : day);

const partyRows = ({ name, signatory }: Pick<PaperFacts, "name" | "signatory">): PaperRows => [
  { key: "name", label: "名宛人", value: name },
  { key: "signatory", label: "発信者", value: signatory },
];

export const paperRows = ({ number, edition, certifiedOn, name, signatory }: PaperFacts): PaperRows => [
  { key: "number", label: "文書番号", value: number },
  { key: "edition", label: "版", value: `第${edition}版` },
  { key: "certifiedOn", label: "認定日", value: dateWords(certifiedOn) },
  ...partyRows({ name, signatory }),
];

export const declineRows = (paper: DeclineFacts): PaperRows => [
  { key: "number", label: "文書番号", value: paper.number },
  { key: "declinedOn", label: "不認定の日", value: dateWords(paper.declinedOn) },
  ...partyRows(paper),
];

export const revocationRows = (paper: RevocationFacts): PaperRows => [
  { key: "number", label: "文書番号", value: paper.number },
  { key: "revokedOn", label: "取り消した日", value: dateWords(paper.revokedOn) },
  { key: "certificate", label: "取り消した認定の番号", value: paper.certificateNumber },
  ...partyRows(paper),
];

export const confirmationRows = (paper: ConfirmationFacts): PaperRows => [
  { key: "number", label: "文書番号", value: paper.number },
  { key: "confirmedOn", label: "確認した日", value: dateWords(paper.confirmedOn) },
  { key: "type", label: "設備の類型", value: `${paper.type}類型` },
  ...partyRows(paper),
];

/** 引き継いだ通知書であることの一文。 */
export const oldPlatformLines = ({ oldPlatform }: PaperFacts): readonly string[] =>
  oldPlatform ? ["前の電子申請のシステムが発行し、このポータルが記録を引き継いだ通知書です。"] : [];
