/** 指摘を付けて差し戻す。指摘は欄に結び付き、申請者の画面に出る。 */
import { ok, type Result } from "#app/domain/result.ts";
import type { ReturnComment } from "#app/domain/workflow/commands.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

export const returnForCorrection = (
  context: UseCaseContext,
  input: CommandInput & { readonly comments: readonly ReturnComment[] },
): Promise<Result<null, Refusal>> =>
  applyCommand(
    context,
    "review.return",
    input,
    () => ({ name: "return", comments: input.comments }),
    async ({ application }) =>
      ok({
        rows: () => ({
          comments: input.comments.map((comment) => ({
            id: context.newId(),
            applicationId: application.id,
            submissionSequence: application.submissionSequence,
            ...comment,
            createdBy: actorStamp(context.actor).id,
            createdAt: context.clock.now(),
          })),
        }),
      }),
  );
