/**
 * 経営力向上設備等の類型と種類、最低取得価額。租税特別措置法第42条の12の4、第10条の5の3。
 * 金額も類型も日付で変わるので、取得日を必ず渡す。
 */
import type { Certainty } from "#app/domain/rulebook/certainty.ts";
import type {
  EquipmentKind,
  EquipmentType,
  EquipmentTypeRule,
  PriceFloorRule,
} from "#app/domain/rulebook/equipment-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";

export type { EquipmentKind, EquipmentType } from "#app/domain/rulebook/equipment-rules.ts";

/** 一台当たりの最低取得価額。restriction は種類の中の限定（測定工具など）。 */
export type PriceFloor = {
  readonly thousandYen: number;
  readonly restriction: string | null;
  readonly certainty: Certainty;
  readonly source: string;
};

export type EquipmentQuery = {
  readonly type: EquipmentType;
  /** 種類の id（例: "machinery"）。 */
  readonly kind: string;
  /** 取得日 YYYY-MM-DD。 */
  readonly on: string;
};

const covers = (rule: { readonly validFrom: string; readonly validTo: string | null }, on: string): boolean =>
  rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo);

const ruleFor = (rulebook: Rulebook, { type, kind, on }: EquipmentQuery): PriceFloorRule | undefined =>
  rulebook.equipment.priceFloors.get(`${type}/${kind}`)?.find((rule) => covers(rule, on));

/** 最低取得価額（千円）。その類型と種類の組がその日に対象外なら undefined。 */
export function priceFloor(rulebook: Rulebook, query: EquipmentQuery): PriceFloor | undefined {
  const rule = ruleFor(rulebook, query);
  if (rule === undefined) return undefined;
  const { thousandYen, restriction, certainty, source } = rule;
  return { thousandYen, restriction, certainty, source };
}

/** その種類の設備がその類型の対象になるか（建物は E だけ、など）。 */
export const isKindEligible = (rulebook: Rulebook, query: EquipmentQuery): boolean =>
  ruleFor(rulebook, query) !== undefined;

/** その日に使える類型か。C 類型は令和7年4月1日に廃止。 */
export function isTypeOpen(rulebook: Rulebook, type: EquipmentType, on: string): boolean {
  const rule = rulebook.equipment.types.get(type);
  return rule !== undefined && covers({ validFrom: rule.openFrom, validTo: rule.openTo }, on);
}

/** その日に使える類型。画面の選択肢の順。 */
export const openTypes = (rulebook: Rulebook, on: string): readonly EquipmentTypeRule[] =>
  [...rulebook.equipment.types.values()].filter(({ type }) => isTypeOpen(rulebook, type, on));

/** 種類を名前（例: 機械装置）から引く。 */
export const kindByName = (rulebook: Rulebook, name: string): EquipmentKind | undefined =>
  [...rulebook.equipment.kinds.values()].find((kind) => kind.name === name);

/** A 類型の販売開始の要件（年）。要件がなければ undefined。 */
export const salesStartWindow = (
  rulebook: Rulebook,
  { type, kind }: Pick<EquipmentQuery, "type" | "kind">,
): { readonly years: number; readonly certainty: Certainty } | undefined =>
  rulebook.equipment.salesStartWindows.get(`${type}/${kind}`);
