/** 編集中の表への書込みに共通の道: 読む → 権限 → 決める → 書く。動詞ごとのファイルがこれを呼ぶ。 */
import {
  type EditFault,
  type EditKind,
  editTable,
  type RowChange,
  type RowEdit,
} from "#app/domain/rulebook/draft-table.ts";
import { decideEdition } from "#app/domain/rulebook/edition-lifecycle.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { draftTable, findEdit } from "#db/queries/draft-editions.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { DraftRowFault, Refusal } from "../refusals.ts";
import { checkWords, editionAudit, loadEdition, staleEdition } from "./edition-access.server.ts";

/** どの版のどの表を、なぜ変えるか。 */
export type DraftTarget = {
  readonly editionId: string;
  readonly table: TableName;
  readonly reason: string;
};

/** 書いた編集の通し番号と、変わった行。 */
export type DraftEdited = { readonly revision: number; readonly changes: readonly RowChange[] };

/** 別の行への書込みと重なっただけなら、読み直して書く。 */
const ATTEMPTS = 5;

export async function applyDraftEdits(
  context: UseCaseContext,
  target: DraftTarget & { readonly kind: EditKind; readonly undoes?: number },
  edits: readonly RowEdit[],
): Promise<Result<DraftEdited, Refusal>> {
  const words = checkWords(target);
  if (!words.ok) return words;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const written = await tryOnce(context, target, edits);
    if (written.ok || written.error.kind !== "stale") return written;
  }
  return refuse(staleEdition);
}

async function tryOnce(
  context: UseCaseContext,
  target: DraftTarget & { readonly kind: EditKind; readonly undoes?: number },
  edits: readonly RowEdit[],
): Promise<Result<DraftEdited, Refusal>> {
  const { editionId, table, reason, kind, undoes } = target;
  const loaded = await loadEdition(context, "rulebook.edit", editionId);
  if (!loaded.ok) return loaded;
  const decided = decideEdition(loaded.value, { name: "edit" });
  if (!decided.ok) return refuse({ kind: "edition", refusal: decided.error });
  const revision = loaded.value.revision + 1;
  const before = await draftTable(context.database, editionId, table);
  const edited = editTable(table, before, edits, revision);
  if (!edited.ok)
    return refuse({ kind: "draftRows", faults: await withEditors(context, editionId, edited.error) });
  const { rows: after, changes } = edited.value;
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      editionChanges: [{ id: editionId, expectedRevision: revision - 1, set: { revision } }],
      tables: [{ editionId, table, before, after }],
      rulebookEdits: [
        {
          editionId,
          revision,
          kind,
          tableName: table,
          changes,
          reason,
          undoes: undoes ?? null,
          editedBy: actor.id,
          editedByName: actor.name,
          editedAt: at,
        },
      ],
      audit: [
        editionAudit("rulebook.edit", editionId, { change: kind, table, revision, reason, rows: changes }),
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(staleEdition) : ok({ revision, changes });
}

/** 重なりに、先に書いた人と時を添える。 */
const withEditors = (
  context: UseCaseContext,
  editionId: string,
  faults: readonly EditFault[],
): Promise<readonly DraftRowFault[]> =>
  Promise.all(
    faults.map(async (fault) => {
      const version = fault.kind === "conflict" ? fault.version : null;
      const edit = version === null ? undefined : await findEdit(context.database, editionId, version);
      return { ...fault, by: edit?.editedByName ?? null, at: edit?.editedAt ?? null };
    }),
  );
