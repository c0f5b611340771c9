/** 回答を待っている求めを、理由を付けて取り下げる。取り下げると、求めた局からは申請が見えなくなる。 */
import { ok, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "../review/apply-command.server.ts";
import { applyConsultation, type ConsultationInput } from "./apply-consultation.server.ts";

/** @returns もう終わった求めと空の理由は consultation、この申請にない求めは notFound で断る */
export const withdrawConsultation = (
  context: UseCaseContext,
  input: ConsultationInput & { readonly consultationId: string; readonly reason: string },
): Promise<Result<null, Refusal>> =>
  applyConsultation(
    context,
    "consultation.ask",
    input,
    () => loadFiled(context, "consultation.ask", input.applicationId),
    () => ok({ name: "withdraw", id: input.consultationId, reason: input.reason }),
  );
