/** 表の画面の操作を行う。書けたら表に戻り、書けなければ、打った値と理由を画面に返す。 */
import { data, redirect } from "@remix-run/node";
import type { StaffActor } from "#app/domain/access/actor.ts";
import type { Place } from "#app/domain/rulebook/draft-table.ts";
import { withIdentifier } from "#app/domain/rulebook/read-cells.ts";
import { placeAt, positionIn } from "#app/domain/rulebook/row-place.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import { addDraftRow } from "#app/usecases/rulebook/add-draft-row.server.ts";
import type { DraftEdited, DraftTarget } from "#app/usecases/rulebook/apply-draft-edits.server.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { moveDraftRow } from "#app/usecases/rulebook/move-draft-row.server.ts";
import { removeDraftRow } from "#app/usecases/rulebook/remove-draft-row.server.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { undoDraftEdit } from "#app/usecases/rulebook/undo-draft-edit.server.ts";
import { bulkAction } from "./bulk-action.server.ts";
import { changedCells, stringIn, typedCells, versionThen } from "./edit-form.server.ts";
import { previewAction } from "./letter-row-preview.server.ts";
import { refusedRow } from "./refused-row.server.ts";
import { renumberAction } from "./renumber-action.server.ts";
import { hereWith } from "./table-address.ts";
import { openTable } from "./table-page.server.ts";
import { emptyAnswer, undoRefused } from "./table-answer.server.ts";

type Edited = Result<DraftEdited, Refusal>;

export async function tableAction(guard: Guarded<StaffActor>, form: FormData) {
  const editor = await openTable(guard);
  const intent = form.has("move") ? "move" : stringIn(form, "intent");
  if (intent === "preview") return previewAction(guard, editor, form);
  if (intent === "renumber") return renumberAction(guard, editor, form);
  if (intent.startsWith("bulk")) return bulkAction(guard, editor, form, intent);
  const here = (changes: Readonly<Record<string, string | number | null>>, anchor: string): Response =>
    redirect(hereWith(guard.url, changes, anchor));
  switch (intent) {
    case "reason":
      throw here({ reason: stringIn(form, "reason").trim() }, "#rows");
    case "undo": {
      const result = await undo(guard, editor, form);
      if (result.ok) throw here({ done: result.value.revision }, "");
      return data({ ...emptyAnswer, problem: undoRefused(result.error) }, { status: 409 });
    }
    case "move": {
      const [direction = "", factId = ""] = stringIn(form, "move").split(":");
      const result = await move(guard, editor, form, factId, targetNumber(editor, form, factId, direction));
      if (!result.ok) return refusedRow(guard, form, result.error, factId);
      // 断片（#）のある URL では autofocus が効かないので、付けない。
      throw here({ moved: `${direction}:${factId}`, done: result.value.revision }, "");
    }
    default: {
      const factId = stringIn(form, "fact");
      const result = await editOne(guard, editor, form, intent, factId);
      if (result === "unchanged") throw here({}, `#row-${factId}`);
      if (!result.ok) return refusedRow(guard, form, result.error, factId);
      const written = result.value.changes[0]?.factId ?? "";
      throw here({ done: result.value.revision }, intent === "remove" ? "" : `#row-${written}`);
    }
  }
}

async function editOne(
  { useCase }: Guarded<StaffActor>,
  editor: TableEditor,
  form: FormData,
  intent: string,
  factId: string,
): Promise<Edited | "unchanged"> {
  const { edition, table } = editor;
  const target = { editionId: edition.id, table, reason: stringIn(form, "reason").trim() };
  const version = versionThen(editor, form, factId);
  const typed = typedCells(table, form);
  switch (intent) {
    case "save": {
      const cells = changedCells(typed, form);
      if (Object.keys(cells).length === 0) return "unchanged";
      return editDraftRow(useCase, { ...target, factId, version, cells });
    }
    case "add":
      return addDraftRow(useCase, {
        ...target,
        cells: withIdentifier(table, typed, editor.rows),
        place: placeOf(editor, stringIn(form, "place")),
      });
    case "remove":
      return removeDraftRow(useCase, { ...target, factId, version });
    case "place":
      return moveTo(useCase, editor, { ...target, factId, version }, wholeNumber(stringIn(form, "position")));
    default:
      throw refusalResponse({ kind: "invalid", errors: {} });
  }
}

const placeOf = (editor: TableEditor, place: string): Place =>
  editor.rows.some(({ factId }) => factId === place) ? { after: place } : "last";

/** ▲▼ は今の並びの一つ前・一つ後、つまみは置いた番号。 */
function targetNumber(editor: TableEditor, form: FormData, factId: string, direction: string): number {
  if (direction === "to") return Number(stringIn(form, "move").split(":")[2] ?? Number.NaN);
  return positionIn(editor.table, editor.rows, factId) + (direction === "up" ? -1 : 1);
}

const move = (
  { useCase }: Guarded<StaffActor>,
  editor: TableEditor,
  form: FormData,
  factId: string,
  number: number,
): Promise<Edited> => {
  const target = {
    editionId: editor.edition.id,
    table: editor.table,
    reason: stringIn(form, "reason").trim(),
  };
  return moveTo(useCase, editor, { ...target, factId, version: versionThen(editor, form, factId) }, number);
};

const wholeNumber = (typed: string): number =>
  /^\d{1,5}$/u.test(typed.normalize("NFKC").trim()) ? Number(typed.normalize("NFKC")) : Number.NaN;

async function moveTo(
  useCase: UseCaseContext,
  editor: TableEditor,
  target: DraftTarget & { readonly factId: string; readonly version: number },
  number: number,
): Promise<Edited> {
  if (!Number.isSafeInteger(number))
    return refuse({ kind: "invalid", errors: { position: ["何番目へ移すかを、数で入力してください。"] } });
  const place = placeAt(editor.table, editor.rows, target.factId, number) ?? "last";
  return moveDraftRow(useCase, { ...target, place });
}

const undo = ({ useCase }: Guarded<StaffActor>, editor: TableEditor, form: FormData): Promise<Edited> =>
  undoDraftEdit(useCase, {
    editionId: editor.edition.id,
    revision: Number(stringIn(form, "edit")),
    reason: stringIn(form, "reason"),
  });
