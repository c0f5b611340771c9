/** 自分が担当になって審査を始める。ほかの人の担当の申請は、決裁者だけが自分の担当にできる。 */
import type { Result } from "#app/domain/result.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput, loadFiled } from "./apply-command.server.ts";
import { reassignAction } from "./reassign-application.server.ts";

export async function startReview(
  context: UseCaseContext,
  input: CommandInput,
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, "review.assign", input.applicationId);
  if (!loaded.ok) return loaded;
  const { application } = loaded.value;
  const allowed = authorise(context, reassignAction(context, application), accessRecordOf(application));
  if (!allowed.ok) return allowed;
  const actor = actorStamp(context.actor);
  return applyCommand(context, "review.assign", input, () => ({
    name: "assign",
    assigneeId: actor.id,
    assigneeName: actor.name,
  }));
}
