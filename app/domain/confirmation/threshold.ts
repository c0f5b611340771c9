/** 数値要件を規則集から引く。日付で変わるので、判断の日を渡す。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { type Exact, exact } from "../indicator/exact.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RowOf } from "../rulebook/tables.ts";
import type { ConfirmationType } from "./confirmation-type.ts";

export type Threshold = RowOf<"equipmentThresholds"> & { readonly exact: Exact };

/**
 * @param measure 要件の識別子（例: return-on-investment）
 * @param on 判断の日
 * @param months 計画期間（月）で変わる要件だけ。ほかは null
 * @returns その日に効いている要件。無ければ undefined
 */
export function thresholdOn(
  { equipment }: Rulebook,
  type: ConfirmationType,
  measure: string,
  on: CivilDate,
  months: number | null = null,
): Threshold | undefined {
  const row = equipment.thresholds.find(
    (one) =>
      one.type === type &&
      one.measure === measure &&
      one.months === months &&
      one.validFrom <= on &&
      (one.validTo === null || on <= one.validTo),
  );
  const value = row === undefined ? undefined : exact(row.value);
  return row === undefined || value === undefined ? undefined : { ...row, exact: value };
}
