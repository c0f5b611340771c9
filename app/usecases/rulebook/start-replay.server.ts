/** 公布する前に、終わっていない申請と最近の提出を、この版で計算し直し始める。計算は働き手が行う。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { replaysOf } from "#db/queries/replays.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { editionAudit, loadEdition } from "./edition-access.server.ts";
import { replayJob } from "./replay-job.ts";

/**
 * @returns 再計算の id。もう始まっていれば、その id。公布した版と取りやめた版は edition で断る
 */
export async function startReplay(
  context: UseCaseContext,
  input: { readonly editionId: string },
): Promise<Result<{ readonly replayId: string }, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.edit", input.editionId);
  if (!loaded.ok) return loaded;
  const { id: editionId, status, revision } = loaded.value;
  if (status !== "draft" && status !== "submitted")
    return refuse({ kind: "edition", refusal: { kind: "wrongStatus", status, command: "edit" } });
  const running = (await replaysOf(context.database, editionId)).find(({ state }) => state === "running");
  if (running !== undefined) return ok({ replayId: running.id });
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const id = context.newId();
  await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      newReplays: [{ id, editionId, revision, startedByName: actor.name, startedAt: at }],
      outbox: [replayJob(id, 0)],
      audit: [
        { ...editionAudit("rulebook.edit", editionId, { replayId: id }), action: "rulebook.startReplay" },
      ],
    }),
  });
  return ok({ replayId: id });
}
