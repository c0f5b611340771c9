/** 一つの版と、その編集の記録を読む。公布した版も、取りやめた版も読める。 */
import { ok, type Result } from "#app/domain/result.ts";
import { editsOf, type EditRow } from "#db/queries/draft-editions.ts";
import type { EditionRow } from "#db/queries/rulebook-editions.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type OpenEdition = {
  readonly edition: EditionRow;
  /** 新しい順。 */
  readonly edits: readonly (EditRow & { readonly undone: boolean })[];
};

const EDITS_SHOWN = 200;

export async function openEdition(
  context: UseCaseContext,
  editionId: string,
): Promise<Result<OpenEdition, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", editionId);
  if (!loaded.ok) return loaded;
  const edits = await editsOf(context.database, editionId, EDITS_SHOWN);
  const undone = new Set(edits.map(({ undoes }) => undoes));
  return ok({
    edition: loaded.value,
    edits: edits.map((edit) => ({ ...edit, undone: undone.has(edit.revision) })),
  });
}
