/**
 * 区画の三者の突き合わせ（三方向マージ）。画面が読んだ値（base）から、自分（mine）と先に保存した人（theirs）が
 * それぞれ何を変えたかを見て、片方だけが変えた所は両方とも活かし、両方が違う値に変えた所だけを競合として返す。
 * 崩してはならない約束: base と違う自分の値は、必ず merged か conflicts に残る。
 */
import type { RawRow, RawSection, RowsSpec, SectionSpec } from "./field.ts";
import { mergeOrder } from "./merge-order.ts";
import { rowsOf } from "./read-section.ts";

/** 同じ所を違う値に変えた競合。 */
export type CellConflict = {
  readonly kind: "value";
  readonly field: string;
  /** 行の中の欄のとき、行の id と列。 */
  readonly rowId?: string;
  readonly column?: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
};

/** 片方が消した行を、もう片方が書き換えた競合。null は「行なし」。 */
export type RowConflict = {
  readonly kind: "row";
  readonly field: string;
  readonly rowId: string;
  readonly base: RawRow | null;
  readonly mine: RawRow | null;
  readonly theirs: RawRow | null;
};

export type MergeConflict = CellConflict | RowConflict;

export type SectionMerge = {
  /** 突き合わせた値。競合した所は、保存されている値（theirs）。 */
  readonly merged: RawSection;
  readonly conflicts: readonly MergeConflict[];
};

/** 競合の名前。画面の選択の欄に付く。 */
export const conflictKey = (conflict: MergeConflict): string =>
  conflict.kind === "row"
    ? `${conflict.field}.${conflict.rowId}`
    : conflict.rowId === undefined
      ? conflict.field
      : `${conflict.field}.${conflict.rowId}.${conflict.column ?? ""}`;

/**
 * @param section 区画の定義。定義に無い欄は捨てる
 * @param base 自分の画面が読んだ値
 * @param mine 自分の入力
 * @param theirs いま保存されている値
 */
export function mergeSection(
  section: SectionSpec,
  base: RawSection,
  mine: RawSection,
  theirs: RawSection,
): SectionMerge {
  const conflicts: MergeConflict[] = [];
  const merged = Object.fromEntries(
    Object.entries(section.fields).map(([field, spec]): [string, string | readonly RawRow[]] => {
      if (spec.shape === "rows")
        return [
          field,
          mergeRows(
            { field, spec, conflicts },
            rowsOf(base, field),
            rowsOf(mine, field),
            rowsOf(theirs, field),
          ),
        ];
      const values = { base: wordOf(base, field), mine: wordOf(mine, field), theirs: wordOf(theirs, field) };
      return [field, mergeValue({ field }, values, conflicts)];
    }),
  );
  return { merged, conflicts };
}

type Values = { readonly base: string; readonly mine: string; readonly theirs: string };
type Place = Pick<CellConflict, "field" | "rowId" | "column">;

function mergeValue(place: Place, values: Values, conflicts: MergeConflict[]): string {
  const { base, mine, theirs } = values;
  if (mine === theirs || mine === base) return theirs;
  if (theirs === base) return mine;
  conflicts.push({ kind: "value", ...place, ...values });
  return theirs;
}

type RowsPlace = {
  readonly field: string;
  readonly spec: RowsSpec;
  readonly conflicts: MergeConflict[];
};

function mergeRows(
  place: RowsPlace,
  base: readonly RawRow[],
  mine: readonly RawRow[],
  theirs: readonly RawRow[],
): readonly RawRow[] {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, RawRow>();
  for (const id of new Set([...t.keys(), ...m.keys()])) {
    const row = mergeRow(place, id, b.get(id), m.get(id), t.get(id));
    if (row !== null) kept.set(id, row);
  }
  return mergeOrder([...b.keys()], [...m.keys()], [...t.keys()]).flatMap((id) => kept.get(id) ?? []);
}

/** @returns 残す行。消えた行は null */
function mergeRow(
  { field, spec, conflicts }: RowsPlace,
  id: string,
  base: RawRow | undefined,
  mine: RawRow | undefined,
  theirs: RawRow | undefined,
): RawRow | null {
  if (mine !== undefined && theirs !== undefined) {
    const cells = Object.keys(spec.fields).map((column): [string, string] => [
      column,
      mergeValue(
        { field, rowId: id, column },
        { base: base?.[column] ?? "", mine: mine[column] ?? "", theirs: theirs[column] ?? "" },
        conflicts,
      ),
    ]);
    return { ...Object.fromEntries(cells), id };
  }
  const left = mine ?? theirs;
  if (left === undefined) return null;
  if (base === undefined) return left;
  if (sameRow(spec, base, left)) return null;
  conflicts.push({
    kind: "row",
    field,
    rowId: id,
    base,
    mine: mine ?? null,
    theirs: theirs ?? null,
  });
  return theirs ?? null;
}

const sameRow = (spec: RowsSpec, a: RawRow, b: RawRow): boolean =>
  Object.keys(spec.fields).every((column) => (a[column] ?? "") === (b[column] ?? ""));

/** 二つの下書きの値が全部同じか。無い欄は空と同じに扱う。 */
export const sameSection = (section: SectionSpec, a: RawSection, b: RawSection): boolean =>
  changedFields(section, a, b).length === 0;

/** 値の違う欄の名前。 */
export const changedFields = (section: SectionSpec, a: RawSection, b: RawSection): readonly string[] =>
  Object.entries(section.fields).flatMap(([field, spec]) => {
    if (spec.shape === "field") return wordOf(a, field) === wordOf(b, field) ? [] : [field];
    const [left, right] = [rowsOf(a, field), rowsOf(b, field)];
    const same =
      left.length === right.length &&
      left.every((row, index) => {
        const other = right[index];
        return other !== undefined && other.id === row.id && sameRow(spec, row, other);
      });
    return same ? [] : [field];
  });

const wordOf = (raw: RawSection, field: string): string => {
  const value = raw[field];
  return typeof value === "string" ? value : "";
};

const byId = (rows: readonly RawRow[]): ReadonlyMap<string, RawRow> =>
  new Map(rows.map((row) => [row.id, row]));
