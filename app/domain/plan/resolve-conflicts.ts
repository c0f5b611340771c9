/** 競合した所を、利用者が選んだ方の値にする。 */
import type { RawRow, RawSection } from "./field.ts";
import { conflictKey, type MergeConflict, type SectionMerge } from "./merge-section.ts";
import { rowsOf } from "./read-section.ts";

export type Side = "mine" | "theirs";
/** 競合の名前（conflictKey）→ 選んだ方。 */
export type Choices = Readonly<Record<string, Side>>;

/** まだ選ばれていない競合。 */
export const unresolved = (merge: SectionMerge, choices: Choices): readonly MergeConflict[] =>
  merge.conflicts.filter((conflict) => choices[conflictKey(conflict)] === undefined);

/** @returns 選んだ値を当てた下書き。選ばれていない所は、保存されている値のまま */
export function resolveConflicts(merge: SectionMerge, choices: Choices): RawSection {
  return merge.conflicts
    .filter((conflict) => choices[conflictKey(conflict)] === "mine")
    .reduce<RawSection>(withMine, merge.merged);
}

function withMine(raw: RawSection, conflict: MergeConflict): RawSection {
  const { field } = conflict;
  if (conflict.kind === "row") {
    const others = rowsOf(raw, field).filter((row) => row.id !== conflict.rowId);
    return { ...raw, [field]: conflict.mine === null ? others : [...others, conflict.mine] };
  }
  if (conflict.rowId === undefined) return { ...raw, [field]: conflict.mine };
  const column = conflict.column ?? "";
  return {
    ...raw,
    [field]: rowsOf(raw, field).map((row): RawRow =>
      row.id === conflict.rowId ? { ...row, [column]: conflict.mine } : row,
    ),
  };
}
