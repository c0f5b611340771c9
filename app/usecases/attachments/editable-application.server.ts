/** 添付を変えられる自社の申請。申請した後は、差し戻されるまで変えられない。 */
import { refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { loadOwnApplication, type OwnApplication } from "../applications/load-own-application.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export async function editableApplication(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<ApplicationRow, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok || isEditable(loaded.value.status)) return loaded;
  return refuse({
    kind: "stale",
    subject: "application",
    by: null,
    what: "申請済みのため、添付を変えることはできません。",
  });
}
