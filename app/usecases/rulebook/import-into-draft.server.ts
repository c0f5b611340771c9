/** ファイルの一式を、編集中の版に取り込む。全部の表が入れ替わるか、何も変わらない。 */
import { decideEdition } from "#app/domain/rulebook/edition-lifecycle.ts";
import type { RowChange } from "#app/domain/rulebook/draft-table.ts";
import { importTable } from "#app/domain/rulebook/import-table.ts";
import type { RulebookFiles } from "#app/domain/rulebook/parse-files.ts";
import { type RulebookTableRows, type TableName, tableNames } from "#app/domain/rulebook/tables.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { draftTable } from "#db/queries/draft-editions.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { TableSave } from "#db/write-plan.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import type { RulebookRefusal } from "../refusals.ts";
import { checkWords, editionAudit, loadEdition, staleEdition } from "./edition-access.server.ts";

export type DraftImport = {
  /** 欄に分けたファイルの一式（split-rulebook-files が返すもの）。 */
  readonly files: RulebookFiles;
  /** 取り込む編集中の版と、読んだ通し番号。null なら、今日の版を写した新しい版を作って取り込む。 */
  readonly draft: { readonly editionId: string; readonly revision: number } | null;
  readonly reason: string;
};

/** 一つの表で変わった行の数。並びが変われば、全部の行が変わったものに数える。 */
export type ImportedTable = {
  readonly table: TableName;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
};

/** 取り込んだ版と、変わった表。 */
export type ImportedDraft = { readonly editionId: string; readonly tables: readonly ImportedTable[] };

type ChangedTable = { readonly save: TableSave; readonly changes: readonly RowChange[] };

/**
 * 表ごとに一つの編集（import）として残り、表ごとに取り消せる。
 *
 * @returns ファイルの誤りは rulebookFiles（ファイル・行・理由）、編集中でない版は edition、
 *   先に動いていた版は stale で断る
 */
export async function importIntoDraft(
  context: UseCaseContext,
  input: DraftImport,
): Promise<Result<ImportedDraft, RulebookRefusal>> {
  const baseId = input.draft?.editionId ?? currentRulebook(context).editionId;
  const loaded = await loadEdition(context, "rulebook.edit", baseId);
  if (!loaded.ok) return loaded;
  const words = checkWords(input);
  if (!words.ok) return words;
  if (input.draft !== null) {
    const decided = decideEdition(loaded.value, { name: "edit" });
    if (!decided.ok) return refuse({ kind: "edition", refusal: decided.error });
    if (loaded.value.revision !== input.draft.revision) return refuse(staleEdition);
  }
  const parsed = await context.editionWork.run("parse", input.files);
  if (!parsed.ok) return refuse({ kind: "rulebookFiles", faults: parsed.error });
  const { edition, tables } = parsed.value;
  const editionId = input.draft?.editionId ?? context.newId();
  const from = input.draft?.revision ?? 0;
  const changed = await changedTables(context, baseId, editionId, from, tables);
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const { label, effectiveFrom } = edition;
  const { reason } = input;
  const revision = from + changed.length;
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      ...(input.draft === null && {
        editionCopies: [
          {
            from: baseId,
            row: {
              id: editionId,
              label,
              status: "draft" as const,
              effectiveFrom,
              sourceHash: "",
              createdAt: at,
              baseId,
              createdBy: actor.id,
              createdByName: actor.name,
              statusReason: reason,
            },
          },
        ],
      }),
      editionChanges: [{ id: editionId, expectedRevision: from, set: { label, effectiveFrom, revision } }],
      tables: changed.map(({ save }) => save),
      rulebookEdits: changed.map(({ save, changes }, index) => ({
        editionId,
        revision: from + index + 1,
        kind: "import" as const,
        tableName: save.table,
        changes,
        reason,
        undoes: null,
        editedBy: actor.id,
        editedByName: actor.name,
        editedAt: at,
      })),
      audit: [
        editionAudit("rulebook.edit", editionId, {
          change: "import",
          base: baseId,
          label,
          effectiveFrom,
          reason,
          tables: Object.fromEntries(changed.map(({ save, changes }) => [save.table, changes.length])),
        }),
      ],
    }),
  });
  if (outcome.kind === "stale") return refuse(staleEdition);
  return ok({ editionId, tables: changed.map(countsOf) });
}

const countsOf = ({ save, changes }: ChangedTable): ImportedTable => {
  const added = changes.filter(({ before }) => before === null).length;
  const removed = changes.filter(({ after }) => after === null).length;
  return { table: save.table, added, removed, changed: changes.length - added - removed };
};

/** 違いのある表だけ。表ごとに、その表の取込みの通し番号を付ける。 */
async function changedTables(
  context: UseCaseContext,
  baseId: string,
  editionId: string,
  from: number,
  tables: RulebookTableRows,
): Promise<readonly ChangedTable[]> {
  const changed: ChangedTable[] = [];
  for (const table of tableNames) {
    const before = await draftTable(context.database, baseId, table);
    const revision = from + changed.length + 1;
    const { rows: after, changes } = importTable(table, before, tables[table], revision, context.newId);
    if (changes.length > 0) changed.push({ save: { editionId, table, before, after }, changes });
  }
  return changed;
}
