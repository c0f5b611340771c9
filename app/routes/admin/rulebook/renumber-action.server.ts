/** 絞り込んだ区分又は指針の項目の番号を付け直す。 */
import { data, redirect } from "@remix-run/node";
import type { StaffActor } from "#app/domain/access/actor.ts";
import type { TableQuery } from "#app/domain/rulebook/table-view.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { renumberDraftItems } from "#app/usecases/rulebook/renumber-draft-items.server.ts";
import { stringIn, versionThen } from "./edit-form.server.ts";
import { hereWith, readTableQuery } from "./table-address.ts";
import { emptyAnswer, problemOf, type TableAnswer } from "./table-answer.server.ts";

/** 番号を付け直せる画面か。区分か指針に絞った、項目の表。 */
export const mayRenumber = ({ table }: TableEditor, { filters }: TableQuery): boolean =>
  table === "guidelineItems" && (filters["section"] ?? filters["guideline"]) !== undefined;

export async function renumberAction(guard: Guarded<StaffActor>, editor: TableEditor, form: FormData) {
  const query = readTableQuery(editor.table, guard.url.searchParams);
  const { section, guideline } = query.filters;
  const rows = !mayRenumber(editor, query)
    ? []
    : editor.rows.filter(
        ({ cells }) =>
          (section === undefined || cells["section"] === section) &&
          (guideline === undefined || cells["guideline"] === guideline),
      );
  const result = await renumberDraftItems(guard.useCase, {
    editionId: editor.edition.id,
    reason: stringIn(form, "reason").trim(),
    rows: rows.map((row) => ({ ...row, version: versionThen(editor, form, row.factId) })),
  });
  if (result.ok) throw redirect(hereWith(guard.url, { done: result.value.revision }));
  const { error } = result;
  return data<TableAnswer>(
    { ...emptyAnswer, problem: problemOf(error) },
    { status: error.kind === "invalid" ? 422 : 409 },
  );
}
