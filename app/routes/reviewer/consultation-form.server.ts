/** 求める、答える、取り下げるの断りのうち、欄の誤りとして示すもの。 */
import { type CivilDate, parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { consultationMessage } from "#app/domain/consultation/refusals.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import { typedText } from "./command-page.server.ts";

/** 文、選択、期限、局の欄の名前。ない欄は省く。 */
export type ConsultationFields = {
  readonly text: string;
  readonly choice?: string;
  readonly due?: string;
  readonly office?: string;
};

/** @returns 欄の誤りでなければ null */
export function consultationErrors(
  refusal: Refusal,
  fields: ConsultationFields,
): Readonly<Record<string, readonly string[]>> | null {
  if (refusal.kind === "invalid") return refusal.errors;
  if (refusal.kind !== "consultation") return null;
  const field = fieldOf(refusal.refusal.kind, fields);
  return field === undefined ? null : { [field]: [consultationMessage(refusal.refusal)] };
}

function fieldOf(
  kind: Extract<Refusal, { kind: "consultation" }>["refusal"]["kind"],
  { text, choice, due, office }: ConsultationFields,
): string | undefined {
  switch (kind) {
    case "noText":
    case "tooLong":
      return text;
    case "noChoice":
      return choice;
    case "dueInPast":
      return due;
    case "ownOffice":
    case "alreadyAsked":
    case "alreadyAgreed":
    case "notCompetent":
      return office;
    case "notConsulting":
    case "notAsked":
    case "alreadyAnswered":
    case "withdrawn":
      return undefined;
  }
}

/** 求める画面に打たれた文字。同意を選ばなければ、意見照会になる。 */
export const typedAsk = (form: FormData) => ({
  kind: typedText(form, "kind") === "consent" ? ("consent" as const) : ("opinion" as const),
  officeCode: typedText(form, "officeCode"),
  question: typedText(form, "question"),
  dueOn: typedText(form, "dueOn"),
});

/** 回答の期限を読む。空なら、決めないこと（null）。 */
export function readDue(text: string): Result<CivilDate | null, string> {
  if (text.trim() === "") return ok(null);
  const read = parseCivilDate(text);
  return read.ok ? read : refuse("回答の期限は「令和8年12月5日」や「2026-12-05」のように入力してください。");
}
