/** 表計算ソフトの表を、送られた区画の行に足す（JavaScript の無い画面から）。 */
import type { RawRow, RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { type PastedRows, pasteRows } from "#app/domain/plan/pasted-rows.ts";
import { isShown, rowsOf } from "#app/domain/plan/read-section.ts";
import { completeAnswers } from "#app/domain/plan/posted-answers.ts";
import { isBlankRow } from "#app/domain/plan/draft.ts";
import { tableSplitter } from "#app/ui/form/rows/split-table.ts";
import type { SectionForm } from "./section-form.server.ts";

export type SectionPaste = {
  /** 貼り付けた後の、区画の全部の値。 */
  readonly answers: RawSection;
  /** 貼り付けた欄と結果。貼り付ける文字が無ければ null。 */
  readonly pasted: { readonly field: string; readonly outcome: PastedRows } | null;
};

/**
 * @param base 画面が読んだ値。出ていなかった欄を補う
 * @param newId 新しい行の id を作る
 */
export async function pasteIntoSection(
  section: SectionSpec,
  form: Pick<SectionForm, "answers" | "rowsShown" | "pastes">,
  base: RawSection,
  options: PlanOptions,
  newId: () => string,
): Promise<SectionPaste> {
  const split = await tableSplitter();
  let answers = completeAnswers(section, form.answers, base, form.rowsShown, newId);
  let pasted: SectionPaste["pasted"] = null;
  for (const [field, text] of form.pastes) {
    const spec = section.fields[field];
    if (spec?.shape !== "rows") continue;
    const rows = withoutTrailingBlank(rowsOf(answers, field));
    const outcome = pasteRows({
      spec,
      options,
      table: split(text),
      rows,
      at: rows.length,
      columns: Object.keys(spec.fields).filter((column) => {
        const cell = spec.fields[column];
        return cell !== undefined && isShown(cell, {}, options.situation);
      }),
      newRowId: newId,
    });
    answers = { ...answers, [field]: outcome.rows };
    pasted = { field, outcome };
  }
  return { answers, pasted };
}

/** 後ろの空の行（始めから開いてある行など）の後ではなく、その所から足す。 */
const withoutTrailingBlank = (rows: readonly RawRow[]): readonly RawRow[] =>
  rows.slice(0, rows.findLastIndex((row) => !isBlankRow(row)) + 1);
