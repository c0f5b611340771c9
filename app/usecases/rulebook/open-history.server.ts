/** 一つの版の編集の記録を、記録の中の値の呼び名ごと読む。 */
import type { ReferenceRows } from "#app/domain/rulebook/table-choices.ts";
import { isTableName } from "#app/domain/rulebook/table-descriptors.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type OpenEdition, openEdition } from "./open-edition.server.ts";
import { readReferenceRows } from "./reference-rows.server.ts";

export type OpenHistory = OpenEdition & { readonly references: ReferenceRows };

/** 消した行を指す値も、写しの元の版か、記録に残る行の呼び名で読める。 */
export async function openHistory(
  context: UseCaseContext,
  editionId: string,
): Promise<Result<OpenHistory, Refusal>> {
  const opened = await openEdition(context, editionId);
  if (!opened.ok) return opened;
  const { edition, edits } = opened.value;
  const tables = [...new Set(edits.map(({ tableName }) => tableName))].filter(isTableName);
  const editions = edition.baseId === null ? [editionId] : [edition.baseId, editionId];
  const references = await readReferenceRows(context, editions, tables, (table) =>
    edits
      .filter(({ tableName }) => tableName === table)
      .flatMap(({ changes }) =>
        changes.flatMap(({ before, after }) =>
          [before, after].flatMap((state) => (state === null ? [] : [state.cells])),
        ),
      ),
  );
  return ok({ ...opened.value, references });
}
