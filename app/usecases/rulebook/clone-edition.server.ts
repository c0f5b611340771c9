/** 公布した版を写して、編集中の版を作る。 */
import { decideEdition } from "#app/domain/rulebook/edition-lifecycle.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkWords, editionAudit, loadEdition, staleEdition } from "./edition-access.server.ts";

export type CloneInput = {
  /** 写す元。公布した版に限る。 */
  readonly editionId: string;
  /** 新しい版の名前。 */
  readonly label: string;
  /** 予定の施行日 YYYY-MM-DD。公布のときに改めて決める。 */
  readonly effectiveFrom: string;
  readonly reason: string;
};

/** @returns 新しい版の id。公布していない版は写せない */
export async function cloneEdition(
  context: UseCaseContext,
  input: CloneInput,
): Promise<Result<{ readonly editionId: string }, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.edit", input.editionId);
  if (!loaded.ok) return loaded;
  const words = checkWords(input);
  if (!words.ok) return words;
  if (loaded.value.status !== "published") {
    const decided = decideEdition(loaded.value, { name: "reopen" });
    if (!decided.ok) return refuse({ kind: "edition", refusal: decided.error });
  }
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const editionId = context.newId();
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      editionCopies: [
        {
          from: input.editionId,
          row: {
            id: editionId,
            label: input.label.trim(),
            status: "draft",
            effectiveFrom: input.effectiveFrom,
            sourceHash: "",
            createdAt: at,
            baseId: input.editionId,
            createdBy: actor.id,
            createdByName: actor.name,
            statusReason: input.reason,
          },
        },
      ],
      audit: [
        editionAudit("rulebook.edit", editionId, {
          change: "clone",
          base: input.editionId,
          label: input.label.trim(),
          effectiveFrom: input.effectiveFrom,
          reason: input.reason,
        }),
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(staleEdition) : ok({ editionId });
}
