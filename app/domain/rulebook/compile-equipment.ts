/** 経営力向上設備等の決まりを組み立てる。 */
import type { EquipmentRules, PriceFloorRule } from "./equipment-rules.ts";
import { checkOrder, checkPeriods, type FaultList } from "./fault-list.ts";
import type { RulebookTableRows } from "./tables.ts";

export function compileEquipment(tables: RulebookTableRows, list: FaultList): EquipmentRules {
  const types = new Map(tables.equipmentTypes.map((row) => [row.type, row]));
  const kinds = new Map(tables.equipmentKinds.map((row) => [row.id, row]));
  checkOrder("equipmentTypes", tables.equipmentTypes, () => "", list);
  checkOrder("equipmentKinds", tables.equipmentKinds, () => "", list);
  for (const table of ["priceFloors", "salesStartWindows"] as const) {
    tables[table].forEach(({ type, kind }, index) => {
      if (!types.has(type)) list.at(table, index, `類型「${type}」が equipment-types.csv にありません`);
      if (!kinds.has(kind)) list.at(table, index, `種類「${kind}」が equipment-kinds.csv にありません`);
    });
  }
  tables.equipmentThresholds.forEach(({ type }, index) => {
    if (!types.has(type)) {
      list.at("equipmentThresholds", index, `類型「${type}」が equipment-types.csv にありません`);
    }
  });
  checkPeriods("priceFloors", tables.priceFloors, (row) => `${row.type}/${row.kind}`, list);
  checkPeriods(
    "equipmentThresholds",
    tables.equipmentThresholds,
    (row) => `${row.type}/${row.measure}/${row.months ?? ""}`,
    list,
  );
  const priceFloors = new Map<string, PriceFloorRule[]>();
  for (const row of tables.priceFloors) {
    const key = `${row.type}/${row.kind}`;
    priceFloors.set(key, [row, ...(priceFloors.get(key) ?? [])]);
  }
  return {
    types,
    kinds,
    priceFloors,
    salesStartWindows: new Map(tables.salesStartWindows.map((row) => [`${row.type}/${row.kind}`, row])),
    thresholds: tables.equipmentThresholds,
  };
}
