/** 経営力向上設備等の類型、種類、最低取得価額、販売開始時期、数値要件の表。 */
import { z } from "zod";
import {
  civilDate,
  decimalText,
  facts,
  identifier,
  integer,
  optional,
  optionalText,
  text,
} from "./fact-row.ts";

export const equipmentTypes = ["A", "B", "C", "D", "E"] as const;
const equipmentType = z.enum(equipmentTypes, { error: "類型は A B C D E のどれかです" });

/** 類型。openFrom と openTo は設備の取得日について使える最初と最後の日。 */
export const equipmentTypeRow = z.object({
  type: equipmentType,
  order: integer,
  name: text,
  requirement: text,
  document: text,
  openFrom: civilDate,
  openTo: optional(civilDate),
  note: optionalText,
  ...facts,
});

export const equipmentKindRow = z.object({
  id: identifier,
  order: integer,
  name: text,
  note: optionalText,
  ...facts,
});

/** 類型と種類ごとの一台当たり最低取得価額（千円）。行がない組は対象外。 */
export const priceFloorRow = z.object({
  type: equipmentType,
  kind: identifier,
  validFrom: civilDate,
  validTo: optional(civilDate),
  thousandYen: integer,
  restriction: optionalText,
  ...facts,
});

/** 販売開始から何年以内の設備か（A 類型）。 */
export const salesStartWindowRow = z.object({
  type: equipmentType,
  kind: identifier,
  years: integer,
  ...facts,
});

/** 類型の数値要件。months は計画期間（月）で変わる要件だけに書く。 */
export const equipmentThresholdRow = z.object({
  type: equipmentType,
  measure: identifier,
  name: text,
  months: optional(integer),
  value: decimalText,
  unit: text,
  validFrom: civilDate,
  validTo: optional(civilDate),
  ...facts,
});
