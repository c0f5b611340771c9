/** 不認定にする（法第17条）。起案どおりの理由で決まる。 */
import type { Result } from "#app/domain/result.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

export const declinePlan = (context: UseCaseContext, input: CommandInput): Promise<Result<null, Refusal>> =>
  applyCommand(context, "review.decline", input, () => ({
    name: "decline",
    byId: actorStamp(context.actor).id,
  }));
