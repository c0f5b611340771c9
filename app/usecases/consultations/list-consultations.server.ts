/** 自分の局に求められたもの（回答を待つものが先）と、自分の局が求めたもの。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { businessDaysBetween } from "#app/domain/calendar/business-days.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { type Consultation, consultingStatuses } from "#app/domain/consultation/consultation.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { officeConsultations, waitingConsultations } from "#db/queries/consultations.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type ListedConsultation = {
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly companyName: string;
  readonly askingOfficeName: string;
  readonly consultation: Consultation;
  /** 回答を待っているか。処分した申請では、答えがなくても待たない。 */
  readonly waiting: boolean;
  /** 求めてから今日までの業務日。 */
  readonly age: number;
  /** 期限を過ぎているか。 */
  readonly overdue: boolean;
  /** 申請の記録を開けるか。 */
  readonly open: boolean;
};

/** 終わったものを一度に示す件数。 */
const MOST_SHOWN = 200;

/** @returns 役割のない人は forbidden */
export async function listConsultations(context: UseCaseContext): Promise<
  Result<
    {
      readonly asked: readonly ListedConsultation[];
      readonly asking: readonly ListedConsultation[];
    },
    Refusal
  >
> {
  const { actor } = context;
  if (actor.kind !== "staff" || !mayDo(actor, "consultation.answer").allowed)
    return refuse({ kind: "forbidden", action: "consultation.answer", reason: "role" });
  const offices = officesOf(actor);
  const holidays = holidaysOf(currentRulebook(context).rulebook);
  const on = today(context);
  const read = async (side: "asked" | "asking"): Promise<readonly ListedConsultation[]> => {
    const rows = await officeConsultations(context.database, side, offices, MOST_SHOWN);
    return rows.map(({ consultation, status, officeCode, ...row }) => {
      const waiting = consultation.end === null && consultingStatuses.some((one) => one === status);
      return {
        ...row,
        consultation,
        waiting,
        age: businessDaysBetween(tokyoDay(consultation.askedAt), on, holidays),
        overdue: waiting && consultation.dueOn !== null && consultation.dueOn < on,
        open:
          side === "asked"
            ? consultation.end?.result !== "withdrawn"
            : officeCode !== null && offices.includes(officeCode),
      };
    });
  };
  return ok({ asked: await read("asked"), asking: await read("asking") });
}

/** この人の局が回答を待たれている数。答える役割のない人は 0。 */
export function waitingForAnswer(context: UseCaseContext): number {
  const { actor } = context;
  return actor.kind === "staff" && mayDo(actor, "consultation.answer").allowed
    ? waitingConsultations(context.database, officesOf(actor))
    : 0;
}
