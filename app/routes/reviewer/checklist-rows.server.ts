/** 確認の一覧のひな形の form。行の順が項目の順になる。打たれた値は、誤りがあってもそのまま持つ。 */
import type { ChecklistItem } from "#app/domain/checklist/checklist.ts";
import type { TypedRow } from "#app/usecases/review/checklist-templates.server.ts";
import type { SectionSpec } from "#app/domain/plan/field.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import { typedText } from "./command-page.server.ts";

const MOST_ROWS = 60;
export const ADDED_ITEMS = 3;

const emptyRow: TypedRow = { id: "", text: "", target: "", required: true };

/** 空の行を、その数だけ足す。 */
export const withEmptyRows = (rows: readonly TypedRow[], count: number): readonly TypedRow[] =>
  [...rows, ...Array.from({ length: count }, () => emptyRow)].slice(0, MOST_ROWS);

export const rowsOf = (items: readonly ChecklistItem[]): readonly TypedRow[] =>
  items.map(({ id, text, section, field, required }) => ({
    id,
    text,
    target: section === "" ? "" : `${section}/${field}`,
    required,
  }));

/** 行の数は text の数で決まる。 */
export function readRows(form: FormData): readonly TypedRow[] {
  const indexes = Array.from({ length: MOST_ROWS }, (_, index) => index);
  return indexes
    .filter((index) => form.has(`text-${index}`))
    .map((index) => ({
      id: typedText(form, `id-${index}`),
      text: typedText(form, `text-${index}`),
      target: typedText(form, `target-${index}`),
      required: form.has(`required-${index}`),
    }));
}

/**
 * 行の操作のボタン。保存はせず、並びだけを変える。
 *
 * @param intent `up-2` `down-0` `remove-1` `add`
 * @returns 行の操作でなければ null
 */
export function arrangedRows(rows: readonly TypedRow[], intent: string): readonly TypedRow[] | null {
  if (intent === "add") return withEmptyRows(rows, ADDED_ITEMS);
  const [, verb, digits] = /^(up|down|remove)-(\d{1,2})$/u.exec(intent) ?? [];
  const at = Number(digits);
  if (verb === undefined || rows[at] === undefined) return null;
  if (verb === "remove") return rows.toSpliced(at, 1);
  const to = verb === "up" ? at - 1 : at + 1;
  return rows[to] === undefined ? rows : rows.with(at, rows[to]).with(to, rows[at]);
}

const sections: readonly SectionSpec[] = planSections;

/** 項目が何についてか。様式の区画と欄。 */
export const itemTargets = sections.map((section) => {
  const title = section.number === "" ? section.title : `${section.number}　${section.title}`;
  return {
    label: title,
    options: [
      { value: `${section.id}/`, label: `${title}の全体` },
      ...Object.entries(section.fields).map(([field, { label }]) => ({
        value: `${section.id}/${field}`,
        label,
      })),
    ],
  };
});
