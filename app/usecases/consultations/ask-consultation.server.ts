/** ほかの局に、意見又は共管の同意を求める。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { ConsultationKind } from "#app/domain/consultation/consultation.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "../review/apply-command.server.ts";
import { applyConsultation, type ConsultationInput } from "./apply-consultation.server.ts";

/**
 * @param input.officeCode 求める局の符号
 * @param input.dueOn 回答の期限。決めなければ null
 * @returns 知らない局は invalid、いまの状態や求めのためにできないものは consultation で断る
 */
export const askConsultation = (
  context: UseCaseContext,
  input: ConsultationInput & {
    readonly kind: ConsultationKind;
    readonly officeCode: string;
    readonly question: string;
    readonly dueOn: CivilDate | null;
  },
): Promise<Result<null, Refusal>> =>
  applyConsultation(
    context,
    "consultation.ask",
    input,
    () => loadFiled(context, "consultation.ask", input.applicationId),
    ({ submission }) => {
      const office = context.rulebooks.edition(submission.editionId).rulebook.offices.get(input.officeCode);
      if (office === undefined)
        return refuse({ kind: "invalid", errors: { officeCode: ["求める局を選んでください。"] } });
      const { code, name, ministry } = office;
      const { kind, question, dueOn } = input;
      return ok({ name: "ask", kind, office: { code, name, ministry }, question, dueOn });
    },
  );
