/**
 * 画面から送られた値を、区画の全部の下書きにする。
 * 画面に出ていなかった欄（条件で隠れた欄など）は送られないので、画面が読んだ版の値を保つ。
 */
import { draftOf } from "./draft.ts";
import type { RawRow, RawSection, SectionSpec } from "./field.ts";
import { rowsOf } from "./read-section.ts";

/**
 * @param posted フォーム又は JSON から来た、形の分からない値
 * @param base 画面が読んだ版の値
 * @param rowsShown 画面に出ていた、行の欄の名前。行を全部消した欄と、出ていなかった欄を分ける
 */
export function completeAnswers(
  section: SectionSpec,
  posted: unknown,
  base: RawSection,
  rowsShown: readonly string[],
  newRowId: () => string,
): RawSection {
  const given = isRecord(posted) ? posted : {};
  const draft = draftOf(section, given, newRowId);
  return Object.fromEntries(
    Object.entries(section.fields).map(([field, spec]): [string, string | readonly RawRow[]] => {
      if (spec.shape === "field") return [field, field in given ? wordOf(draft[field]) : wordOf(base[field])];
      if (!(field in given) && !rowsShown.includes(field)) return [field, rowsOf(base, field)];
      const items: readonly unknown[] = Array.isArray(given[field]) ? given[field] : [];
      const before = new Map(rowsOf(base, field).map((row) => [row.id, row]));
      return [
        field,
        rowsOf(draft, field).map((row, index) => {
          const item = items[index];
          const known = before.get(row.id);
          if (known === undefined || !isRecord(item)) return row;
          const hidden = Object.keys(spec.fields).filter((column) => !(column in item));
          return hidden.length === 0
            ? row
            : { ...row, ...Object.fromEntries(hidden.map((column) => [column, known[column] ?? ""])) };
        }),
      ];
    }),
  );
}

const wordOf = (value: RawSection[string] | undefined): string => (typeof value === "string" ? value : "");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
