/** 計画の下書きから「見出しと値の木」を作る。確認画面・様式 PDF・審査画面はこの木だけを読む。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { isChange } from "../plan-life/change-base.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { derivedEntries } from "./derived-entries.ts";
import type { DocumentEntry, DocumentTable, PlanDocument } from "./document.ts";
import { isBlankRow } from "./draft.ts";
import type { FieldSpec, RawAnswers, RawRow, RawSection, RowsSpec, SectionSpec } from "./field.ts";
import { applicableSections } from "./applicable-sections.ts";
import { measureLetter, optionsFor, optionsOf, type PlanOptions } from "./options.ts";
import { readPlanOn } from "./plan-reading.ts";
import { isShown, rowsOf } from "./read-section.ts";
import { rawSection } from "./sections.ts";

/** いまの様式の版。欄や見出しの構成を変えたら上げる。 */
export const FORM_VERSION = "application-form/v1";

/**
 * @param rulebook 版
 * @param answers 計画の下書き。読めない欄は打たれたまま出す
 * @param on 判断の日
 */
export function planDocument(rulebook: Rulebook, answers: RawAnswers, on: CivilDate): PlanDocument {
  const reading = readPlanOn(rulebook, answers, on);
  const options = optionsFor(rulebook, answers, reading);
  const derived = derivedEntries(rulebook, reading);
  return {
    formVersion: FORM_VERSION,
    title: isChange(answers) ? "経営力向上計画の変更に係る認定申請書" : "経営力向上計画に係る認定申請書",
    sections: applicableSections(answers)
      .map((section) => ({
        id: section.id,
        number: section.number,
        title: section.title,
        entries: [
          ...entriesOf(section, rawSection(answers, section.id) ?? {}, options),
          ...(derived.get(section.id) ?? []),
        ],
      }))
      .filter(({ entries }) => entries.length > 0),
  };
}

const isTyped = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

function entriesOf(section: SectionSpec, raw: RawSection, options: PlanOptions): readonly DocumentEntry[] {
  return Object.entries(section.fields)
    .filter(
      ([name, spec]) =>
        isShown(spec, raw, options.situation) &&
        !(spec.shape === "field" && spec.beyondForm === true && !isTyped(raw[name])),
    )
    .map(([name, spec]): DocumentEntry => {
      if (spec.shape === "rows") return tableOf(name, spec, rowsOf(raw, name), options);
      const value = raw[name];
      const word = typeof value === "string" ? value : "";
      return {
        kind: "value",
        field: name,
        label: spec.label,
        value: displayOf(spec, word, options),
        ...(spec.unit === undefined || !takesUnit(spec, word) ? {} : { unit: spec.unit }),
        ...(spec.kind === "longText" ? { long: true } : {}),
      };
    });
}

const isNumeric = (spec: FieldSpec): boolean => spec.kind === "integer" || spec.kind === "decimal";
const weightOf = (spec: FieldSpec): number => {
  if (spec.kind === "longText") return 5;
  if (isNumeric(spec) || spec.kind === "month") return 2;
  return spec.kind === "text" ? 3 : 2;
};

function tableOf(name: string, spec: RowsSpec, rows: readonly RawRow[], options: PlanOptions): DocumentTable {
  const lettered = name === "measures";
  const filled = rows.filter((row) => !isBlankRow(row));
  const shows = (field: string, cell: FieldSpec, row: RawRow): boolean =>
    isShown(cell, row, options.situation) && (cell.beyondForm !== true || isTyped(row[field]));
  // 表に書く行のどれにも出ない列は載せない。様式の列は、行がなくても載せる。
  const columns = Object.entries(spec.fields).filter(([field, cell]) =>
    filled.length === 0 && cell.beyondForm !== true
      ? isShown(cell, {}, options.situation)
      : filled.some((row) => shows(field, cell, row)),
  );
  return {
    kind: "table",
    field: name,
    label: spec.label,
    columns: [
      ...(lettered ? [{ field: "letter", label: "記号", align: "start" as const, weight: 1 }] : []),
      ...columns.map(([field, cell]) => ({
        field,
        label: cell.unit === undefined ? cell.label : `${cell.label}（${cell.unit}）`,
        align: isNumeric(cell) ? ("end" as const) : ("start" as const),
        weight: weightOf(cell),
      })),
    ],
    rows: filled.map((row, index) => ({
      id: row.id,
      cells: [
        ...(lettered ? [measureLetter(index)] : []),
        ...columns.map(([field, cell]) =>
          shows(field, cell, row) ? displayOf(cell, row[field] ?? "", options) : "",
        ),
      ],
    })),
  };
}

/** 単位を添えてよい値か。読めない入力は打たれたまま出し、書かれているかもしれない単位に重ねない。 */
const takesUnit = (spec: FieldSpec, raw: string): boolean => raw.trim() === "" || spec.parse(raw).ok;

/** 欄の値を表示用にする。読めない入力は打たれたまま。 */
export function displayOf(spec: FieldSpec, raw: string, options: PlanOptions): string {
  if (raw.trim() === "") return "";
  if (spec.options !== undefined) {
    const chosen = optionsOf(spec, options).find((option) => option.value === raw.trim());
    if (chosen !== undefined)
      return spec.options === "measures" ? (chosen.label.split("　")[0] ?? "") : chosen.label;
    return raw;
  }
  const read = spec.parse(raw);
  return read.ok ? spec.format(read.value) : raw;
}
