/** 選んだ行をまとめて変える。 */
import { data, redirect } from "@remix-run/node";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { Result } from "#app/domain/result.ts";
import { cellReader } from "#app/domain/rulebook/table-choices.ts";
import { columnLabel } from "#app/domain/rulebook/table-descriptors.ts";
import { rowHeading, viewTable } from "#app/domain/rulebook/table-view.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import type { DraftRowFault, Refusal } from "#app/usecases/refusals.ts";
import type { DraftEdited } from "#app/usecases/rulebook/apply-draft-edits.server.ts";
import { bulkEditDraftRows } from "#app/usecases/rulebook/bulk-edit-draft-rows.server.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { replaceInDraftRows } from "#app/usecases/rulebook/replace-in-draft-rows.server.ts";
import { type BulkTyped, bulkValues } from "./bulk-values.server.ts";
import { selectedIds, stringIn, typedValue, versionThen } from "./edit-form.server.ts";
import { hereWith, readTableQuery } from "./table-address.ts";
import { emptyAnswer, problemOf, type TableAnswer } from "./table-answer.server.ts";
import { openTable } from "./table-page.server.ts";

export async function bulkAction(
  guard: Guarded<StaffActor>,
  editor: TableEditor,
  form: FormData,
  intent: string,
) {
  const { table } = editor;
  const query = readTableQuery(table, guard.url.searchParams);
  const read = cellReader(table, editor.references);
  const { matching } = viewTable(table, editor.rows, query, read);
  const everything = stringIn(form, "scope") === "matching";
  const selected = new Set(selectedIds(form));
  const rows = (everything ? matching : editor.rows.filter(({ factId }) => selected.has(factId))).map(
    (row) => ({
      ...row,
      version: versionThen(editor, form, row.factId),
    }),
  );
  const column = intent === "bulkSet" ? stringIn(form, "settled") : stringIn(form, "column");
  const typed: BulkTyped = {
    column: intent === "bulkReplace" ? "" : column,
    value: typedValue(table, column, form),
    everything,
    replaceColumn: stringIn(form, "replaceColumn"),
    find: stringIn(form, "find"),
    replacement: stringIn(form, "replacement"),
    reason: stringIn(form, "reason"),
  };
  const answer = (now: TableEditor, more: BulkTyped, status: number) =>
    data<TableAnswer>(
      {
        ...emptyAnswer,
        bulk: bulkValues(now, matching.length, { ...typed, ...more }),
        selected: [...selected],
      },
      { status },
    );
  if (intent === "bulkColumn") return answer(editor, { value: "" }, 200);

  const result = await write(guard, editor, intent, rows, typed);
  if (result.ok) throw redirect(hereWith(guard.url, { done: result.value.revision }, "#rows"));
  const { error } = result;
  if (error.kind === "invalid") return answer(editor, { errors: error.errors }, 422);
  if (error.kind !== "draftRows")
    return data<TableAnswer>({ ...emptyAnswer, problem: problemOf(error) }, { status: 409 });
  // 重なりを見た後にもう一度押せば、今の値の上に書く。
  const now = await openTable(guard);
  const refused = error.faults.map((fault) => ({
    heading: headingOf(now, fault),
    message: faultMessage(now, fault),
  }));
  return answer(now, { refused }, error.faults.some(({ kind }) => kind === "conflict") ? 409 : 422);
}

function write(
  { useCase }: Guarded<StaffActor>,
  editor: TableEditor,
  intent: string,
  rows: readonly TableEditor["rows"][number][],
  typed: BulkTyped,
): Promise<Result<DraftEdited, Refusal>> {
  const target = { editionId: editor.edition.id, table: editor.table, reason: (typed.reason ?? "").trim() };
  if (intent === "bulkReplace" && rows.length > 0)
    return replaceInDraftRows(useCase, {
      ...target,
      rows,
      column: typed.replaceColumn ?? "",
      find: typed.find ?? "",
      replacement: typed.replacement ?? "",
    });
  return bulkEditDraftRows(useCase, {
    ...target,
    rows,
    change:
      intent === "bulkRemove"
        ? { kind: "remove" }
        : { kind: "set", cells: { [typed.column ?? ""]: typed.value ?? "" } },
  });
}

const headingOf = (editor: TableEditor, fault: DraftRowFault): string => {
  const row = editor.rows.find(({ factId }) => factId === fault.factId);
  return row === undefined
    ? "消された行"
    : rowHeading(editor.table, row.cells, cellReader(editor.table, editor.references));
};

function faultMessage(editor: TableEditor, fault: DraftRowFault): string {
  switch (fault.kind) {
    case "invalid":
      return Object.entries(fault.faults)
        .map(([column, messages]) =>
          column === "" ? messages.join("") : `${columnLabel(editor.table, column)}：${messages.join("")}`,
        )
        .join("。");
    case "noPlace":
      return "置き場所の行がありません。";
    case "conflict": {
      const who = `${fault.by ?? "ほかの管理者"}さんが${fault.at === null ? "" : formatTokyoInstant(fault.at)}に`;
      if (fault.theirs === null) return `${who}消しました。`;
      const read = cellReader(editor.table, editor.references);
      const { theirs } = fault;
      const values = Object.entries(fault.mine).map(
        ([column, value]) =>
          `${columnLabel(editor.table, column)} 今の値「${read(column, theirs)}」、あなたの値「${read(column, { ...theirs, [column]: value })}」`,
      );
      return `${who}書き換えました。${values.join("、")}。あなたの値にするなら、もう一度押してください。今の値を残すなら、この行の選択を外してください。`;
    }
  }
}
