/** 一行の書込みが断られたとき、打った値を残して、直す所や重なりを示す。 */
import { data, redirect } from "@remix-run/node";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { cellReader } from "#app/domain/rulebook/table-choices.ts";
import { columnLabel } from "#app/domain/rulebook/table-descriptors.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import type { RowConflict, RowPanelValues } from "#app/ui/rulebook/row-panel.ts";
import type { DraftRowFault, Refusal } from "#app/usecases/refusals.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { cellsThen, stringIn, typedCells } from "./edit-form.server.ts";
import { withLetterPreview } from "./letter-row-preview.server.ts";
import { addedRow, openedRow } from "./row-panel.server.ts";
import { hereWith } from "./table-address.ts";
import { emptyAnswer, problemOf, type TableAnswer } from "./table-answer.server.ts";
import { openTable } from "./table-page.server.ts";

const EMPTY = "（空欄）";

/** @param factId 直していた行。足していたなら空 */
export async function refusedRow(
  guard: Guarded<StaffActor>,
  form: FormData,
  refusal: Refusal,
  factId: string,
) {
  const editor = await openTable(guard);
  const fault = refusal.kind === "draftRows" ? refusal.faults[0] : undefined;
  const edited = form.has("fact") || form.has("place");
  if (fault?.kind === "conflict" && edited && Object.keys(fault.mine).length > 0) {
    const panel = conflictPanel(editor, guard.url, form, fault);
    if (panel.conflict?.removed === false && panel.conflict.columns.length === 0)
      throw redirect(hereWith(guard.url, {}, `#row-${factId}`));
    return data<TableAnswer>({ ...emptyAnswer, panel }, { status: 409 });
  }
  const errors = refusal.kind === "invalid" ? refusal.errors : {};
  const faults = fault?.kind === "invalid" ? fault.faults : { "": errors["position"] ?? [] };
  const inPanel =
    fault?.kind === "invalid" || errors["reason"] !== undefined || errors["position"] !== undefined;
  if (!edited || !inPanel)
    return data<TableAnswer>(
      { ...emptyAnswer, problem: problemOf(refusal) },
      { status: refusal.kind === "invalid" ? 422 : 409 },
    );
  const typed = typedCells(editor.table, form);
  const shown = {
    cells: typed,
    was: cellsThen(typed, form),
    faults,
    reason: stringIn(form, "reason"),
    reasonErrors: errors["reason"] ?? [],
  };
  const panel =
    factId === ""
      ? addedRow(editor, guard.url, stringIn(form, "place"), shown)
      : openedRow(editor, guard.url, factId, true, shown);
  const typedRow = { factId, after: stringIn(form, "place"), cells: typed };
  const previewed = panel === null ? null : await withLetterPreview(guard, editor, panel, typedRow);
  return data<TableAnswer>({ ...emptyAnswer, panel: previewed }, { status: 422 });
}

function conflictPanel(
  editor: TableEditor,
  url: URL,
  form: FormData,
  fault: Extract<DraftRowFault, { kind: "conflict" }>,
): RowPanelValues {
  const { table, references } = editor;
  const read = cellReader(table, references);
  const typed = typedCells(table, form);
  const { theirs, mine } = fault;
  const conflict: RowConflict = {
    by: fault.by ?? "ほかの管理者",
    at: fault.at === null ? "" : formatTokyoInstant(fault.at),
    removed: theirs === null,
    columns: Object.entries(mine)
      .filter(([column, value]) => theirs !== null && theirs[column] !== value)
      .map(([column, value]) => ({
        column,
        label: columnLabel(table, column),
        mine: value,
        mineShown: read(column, { ...typed, [column]: value }) || EMPTY,
        theirs: theirs?.[column] ?? "",
        theirsShown: read(column, theirs ?? {}) || EMPTY,
      })),
  };
  const shown = { cells: typed, was: typed, reason: stringIn(form, "reason"), conflict };
  const opened = openedRow(editor, url, fault.factId, true, shown);
  return opened ?? { ...addedRow(editor, url, "last", shown), title: "消された行" };
}
