/** 自分が担当になって審査を始める。 */
import type { Result } from "#app/domain/result.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

export const startReview = (context: UseCaseContext, input: CommandInput): Promise<Result<null, Refusal>> => {
  const actor = actorStamp(context.actor);
  return applyCommand(context, "review.assign", input, () => ({
    name: "assign",
    assigneeId: actor.id,
    assigneeName: actor.name,
  }));
};
