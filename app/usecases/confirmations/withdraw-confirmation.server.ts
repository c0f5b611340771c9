/** 投資計画の確認の申請を取り下げる。 */
import { refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { latestConfirmationFiling } from "#db/queries/confirmations.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnConfirmation, type OwnConfirmation } from "./load-confirmation.server.ts";
import { moveConfirmation } from "./move-confirmation.server.ts";

const MAX_REASON = 500;

/** @returns 理由が無ければ invalid、まだ申請していなければ confirmation の断り */
export async function withdrawConfirmation(
  context: UseCaseContext,
  input: OwnConfirmation & { readonly version: number; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const own = await loadOwnConfirmation(context, "confirmation.withdraw", input);
  if (!own.ok) return own;
  const confirmation = own.value;
  const filing = await latestConfirmationFiling(context.database, confirmation.id);
  if (filing === undefined)
    return refuse({
      kind: "confirmation",
      refusal: { kind: "notInThisStatus", status: confirmation.status, command: "withdraw" },
    });
  const reason = cleanText(input.reason);
  if (reason === "" || Array.from(reason).length > MAX_REASON)
    return refuse({
      kind: "invalid",
      errors: { reason: [`取り下げる理由を、${MAX_REASON}文字以内で入力してください。`] },
    });
  return moveConfirmation(context, input, {
    action: "confirmation.withdraw",
    confirmation,
    filing,
    command: { name: "withdraw", reason },
    mails: [
      { template: "confirmationWithdrawn", to: "applicant" },
      { template: "confirmationWithdrawn", to: "office" },
    ],
  });
}
