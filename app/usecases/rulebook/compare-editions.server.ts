/** 二つの版の差分を読む。 */
import type { EditionDiff } from "#app/domain/rulebook/edition-diff.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

export type Comparison = { readonly beforeId: string; readonly afterId: string; readonly diff: EditionDiff };

/** @param input.beforeId 比べる前の版。省けば写しの元、それもなければ今日の版 */
export async function compareEditions(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly beforeId?: string },
): Promise<Result<Comparison, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const beforeId = input.beforeId ?? loaded.value.baseId ?? currentRulebook(context).editionId;
  const after = await readStoredEdition(context.database, input.editionId);
  const before = await readStoredEdition(context.database, beforeId);
  if (after === undefined || before === undefined) return refuse({ kind: "notFound" });
  return ok({
    beforeId,
    afterId: input.editionId,
    diff: await context.editionWork.run("diff", { before, after }),
  });
}
