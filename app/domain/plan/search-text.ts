/** 計画の中の、審査の一覧から探せる言葉。文字の欄だけを集め、金額・日付・選択肢は入れない。 */
import { sectionApplies } from "./applicable-sections.ts";
import type { AnySpec, FieldKind, FieldSpec, RawAnswers } from "./field.ts";
import { rowsOf } from "./read-section.ts";
import { planSections, rawSection } from "./sections.ts";

const searched: ReadonlySet<FieldKind> = new Set(["text", "longText", "corporateNumber"]);

const isSearched = (spec: FieldSpec): boolean => searched.has(spec.kind) && spec.options === undefined;

/**
 * @param answers 提出された答え
 * @returns 欄ごとの言葉。様式の順
 */
export function planSearchTexts(answers: RawAnswers): readonly string[] {
  return planSections
    .filter(({ id }) => sectionApplies(id, answers))
    .flatMap((section) => {
      const raw = rawSection(answers, section.id);
      const fields: Readonly<Record<string, AnySpec>> = section.fields;
      return Object.entries(fields).flatMap(([name, spec]) => {
        if (spec.shape === "rows") {
          const columns = Object.entries(spec.fields).filter(([, cell]) => isSearched(cell));
          return rowsOf(raw, name).flatMap((row) => columns.map(([column]) => row[column] ?? ""));
        }
        const value = raw[name];
        return isSearched(spec) && typeof value === "string" ? [value] : [];
      });
    })
    .filter((text) => text.trim() !== "");
}

/** 設備等の類型（A、B、D、E）。表の順に関わらず、重なりなく。 */
export const equipmentTypesOf = (answers: RawAnswers): readonly string[] => [
  ...new Set(
    rowsOf(rawSection(answers, "equipment"), "equipment").flatMap(({ type }) =>
      type === undefined || type === "" ? [] : [type],
    ),
  ),
];
