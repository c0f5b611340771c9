/** 区画の中で、いま出す欄。 */
import type { PlanSituation, RawRow, RawSection, RowsSpec, SectionSpec } from "#app/domain/plan/field.ts";
import type { PlanRouting } from "#app/domain/plan/plan-routing.ts";
import { isShown, rowsOf } from "#app/domain/plan/read-section.ts";

/** 提出先を選ぶ欄は、選ぶ余地のある計画と、入力のある計画にだけ出す。 */
export const shownFields = (
  section: SectionSpec,
  raw: RawSection,
  routing: PlanRouting,
  situation: PlanSituation,
): readonly string[] =>
  Object.entries(section.fields)
    .filter(([name, spec]) => isShown(spec, raw, situation) && isAsked(name, raw, routing))
    .map(([name]) => name);

/**
 * 出ている欄の組を一つの文字にした物。打つ間に、欄の出し方が変わったかどうかを見る。
 * @returns 行の中の条件付きの欄も含む
 */
export const shapeOf = (section: SectionSpec, raw: RawSection, situation: PlanSituation): string =>
  Object.entries(section.fields)
    .filter(([, spec]) => isShown(spec, raw, situation))
    .map(([name, spec]) =>
      spec.shape === "field" ? name : `${name}[${rowShapes(spec, rowsOf(raw, name), situation)}]`,
    )
    .join(" ");

function rowShapes(spec: RowsSpec, rows: readonly RawRow[], situation: PlanSituation): string {
  const conditional = Object.entries(spec.fields).filter(([, cell]) => cell.when !== undefined);
  if (conditional.length === 0) return "";
  return rows
    .map((row) => [
      row.id,
      ...conditional.filter(([, cell]) => isShown(cell, row, situation)).map(([column]) => column),
    ])
    .join(";");
}

function isAsked(name: string, raw: RawSection, routing: PlanRouting): boolean {
  if (name !== "ministry" && name !== "office") return true;
  if ((raw[name] ?? "") !== "") return true;
  if (routing.kind !== "undecided") return false;
  return name === "office" ? routing.ask === "office" : routing.ask === "ministry";
}
