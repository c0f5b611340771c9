/** 手続の表: 根拠条文、計画期間、標準処理期間、通知の文面、休日、事業承継等の種類。 */
import { z } from "zod";
import { slotFaults } from "../letter-slots.ts";
import { civilDate, facts, identifier, integer, optional, optionalText, text } from "./fact-row.ts";

export const legalSubjects = [
  "newApplication",
  "changeApplication",
  "revocation",
  "statutoryContents",
  "guideline",
] as const;

/** 日付ごとの根拠条文（例: 第17条第1項）。 */
export const legalArticleRow = z.object({
  subject: z.enum(legalSubjects, { error: `${legalSubjects.join(" ")} のどれかです` }),
  article: text,
  validFrom: civilDate,
  validTo: optional(civilDate),
  ...facts,
});

/** 計画期間の選択肢（月）。 */
export const periodChoiceRow = z.object({ months: integer, label: text, ...facts });

export const processingConditions = ["electronicMetiOnly", "single", "joint"] as const;

/** 標準処理期間。electronicMetiOnly は経済産業局だけへの電子申請、joint は共管。 */
export const processingRow = z.object({
  condition: z.enum(processingConditions, { error: `${processingConditions.join(" ")} のどれかです` }),
  name: text,
  days: integer,
  unit: z.enum(["businessDays", "days"], { error: "businessDays か days です" }),
  ...facts,
});

export const letterKinds = [
  "certification",
  "changeCertification",
  "decline",
  "revocation",
  "confirmationB",
  "confirmationD",
  "confirmationE",
] as const;
const letterKind = z.enum(letterKinds, { error: `${letterKinds.join(" ")} のどれかです` });

/** 文面の当てはまる範囲。局、省庁、全部（どちらも空）の順に細かい。 */
const letterScope = { ministry: optionalText, office: optional(identifier) };

/** 差込み（`{slot}`）のある文面。 */
const template = text.superRefine((value, context) => {
  for (const message of slotFaults(value)) context.addIssue({ code: "custom", message });
});

export const letterRow = z.object({
  kind: letterKind,
  ...letterScope,
  subject: template,
  sealNote: text,
  ...facts,
});

/** 本文の段落。差込みを値に置き換える。 */
export const letterParagraphRow = z.object({
  letter: letterKind,
  ...letterScope,
  order: integer,
  text: template,
  ...facts,
});

/** 「記」の項目。 */
export const letterItemRow = z.object({
  letter: letterKind,
  ...letterScope,
  order: integer,
  label: text,
  value: template,
  ...facts,
});

/** 行政機関の休日。national は国民の祝日・休日、yearEnd は 12/29〜1/3。 */
export const holidayRow = z.object({
  date: civilDate,
  name: text,
  kind: z.enum(["national", "yearEnd"], { error: "national か yearEnd です" }),
  ...facts,
});

/** 事業承継等の種類 ①〜⑩。 */
export const successionKindRow = z.object({
  id: identifier,
  order: integer,
  mark: text,
  name: text,
  note: optionalText,
  ...facts,
});
