/** フォームの中身を、送る順の「名前と値」の並びとして読み、書き戻す。 */
import type { RawRow, RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { cellName, inPostedOrder } from "#app/domain/plan/posted-row-order.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";

export type FormEntries = readonly (readonly [name: string, value: string])[];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** 保存されている値を欄に写した後に、フォームに起こる出来事。detail は写した答え（RawSection）。 */
export const ANSWERS_APPLIED = "answers-applied";

/** 版は送るときに付け直し、押したボタンは答えではない。 */
const notAnswers: ReadonlySet<string> = new Set(["version", "next", "channel", "tab"]);
/** 行に貼り付ける前の文字の欄（名前の頭）。行にするまで、答えではない。 */
const notYetRows = "paste:";

/** 送る答えの名前か。 */
export const isAnswer = (name: string): boolean => !notAnswers.has(name) && !name.startsWith(notYetRows);

export function readEntries(form: HTMLFormElement): FormEntries {
  const entries: [string, string][] = [];
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && isAnswer(name)) entries.push([name, value]);
  return inPostedOrder(entries);
}

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** 下書きの値を欄に写す。欄の無い値は写さない（行の増減は、先に欄を作ってから呼ぶ）。 */
export function writeRaw(form: HTMLFormElement, raw: RawSection): void {
  const rowIds = new Map<string, string>();
  for (const element of form.elements)
    if (element instanceof HTMLInputElement && element.name.endsWith("].id"))
      rowIds.set(element.name.slice(0, -3), element.value);
  const rowsById = new Map<string, ReadonlyMap<string, RawRow>>();
  for (const [field, value] of Object.entries(raw))
    if (typeof value !== "string") rowsById.set(field, new Map(value.map((row) => [row.id, row])));
  for (const element of form.elements) {
    if (!isControl(element) || element.name === "") continue;
    const [, field, slot, column] = cellName.exec(element.name) ?? [];
    if (column === "id") continue;
    const value =
      field === undefined || column === undefined
        ? raw[element.name]
        : rowsById.get(field)?.get(rowIds.get(`${field}[${slot ?? ""}]`) ?? "")?.[column];
    if (typeof value === "string") writeControl(element, value);
  }
}

function writeControl(control: Control, value: string): void {
  if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
    control.checked = control.value === value;
    return;
  }
  if (control.value.replaceAll("\r\n", "\n") === value) return;
  const caret =
    document.activeElement === control && "selectionStart" in control ? control.selectionStart : null;
  control.value = value;
  if (caret !== null && "setSelectionRange" in control) control.setSelectionRange(caret, caret);
}

/** 画面の JavaScript が動き出す前に、欄が書き換えられていたか。 */
export const isAlreadyEdited = (form: HTMLFormElement): boolean =>
  [...form.elements].some((element) => {
    if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
    if (element instanceof HTMLSelectElement) {
      const initial = [...element.options].find((option) => option.defaultSelected) ?? element.options[0];
      return element.value !== (initial?.value ?? "");
    }
    if (!(element instanceof HTMLInputElement) || element.type === "hidden") return false;
    return element.type === "radio" || element.type === "checkbox"
      ? element.checked !== element.defaultChecked
      : element.value !== element.defaultValue;
  });

/** フォームの中身を下書きの形にする。出ていない欄は before のまま。 */
export function rawFromEntries(section: SectionSpec, entries: FormEntries, before: RawSection): RawSection {
  const words = new Map<string, string>();
  const tables = new Map<string, Map<number, Record<string, string>>>();
  for (const [name, value] of entries) {
    const plain = value.replaceAll("\r\n", "\n");
    const [, field, index, column] = cellName.exec(name) ?? [];
    if (name === "rows") tables.set(plain, tables.get(plain) ?? new Map<number, Record<string, string>>());
    else if (field === undefined || column === undefined) words.set(name, plain);
    else {
      const rows = tables.get(field) ?? new Map<number, Record<string, string>>();
      rows.set(Number(index), { ...rows.get(Number(index)), [column]: plain });
      tables.set(field, rows);
    }
  }
  return Object.fromEntries(
    Object.entries(section.fields).map(([field, spec]): [string, string | readonly RawRow[]] => {
      if (spec.shape === "field") return [field, words.get(field) ?? wordOf(before[field])];
      const rows = tables.get(field);
      if (rows === undefined) return [field, rowsOf(before, field)];
      const inOrder = [...rows].sort(([a], [b]) => a - b);
      return [field, inOrder.map(([, row]): RawRow => ({ ...row, id: row["id"] ?? "" }))];
    }),
  );
}

const wordOf = (value: RawSection[string] | undefined): string => (typeof value === "string" ? value : "");
