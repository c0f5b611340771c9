/** 様式第3・第4（変更の認定申請）に書く、変更事項と、変わった所。 */
import { isChange } from "#app/domain/plan-life/change-base.ts";
import { changedParts } from "#app/domain/plan/changed-parts.ts";
import type { DocumentChange } from "#app/domain/plan/document-difference.ts";
import { entryIn, type PlanDocument } from "#app/domain/plan/document.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { changeSection } from "#app/domain/plan/sections/change.ts";

export type FormChange = {
  /** 変更する事項。 */
  readonly subjects: readonly string[];
  /** 認定を受けた計画からの違い。中身の分からない紙の認定では null。 */
  readonly changes: readonly DocumentChange[] | null;
};

/**
 * @param base 認定を受けた計画の木。中身の分からない紙の認定では null
 * @returns 新規の申請では null
 */
export function formChange(
  answers: RawAnswers,
  document: PlanDocument,
  base: PlanDocument | null,
): FormChange | null {
  if (!isChange(answers)) return null;
  return {
    subjects: subjectsIn(document),
    changes: base === null ? null : changedParts(base, document).changes,
  };
}

/** 変更事項の表の「変更する事項」。同じ事項は一度だけ。 */
function subjectsIn(document: PlanDocument): readonly string[] {
  const table = entryIn(document, changeSection, "changes");
  if (table?.kind !== "table") return [];
  const at = table.columns.findIndex(({ field }) => field === "subject");
  return [...new Set(table.rows.map(({ cells }) => cells[at] ?? "").filter((subject) => subject !== ""))];
}
