/** 起案を審査担当に差し戻す。 */
import { deputyOf } from "#app/domain/access/actor.ts";
import type { Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

export const sendBackProposal = (
  context: UseCaseContext,
  input: CommandInput & { readonly reason: string },
): Promise<Result<null, Refusal>> =>
  applyCommand(context, "review.sendBack", input, ({ application }) => ({
    name: "sendBack",
    reason: input.reason,
    ...deputyOf(context.actor, application.officeCode),
  }));
