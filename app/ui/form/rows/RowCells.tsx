import { memo } from "react";
import type { RawRow, RowsSpec } from "#app/domain/plan/field.ts";
import { type Finding, fieldAnchor } from "#app/domain/plan/finding.ts";
import { optionsOf, type PlanOptions } from "#app/domain/plan/options.ts";
import type { RowMark } from "#app/domain/plan/section-marks.ts";
import { FieldControl } from "../FieldControl.tsx";
import { columnHelpId, isDense } from "./row-look.ts";

export type RowCellsProps = {
  readonly name: string;
  readonly spec: RowsSpec;
  readonly rowId: string;
  /** 欄の名前の番号。 */
  readonly slot: number;
  readonly initial: RawRow;
  /** 出す列の名前を空白でつないだ物。 */
  readonly shown: string;
  /** まだ保存していない行か。出ていない列の値を、隠した欄で送る。 */
  readonly unsaved: boolean;
  readonly options: PlanOptions;
  /** この行の指摘。 */
  readonly faults: readonly Finding[];
  /** 変更認定申請で、認定を受けた計画から変わった行の印。 */
  readonly mark?: RowMark | undefined;
};

/** 一行の中の欄。変わらなければ描き直さない（200 行あっても、打つ手を待たせない）。 */
export const RowCells = memo(function RowCells({
  name,
  spec,
  rowId,
  slot,
  initial,
  shown,
  unsaved,
  options,
  faults,
  mark,
}: RowCellsProps) {
  const dense = isDense(spec);
  const columns = shown.split(" ");
  return (
    <div className={dense ? "grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4" : undefined}>
      <input type="hidden" name={`${name}[${slot}].id`} value={rowId} />
      {Object.entries(spec.fields).map(([column, cell]) =>
        columns.includes(column) ? (
          <FieldControl
            key={column}
            spec={cell}
            id={fieldAnchor(`${name}.${column}`, rowId)}
            name={`${name}[${slot}].${column}`}
            value={initial[column] ?? ""}
            options={optionsOf(cell, options)}
            errors={faults
              .filter((fault) => fault.field === `${name}.${column}`)
              .map((fault) => fault.message)}
            change={mark?.kind === "changed" ? mark.cells.get(column) : undefined}
            {...(dense ? { dense: { helpId: columnHelpId(name, column) } } : {})}
          />
        ) : (
          unsaved &&
          (initial[column] ?? "") !== "" && (
            <input
              key={column}
              type="hidden"
              name={`${name}[${slot}].${column}`}
              defaultValue={initial[column]}
            />
          )
        ),
      )}
    </div>
  );
});
