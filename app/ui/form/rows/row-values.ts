/** 画面の行の値を、入力欄から読む。 */
import type { RawRow, RowsSpec } from "#app/domain/plan/field.ts";
import { cellName } from "#app/domain/plan/posted-row-order.ts";

/**
 * @param name 行の欄の名前
 * @param saved 直近に保存した行。画面に出ていない列の値を補う
 * @returns 画面に並ぶ順の、いまの値
 */
export function rowsInForm(
  form: HTMLFormElement,
  name: string,
  spec: RowsSpec,
  saved: readonly RawRow[],
): readonly RawRow[] {
  const bySlot = new Map<string, Record<string, string>>();
  for (const [key, value] of new FormData(form)) {
    const [, field, slot, column] = cellName.exec(key) ?? [];
    if (field !== name || slot === undefined || column === undefined || typeof value !== "string") continue;
    const row = bySlot.get(slot) ?? {};
    row[column] = value.replaceAll("\r\n", "\n");
    bySlot.set(slot, row);
  }
  const before = new Map(saved.map((row) => [row.id, row]));
  const blank = Object.fromEntries(Object.keys(spec.fields).map((column) => [column, ""]));
  return [...bySlot.values()].map((row): RawRow => {
    const id = row["id"] ?? "";
    return { ...blank, ...before.get(id), ...row, id };
  });
}

/** 新しい行の id。 */
export const newRowId = (): string =>
  `row-${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** その欄のある行の番号（slot）と列。 */
export function cellOf(
  target: EventTarget | null,
): { readonly slot: number; readonly column: string } | null {
  if (
    !(target instanceof HTMLInputElement) &&
    !(target instanceof HTMLTextAreaElement) &&
    !(target instanceof HTMLSelectElement)
  )
    return null;
  const [, , slot, column] = cellName.exec(target.name) ?? [];
  return slot === undefined || column === undefined ? null : { slot: Number(slot), column };
}
