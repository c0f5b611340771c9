/** 事業分野別指針と基本方針、項目（該当箇所）、指標、伸び率の下限、必要項目数の表。 */
import { z } from "zod";
import {
  civilDate,
  decimalText,
  facts,
  identifier,
  integer,
  list,
  optional,
  optionalText,
  text,
  yesNo,
} from "./fact-row.ts";

export const guidelineRow = z.object({
  id: identifier,
  order: integer,
  /** 短い名（例: 製造業）。画面と提出先案内で使う。 */
  name: text,
  officialTitle: text,
  notification: optionalText,
  updatedOn: optional(civilDate),
  ministries: list("|"),
  industryScope: list("|"),
  indicatorRule: text,
  /** 項目をどこまで収録できたか。 */
  itemsCoverage: z.enum(["complete", "partial", "headings", "missing"], {
    error: "complete partial headings missing のどれかです",
  }),
  note: optionalText,
  ...facts,
});

export const guidelineSectionRow = z.object({
  guideline: identifier,
  id: identifier,
  order: integer,
  code: optionalText,
  heading: text,
  group: optionalText,
  note: optionalText,
  ...facts,
});

/** 項目。order は指針の中で通し番号。selectable は該当箇所として選べる末端の項目。 */
export const guidelineItemRow = z.object({
  guideline: identifier,
  id: identifier,
  section: identifier,
  parent: optional(identifier),
  order: integer,
  code: optionalText,
  printedCode: optionalText,
  label: text,
  selectable: yesNo,
  note: optionalText,
  ...facts,
});

const indicatorDirections = ["up", "down", "either"] as const;
const indicatorScales = ["amount", "ratio", "count", "custom"] as const;

export const indicatorRow = z.object({
  guideline: identifier,
  id: identifier,
  order: integer,
  name: text,
  unit: text,
  /** up 大きいほど良い、down 小さいほど良い、either 事業者が決める。 */
  direction: z.enum(indicatorDirections, { error: "up down either のどれかです" }),
  scale: z.enum(indicatorScales, { error: "amount ratio count custom のどれかです" }),
  formula: optionalText,
  /** 計算に使う内訳の名前。空なら指標の値を直接入力する。 */
  inputs: list("|"),
  /** 伸び率の下限のない計画期間があってよいか。その期間は警告だけになる。 */
  withoutFloor: yesNo,
  note: optionalText,
  ...facts,
});

/** 伸び率の下限。計画期間全体での %。 */
export const growthFloorRow = z.object({
  guideline: identifier,
  indicator: identifier,
  months: integer,
  floorPercent: decimalText,
  ...facts,
});

/** 規模の区分。従業員数の下限と上限（人、上限の空は無制限）。 */
export const sizeClassRow = z.object({
  guideline: identifier,
  id: identifier,
  order: integer,
  label: text,
  employeesFrom: integer,
  employeesTo: optional(integer),
  ...facts,
});

/** 規模の区分ごとの必要項目数。fromItem から toItem まで（両端を含む）で minimum 個以上。 */
export const itemCountRow = z.object({
  guideline: identifier,
  sizeClass: identifier,
  order: integer,
  label: text,
  fromItem: identifier,
  toItem: identifier,
  minimum: integer,
  note: optionalText,
  ...facts,
});
