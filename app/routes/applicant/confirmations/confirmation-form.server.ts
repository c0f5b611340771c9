/** 投資計画の確認の form を読む。 */
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import { confirmationParts } from "#app/domain/confirmation/form.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";

export type ConfirmationPosted = {
  readonly version: number;
  readonly answers: RawAnswers;
  /** 保存した後に行く所。 */
  readonly next: "stay" | "attachments" | "submit";
};

/** @returns 打たれたままの値。画面に無かった欄は空 */
export function readConfirmationForm(type: ConfirmationType, form: FormData): ConfirmationPosted {
  const word = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  const version = word("version");
  const next = word("next");
  return {
    version: /^\d{1,9}$/u.test(version) ? Number(version) : -1,
    answers: Object.fromEntries(
      confirmationParts(type).map((part) => [
        part.id,
        Object.fromEntries(Object.keys(part.fields).map((name) => [name, word(`${part.id}.${name}`)])),
      ]),
    ),
    next: next === "attachments" || next === "submit" ? next : "stay",
  };
}
