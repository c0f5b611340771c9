/** 投資計画の確認の申請を、指摘を添えて差し戻す。 */
import { confirmationParts } from "#app/domain/confirmation/form.ts";
import type { ConfirmationComment } from "#app/domain/confirmation/state.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiledConfirmation } from "./load-confirmation.server.ts";
import { moveConfirmation, type MoveInput } from "./move-confirmation.server.ts";

const MAX_COMMENT = 2_000;

/**
 * @param input.comments 欄（「部分.欄」、申請の全体なら空）ごとの指摘。文の無い指摘は数えない
 * @returns 長すぎる指摘、知らない欄は invalid。指摘が無ければ confirmation の断り
 */
export async function returnConfirmation(
  context: UseCaseContext,
  input: MoveInput & { readonly comments: readonly ConfirmationComment[] },
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiledConfirmation(context, "confirmation.return", input.confirmationId);
  if (!loaded.ok) return loaded;
  const { confirmation, filing } = loaded.value;
  const comments = input.comments
    .map(({ field, text }) => ({ field, text: cleanText(text) }))
    .filter(({ text }) => text !== "");
  const known = new Set(
    confirmationParts(confirmation.type).flatMap((part) =>
      Object.keys(part.fields).map((field) => `${part.id}.${field}`),
    ),
  );
  if (
    comments.some(
      ({ field, text }) => Array.from(text).length > MAX_COMMENT || (field !== "" && !known.has(field)),
    )
  )
    return refuse({
      kind: "invalid",
      errors: { comments: [`指摘は、欄を選び、${MAX_COMMENT}文字以内で書いてください。`] },
    });
  return moveConfirmation(context, input, {
    action: "confirmation.return",
    confirmation,
    filing,
    command: { name: "return", comments },
    mails: [{ template: "confirmationReturned", to: "applicant" }],
  });
}
