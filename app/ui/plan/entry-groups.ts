import type { DocumentEntry, DocumentTable, DocumentValue } from "#app/domain/plan/document.ts";

export type EntryGroup =
  | { readonly kind: "values"; readonly key: string; readonly values: readonly DocumentValue[] }
  | { readonly kind: "table"; readonly key: string; readonly table: DocumentTable };

/** 続いた値を一つの一覧にまとめる。順は変えない。 */
export function groupEntries(entries: readonly DocumentEntry[]): readonly EntryGroup[] {
  const groups: EntryGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (entry.kind === "table") groups.push({ kind: "table", key: entry.field, table: entry });
    else if (last?.kind === "values")
      groups[groups.length - 1] = { ...last, values: [...last.values, entry] };
    else groups.push({ kind: "values", key: entry.field, values: [entry] });
  }
  return groups;
}
