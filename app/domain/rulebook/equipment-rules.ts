/** 経営力向上設備等の類型と種類の決まり。 */
import type { RowOf } from "./tables.ts";
import type { equipmentTypes } from "./tables/equipment-tables.ts";

export type EquipmentType = (typeof equipmentTypes)[number];
export type EquipmentTypeRule = RowOf<"equipmentTypes">;
export type EquipmentKind = RowOf<"equipmentKinds">;
export type PriceFloorRule = RowOf<"priceFloors">;

export type EquipmentRules = {
  readonly types: ReadonlyMap<EquipmentType, EquipmentTypeRule>;
  readonly kinds: ReadonlyMap<string, EquipmentKind>;
  /** 鍵は「類型/種類」。施行日の新しい順。 */
  readonly priceFloors: ReadonlyMap<string, readonly PriceFloorRule[]>;
  /** 鍵は「類型/種類」。 */
  readonly salesStartWindows: ReadonlyMap<string, RowOf<"salesStartWindows">>;
  readonly thresholds: readonly RowOf<"equipmentThresholds">[];
};
