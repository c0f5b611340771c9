/** 起案する。決裁は別の人が行う。 */
import type { Result } from "#app/domain/result.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

export const proposeDecision = (
  context: UseCaseContext,
  input: CommandInput & { readonly outcome: "certify" | "decline"; readonly ground: string },
): Promise<Result<null, Refusal>> => {
  const { id, name } = actorStamp(context.actor);
  return applyCommand(context, "review.propose", input, () => ({
    name: "propose",
    outcome: input.outcome,
    ground: input.ground,
    by: { id, name },
    at: context.clock.now(),
  }));
};
