/** 設備の行と、指摘を付ける場所。 */
import type { PlanValues } from "../sections.ts";

export type EquipmentRow = PlanValues["equipment"]["equipment"][number];

export const at = (row: EquipmentRow, column: string) => ({ field: `equipment.${column}`, rowId: row.id });
