/**
 * 求められた局が答える。いくつもの局が同時に答えても、どれも失われない。一つの求めへの回答は一度だけ。
 */
import { mayDo } from "#app/domain/access/resolver.ts";
import { officesOf, type StaffActor } from "#app/domain/access/actor.ts";
import type {
  Consultation,
  ConsultationKind,
  ConsultationResult,
} from "#app/domain/consultation/consultation.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "../review/apply-command.server.ts";
import { applyConsultation } from "./apply-consultation.server.ts";

/** 求めの種類ごとの、答える操作。 */
const answerActions = {
  consent: "consultation.consent",
  opinion: "consultation.answer",
} as const satisfies Record<ConsultationKind, string>;

/** その人が答える役割を持つ、終わっていない求めの id。 */
export const answerableBy = (actor: StaffActor, consultations: readonly Consultation[]): readonly string[] =>
  consultations.flatMap(({ id, kind, office, end }) =>
    end === null && mayDo(actor, answerActions[kind], { consultedOffices: [office.code] }).allowed
      ? [id]
      : [],
  );

/**
 * @param input.result 同意の求めには agree か disagree、意見照会には opinion
 * @returns 求められていない局の人は notFound、審査担当の同意は forbidden、もう終わった求めは consultation で断る
 */
export async function answerConsultation(
  context: UseCaseContext,
  input: {
    readonly applicationId: string;
    readonly consultationId: string;
    readonly intentKey: string;
    readonly result: Exclude<ConsultationResult, "withdrawn">;
    readonly text: string;
  },
): Promise<Result<null, Refusal>> {
  const { actor } = context;
  const all = await consultationsOf(context.database, input.applicationId);
  const asked = all.find(({ id }) => id === input.consultationId);
  if (asked === undefined || actor.kind !== "staff") return refuse({ kind: "notFound" });
  const action = answerActions[asked.kind];
  return applyConsultation(
    context,
    action,
    { ...input, version: null },
    // この求めを受けた局の人だけが答える。ほかの求めを受けた局の人は、記録は読めても答えられない。
    () => loadFiled(context, action, input.applicationId, [asked.office.code]),
    () =>
      ok({
        name: "answer",
        id: asked.id,
        offices: officesOf(actor),
        result: input.result,
        text: input.text,
      }),
  );
}
