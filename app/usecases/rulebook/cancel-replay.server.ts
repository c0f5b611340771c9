/** 進んでいる再計算を止める。働き手は、読みかけの一組を終えて止まる。 */
import { ok, type Result } from "#app/domain/result.ts";
import { replaysOf } from "#db/queries/replays.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { editionAudit, loadEdition } from "./edition-access.server.ts";

/** @returns cancelled が偽なら、もう終わっていた。何も変わっていない */
export async function cancelReplay(
  context: UseCaseContext,
  input: { readonly editionId: string },
): Promise<Result<{ readonly cancelled: boolean }, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.edit", input.editionId);
  if (!loaded.ok) return loaded;
  const editionId = loaded.value.id;
  const running = (await replaysOf(context.database, editionId)).filter(({ state }) => state === "running");
  if (running.length === 0) return ok({ cancelled: false });
  await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      cancelledReplays: running.map(({ id }) => id),
      audit: running.map(({ id }) => ({
        ...editionAudit("rulebook.edit", editionId, { replayId: id }),
        action: "rulebook.cancelReplay",
      })),
    }),
  });
  return ok({ cancelled: true });
}
