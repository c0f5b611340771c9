/** 区画の編集の占有を手放す。画面を閉じた、又は保存した。 */
import { ok, type Result } from "#app/domain/result.ts";
import { deleteLease } from "#db/repositories/section-leases.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export async function releaseSectionLease(
  context: UseCaseContext,
  input: OwnApplication & { readonly section: string; readonly tabId: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  await deleteLease(
    context.database,
    { applicationId: loaded.value.id, section: input.section },
    { accountId: actorStamp(context.actor).id, tabId: input.tabId },
  );
  return ok(null);
}
