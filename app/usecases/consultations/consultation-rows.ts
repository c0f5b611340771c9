/** 求めと終わりを、保存する行と出来事にする。 */
import type { ConsultationChange } from "#app/domain/consultation/decide-consultation.ts";
import type { ApplicationEvent, ByDeputy } from "#app/domain/workflow/events.ts";
import type { ActorStamp, PlannedRows } from "#db/write-plan.ts";

export type ConsultationRows = Required<Pick<PlannedRows<null>, "consultations" | "consultationResults">> & {
  readonly events: readonly ApplicationEvent[];
};

/** 求める側。 */
export type Asking = {
  readonly applicationId: string;
  /** 申請の中の、求めた順。1 から。 */
  readonly number: number;
  readonly submissionSequence: number;
  readonly office: { readonly code: string; readonly name: string };
  readonly by: Pick<ActorStamp, "id" | "name">;
  readonly at: string;
  /** 人が書かずに求めた。 */
  readonly automatic: boolean;
};

/** @param id 新しい求めの id */
export function askedRows(
  asked: Extract<ConsultationChange, { change: "asked" }>,
  id: string,
  asking: Asking,
): ConsultationRows {
  const { kind, office, question, dueOn } = asked;
  return {
    consultations: [
      {
        id,
        applicationId: asking.applicationId,
        number: asking.number,
        submissionSequence: asking.submissionSequence,
        kind,
        officeCode: office.code,
        officeName: office.name,
        ministry: office.ministry,
        question,
        dueOn,
        askingOffice: asking.office.code,
        askingOfficeName: asking.office.name,
        askedBy: asking.by.id,
        askedByName: asking.by.name,
        askedAt: asking.at,
      },
    ],
    consultationResults: [],
    events: [
      {
        type: "application.consultationAsked.v1",
        data: {
          consultation: id,
          kind,
          officeCode: office.code,
          officeName: office.name,
          automatic: asking.automatic,
        },
      },
    ],
  };
}

/** @param by 終えた人。代決なら、任せた人を添える */
export function endedRows(
  { consultation, result, text }: Omit<Extract<ConsultationChange, { change: "ended" }>, "change">,
  by: Pick<ActorStamp, "id" | "name"> & ByDeputy,
  at: string,
): ConsultationRows {
  const deputy = by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf };
  const byName = by.onBehalfOf === undefined ? by.name : `${by.name}（${by.onBehalfOf.name}の代決）`;
  const { id, kind, office } = consultation;
  const data = { consultation: id, kind, officeCode: office.code, officeName: office.name };
  return {
    consultations: [],
    consultationResults: [{ consultationId: id, result, text, byId: by.id, byName, at }],
    events: [
      result === "withdrawn"
        ? { type: "application.consultationWithdrawn.v1", data: { ...data, reason: text } }
        : { type: "application.consultationAnswered.v1", data: { ...data, result, ...deputy } },
    ],
  };
}

export const joinRows = (parts: readonly ConsultationRows[]): ConsultationRows => ({
  consultations: parts.flatMap(({ consultations }) => consultations),
  consultationResults: parts.flatMap(({ consultationResults }) => consultationResults),
  events: parts.flatMap(({ events }) => events),
});
