/** 投資計画を確認しないことを決める。理由は起案のもの。 */
import { deputyOf } from "#app/domain/access/actor.ts";
import type { Result } from "#app/domain/result.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiledConfirmation } from "./load-confirmation.server.ts";
import { moveConfirmation, type MoveInput } from "./move-confirmation.server.ts";

/** @returns 起案が無い、違う、自分の起案なら confirmation の断り */
export async function declineInvestment(
  context: UseCaseContext,
  input: MoveInput,
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.decline", input.confirmationId);
  if (!loaded.ok) return loaded;
  return moveConfirmation(context, input, {
    action: "confirmation.decline",
    ...loaded.value,
    command: {
      name: "decline",
      byId: actorStamp(context.actor).id,
      ...deputyOf(context.actor, loaded.value.confirmation.officeCode),
    },
    mails: [{ template: "confirmationDeclined", to: "applicant" }],
  });
}
