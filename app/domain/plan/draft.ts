/**
 * 下書きの受け取り。打たれた文字列をそのまま、知っている欄だけ受け取る。
 * 書きかけを断らないことがこの関数の約束（長さの上限だけは、記憶を守るために切る）。
 */
import type { AnySpec, RawRow, RawSection, SectionSpec } from "./field.ts";

const MAX_DRAFT_CHARACTERS = 20_000;
const kept = (value: unknown): string =>
  typeof value === "string" ? value.replaceAll("\r\n", "\n").slice(0, MAX_DRAFT_CHARACTERS) : "";

/**
 * @param section 区画の定義
 * @param input フォーム又は JSON から来た、形の分からない値
 * @param newRowId 行に id が無いときに使う id を作る
 * @returns 定義にある欄だけの下書き。空の行は落とさない
 */
export function draftOf(section: SectionSpec, input: unknown, newRowId: () => string): RawSection {
  const given = isRecord(input) ? input : {};
  return Object.fromEntries(
    Object.entries(section.fields).map(([name, spec]) => [name, draftValue(spec, given[name], newRowId)]),
  );
}

function draftValue(spec: AnySpec, value: unknown, newRowId: () => string): string | readonly RawRow[] {
  if (spec.shape === "field") return kept(value);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const used = new Set<string>();
  return list.slice(0, spec.maxRows).map((item) => {
    const row = isRecord(item) ? item : {};
    const wanted = kept(row["id"]);
    const id = /^[\w-]{1,40}$/u.test(wanted) && !used.has(wanted) ? wanted : newRowId();
    used.add(id);
    const fields = Object.keys(spec.fields).map((field) => [field, kept(row[field])] as const);
    return { ...Object.fromEntries(fields), id };
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** 何も入力されていないか。 */
export const isBlankRow = (row: RawRow): boolean =>
  Object.entries(row).every(([field, value]) => field === "id" || value.trim() === "");

/** 区画に何も入力されていないか。 */
export const isBlankSection = (raw: RawSection): boolean =>
  Object.values(raw).every((value) =>
    typeof value === "string" ? value.trim() === "" : value.every(isBlankRow),
  );
