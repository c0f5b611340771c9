/** 区画の編集の占有を取る、延ばす、引き継ぐ。保存を止める力はない。 */
import type { LeaseAnswer, LeaseMode } from "#app/domain/plan/section-lease.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { writeLease } from "#db/repositories/section-leases.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

/** @param input.tabId どの画面か */
export async function takeSectionLease(
  context: UseCaseContext,
  input: OwnApplication & { readonly section: string; readonly tabId: string; readonly mode: LeaseMode },
): Promise<Result<LeaseAnswer, Refusal>> {
  if (sectionOf(input.section) === undefined) return refuse({ kind: "notFound" });
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  const actor = actorStamp(context.actor);
  return ok(
    await writeLease(
      context.database,
      { applicationId: loaded.value.id, section: input.section },
      {
        accountId: actor.id,
        holderName: actor.name,
        tabId: input.tabId,
        at: context.clock.now(),
        mode: input.mode,
      },
      { actor, requestId: context.requestId },
    ),
  );
}
