/** 中断した審査を再開する。時計がまた進む。 */
import type { Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

/** @returns 中断していなければ workflow（notPaused）で断る */
export const resumeReview = (context: UseCaseContext, input: CommandInput): Promise<Result<null, Refusal>> =>
  applyCommand(context, "review.pause", input, () => ({ name: "resume" }));
