/** 投資計画を確認するか、しないかを起案する。 */
import { refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiledConfirmation } from "./load-confirmation.server.ts";
import { moveConfirmation, type MoveInput } from "./move-confirmation.server.ts";

const MAX_GROUND = 2_000;

/** @returns 長すぎる理由は invalid。「確認しない」に理由が無ければ confirmation の断り */
export async function proposeConfirmation(
  context: UseCaseContext,
  input: MoveInput & { readonly outcome: "confirm" | "decline"; readonly ground: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.propose", input.confirmationId);
  if (!loaded.ok) return loaded;
  const ground = cleanText(input.ground);
  if (Array.from(ground).length > MAX_GROUND)
    return refuse({ kind: "invalid", errors: { ground: [`理由は${MAX_GROUND}文字以内で書いてください。`] } });
  const { id, name } = actorStamp(context.actor);
  return moveConfirmation(context, input, {
    action: "confirmation.propose",
    ...loaded.value,
    command: {
      name: "propose",
      outcome: input.outcome,
      ground,
      by: { id, name },
      at: context.clock.now(),
    },
    mails: [],
  });
}
