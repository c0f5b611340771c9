/** 投資計画の確認への命令の画面（差戻し、起案、決裁）に共通の道。 */
import { redirect } from "@remix-run/node";
import type { StaffActor } from "#app/domain/access/actor.ts";
import { confirmationRefusalMessage } from "#app/domain/confirmation/refusals.ts";
import { unprintableMessage } from "#app/domain/certification/unprintable.ts";
import type { Result } from "#app/domain/result.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import {
  type ReviewedConfirmation,
  reviewConfirmation,
} from "#app/usecases/confirmations/review-confirmation.server.ts";
import type { MoveInput } from "#app/usecases/confirmations/move-confirmation.server.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import type { ConfirmationSubject } from "./ConfirmationFrame.tsx";

type StaffGuard = Guarded<StaffActor>;

export const subjectOf = ({ confirmation, filing }: ReviewedConfirmation): ConfirmationSubject => ({
  id: confirmation.id,
  version: confirmation.version,
  receiptNumber: filing.receiptNumber,
  companyName: confirmation.companyName,
  status: confirmation.status,
});

/** 命令の画面を開く。ほかの局の申請は 404。 */
export async function openSubject({ useCase, param }: StaffGuard): Promise<ReviewedConfirmation> {
  const opened = await reviewConfirmation(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  return opened.value;
}

/** 隠し欄の版。読めない版は、どの版とも合わない。 */
export function moveInput({ param }: StaffGuard, form: FormData): MoveInput {
  const version = form.get("version");
  return {
    confirmationId: param("id"),
    version: typeof version === "string" && /^\d{1,9}$/u.test(version) ? Number(version) : -1,
  };
}

export const typedWord = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
};

/**
 * 通れば働き手を起こして記録の画面へ移る。
 *
 * @returns 画面の中で示す断りの文と、その状態の番号
 */
export function finishMove(
  { tools, param }: StaffGuard,
  moved: Result<null, Refusal>,
  done: string,
): { readonly message: string; readonly status: 409 | 422 } {
  if (moved.ok) {
    tools.wakeWorker();
    throw redirect(`/review/confirmations/${encodeURIComponent(param("id"))}?done=${done}`);
  }
  const { error } = moved;
  if (error.kind === "confirmation")
    return { message: confirmationRefusalMessage(error.refusal), status: 409 };
  if (error.kind === "stale") return { message: staleMessage(error), status: 409 };
  if (error.kind === "invalid") return { message: Object.values(error.errors).flat().join(""), status: 422 };
  if (error.kind === "noticeIncomplete")
    return { message: `確認書に要る値が足りません：${error.missing.join("、")}。`, status: 422 };
  if (error.kind === "noticeUnprintable")
    return { message: error.characters.map(unprintableMessage).join(""), status: 422 };
  throw refusalResponse(error);
}
