/** 文面の表で広げた行の、見本の通知書。打ちかけの欄でも、保存する前に確かめられる。 */
import { data } from "@remix-run/node";
import { letterTables, type LetterTable } from "#app/domain/certification/sampled-edition.ts";
import { letterNames } from "#app/domain/rulebook/letter-names.ts";
import type { LetterKind } from "#app/domain/rulebook/procedure-rules.ts";
import { type FactCells, parseCells } from "#app/domain/rulebook/row-cells.ts";
import type { RowOf, TableName } from "#app/domain/rulebook/tables.ts";
import type { StaffActor } from "#app/domain/access/actor.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import type { LetterPreview } from "#app/ui/rulebook/LetterSample.tsx";
import type { RowPanelValues } from "#app/ui/rulebook/row-panel.ts";
import type { TableEditor } from "#app/usecases/rulebook/open-table-editor.server.ts";
import { sampleLetterOf } from "#app/usecases/rulebook/sample-letter.server.ts";
import { cellsThen, stringIn, typedCells } from "./edit-form.server.ts";
import { sampleProblems, shownSlots } from "./letter-sample-view.server.ts";
import { addedRow, openedRow } from "./row-panel.server.ts";
import { editionHref } from "./table-address.ts";
import { emptyAnswer, type TableAnswer } from "./table-answer.server.ts";

/** 打ちかけの行。factId が空なら、after の後（無ければ末尾）に足す行。 */
type TypedRow = { readonly factId: string; readonly after: string; readonly cells: FactCells };

const isLetterTable = (table: TableName): table is LetterTable =>
  (letterTables as readonly TableName[]).includes(table);

/** 文面の表なら、広げた行に見本を添える。typed は打ちかけの行。 */
export async function withLetterPreview(
  guard: Guarded<StaffActor>,
  editor: TableEditor,
  panel: RowPanelValues,
  typed?: TypedRow,
): Promise<RowPanelValues> {
  const cells = Object.fromEntries(panel.fields.map(({ column, value }) => [column, value]));
  const preview = await letterRowPreview(guard, editor, typed?.cells ?? cells, typed);
  return preview === undefined ? panel : { ...panel, preview };
}

/**
 * 「この文面で見本を見る」: 何も書かずに、打った値のまま、その見本を示す。
 *
 * @param form 広げた行の form
 */
export async function previewAction(guard: Guarded<StaffActor>, editor: TableEditor, form: FormData) {
  const factId = stringIn(form, "fact");
  const after = stringIn(form, "place");
  const cells = typedCells(editor.table, form);
  const checked = parseCells(editor.table, withOrder(cells));
  const shown = {
    cells,
    was: cellsThen(cells, form),
    faults: checked.ok ? {} : checked.error,
    reason: stringIn(form, "reason"),
  };
  const panel =
    factId === ""
      ? addedRow(editor, guard.url, after, shown)
      : openedRow(editor, guard.url, factId, true, shown);
  if (panel === null) throw notFound();
  return data<TableAnswer>(
    { ...emptyAnswer, panel: await withLetterPreview(guard, editor, panel, { factId, after, cells }) },
    { status: checked.ok ? 200 : 422 },
  );
}

/**
 * @param typed 打ちかけの行。省けば、保存してある行
 * @returns 文面の表でなければ、又は文書を選んでいなければ undefined
 */
async function letterRowPreview(
  { useCase, tools }: Guarded<StaffActor>,
  editor: TableEditor,
  cells: FactCells,
  typed?: TypedRow,
): Promise<LetterPreview | undefined> {
  const { table, edition } = editor;
  const kind = cells["kind"] ?? cells["letter"] ?? "";
  const office = officeFor(editor, cells);
  if (!isLetterTable(table) || !(kind in letterNames) || office === undefined) return undefined;
  const request = { kind: kind as LetterKind, office: office["code"] ?? "", plan: "corporation" } as const;
  const shown = {
    title: `${letterNames[request.kind]}（${office["name"] ?? ""}）`,
    unsaved: typed !== undefined,
    pageHref: `${editionHref(edition.id)}/letter-preview?${new URLSearchParams({ kind, office: request.office }).toString()}`,
    slots: shownSlots,
  };
  if (typed !== undefined && !parseCells(table, withOrder(typed.cells)).ok)
    return { ...shown, notice: null, problems: ["上の欄の誤りを直すと、見本を見られます。"] };
  const rows = typed === undefined ? {} : { [table]: rowsWith(table, editor, typed) };
  const sampled = await sampleLetterOf(useCase, tools.pdf, { editionId: edition.id, request, rows });
  if (!sampled.ok) throw refusalResponse(sampled.error);
  const { letter } = sampled.value;
  return {
    ...shown,
    notice: letter.kind === "ready" ? letter.notice : null,
    problems: sampleProblems(sampled.value),
  };
}

/** 足す行の順番は並びから付くので、まだ無い。 */
const withOrder = (cells: FactCells): FactCells => ({ ...cells, order: cells["order"] || "1" });

/** 行の範囲の局。省庁だけの行ならその省庁の、全部の行なら表の、はじめの局。 */
const officeFor = ({ references }: TableEditor, cells: FactCells): FactCells | undefined =>
  (references.offices ?? []).find(({ code, ministry }) =>
    (cells["office"] ?? "") === ""
      ? (cells["ministry"] ?? "") === "" || ministry === cells["ministry"]
      : code === cells["office"],
  );

function rowsWith<T extends LetterTable>(
  table: T,
  editor: TableEditor,
  typed: TypedRow,
): readonly RowOf<T>[] {
  const complete = withOrder(typed.cells);
  const at = editor.rows.findIndex(({ factId }) => factId === typed.after) + 1 || editor.rows.length;
  const cells =
    typed.factId === ""
      ? editor.rows.map((row) => row.cells).toSpliced(at, 0, complete)
      : editor.rows.map((row) =>
          row.factId === typed.factId ? { ...row.cells, ...typed.cells } : row.cells,
        );
  return cells.flatMap((one) => {
    const parsed = parseCells(table, one);
    return parsed.ok ? [parsed.value] : [];
  });
}
