/** 審査を中断する。標準処理期間の時計が止まるので、申請者に知らせる。 */
import { refuse, type Result } from "#app/domain/result.ts";
import type { PauseReasonCode } from "#app/domain/workflow/pause-reasons.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput } from "./apply-command.server.ts";

const TEXT_LENGTH = 1000;

/**
 * @param input.text 理由に書き添える文。理由が「そのほか」なら要る
 * @returns 長すぎる文は invalid、もう中断していれば workflow（alreadyPaused）で断る
 */
export async function pauseReview(
  context: UseCaseContext,
  input: CommandInput & { readonly reason: PauseReasonCode; readonly text: string },
): Promise<Result<null, Refusal>> {
  const text = input.text.trim();
  if (Array.from(text).length > TEXT_LENGTH)
    return refuse({
      kind: "invalid",
      errors: { text: [`理由の説明は${TEXT_LENGTH}文字までで書いてください。`] },
    });
  return applyCommand(context, "review.pause", input, () => ({ name: "pause", reason: input.reason, text }));
}
