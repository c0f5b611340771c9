/** 代決者を決める、代決を終える。決めるのは自分の決裁を任せる決裁者本人で、効き目はすぐに全部の画面に及ぶ。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import {
  substitutionFaults,
  type SubstitutionState,
  substitutionState,
} from "#app/domain/access/substitution.ts";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  officeSubstitutions,
  substitution,
  substitutionsAbout,
  type SubstitutionRow,
} from "#db/queries/substitutions.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type Colleague, colleaguesIn } from "./colleagues.server.ts";

const REASON_LENGTH = 200;
/** 一度に示す件数。 */
const MOST_SHOWN = 100;

export type OfficeSubstitutions = {
  readonly rows: readonly (SubstitutionRow & { readonly state: SubstitutionState })[];
  /** 代決者にできる職員。局ごと。 */
  readonly colleagues: readonly Colleague[];
};

/** @returns 自分の局の代決。決裁者でない人は forbidden */
export async function openSubstitutions(
  context: UseCaseContext,
): Promise<Result<OfficeSubstitutions, Refusal>> {
  const { actor } = context;
  if (!mayDo(actor, "office.nameSubstitute").allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "office.nameSubstitute", reason: "role" });
  const offices = officesOf(actor);
  const rows = await officeSubstitutions(context.database, offices, MOST_SHOWN);
  const colleagues = await Promise.all(offices.map((office) => colleaguesIn(context, office)));
  return ok({
    rows: rows.map((row) => ({ ...row, state: substitutionState(row, today(context)) })),
    colleagues: colleagues.flat().filter(({ id }) => id !== actor.accountId),
  });
}

/**
 * 自分の決裁を任せる。
 *
 * @param input.fromDay input.toDay 打たれた日。和暦でもよい
 * @returns 受け取れない欄は invalid。同じ時にほかの代決が決まっていれば stale
 */
export async function nameSubstitute(
  context: UseCaseContext,
  input: {
    readonly officeCode: string;
    readonly substituteId: string;
    readonly fromDay: string;
    readonly toDay: string;
    readonly reason: string;
  },
): Promise<Result<null, Refusal>> {
  const { officeCode } = input;
  const allowed = authorise(context, "office.nameSubstitute", { officeCode });
  if (!allowed.ok) return allowed;
  const colleague = (await colleaguesIn(context, officeCode)).find(({ id }) => id === input.substituteId);
  const from = parseCivilDate(input.fromDay);
  const to = parseCivilDate(input.toDay);
  const reason = input.reason.trim();
  const errors = {
    ...(colleague === undefined ? { substituteId: ["代決者にする職員を選んでください。"] } : {}),
    ...(from.ok ? {} : { fromDay: ["初めの日を、暦にある日で入力してください。"] }),
    ...(to.ok ? {} : { toDay: ["終わりの日を、暦にある日で入力してください。"] }),
    ...(reason === "" || Array.from(reason).length > REASON_LENGTH
      ? { reason: [`理由を${REASON_LENGTH}文字までで書いてください。`] }
      : {}),
  };
  if (colleague === undefined || !from.ok || !to.ok || Object.keys(errors).length > 0)
    return refuse({ kind: "invalid", errors });
  const { id: managerId, name: managerName } = actorStamp(context.actor);
  const wanted = {
    officeCode,
    managerId,
    managerName,
    substituteId: colleague.id,
    substituteName: colleague.name,
    fromDay: from.value,
    toDay: to.value,
  };
  const others = substitutionsAbout(context.database.reader, [managerId, colleague.id], wanted);
  const faults = substitutionFaults(wanted, others, today(context));
  if (Object.keys(faults).length > 0) return refuse({ kind: "invalid", errors: faults });
  const id = context.newId();
  const at = context.clock.now();
  const row = { id, ...wanted, reason, createdAt: at };
  return write(context, id, { named: wanted, reason }, { substitutions: [{ row, about: others.length }] });
}

/** @returns よその局の代決は notFound、もう終わっていれば stale */
export async function endSubstitution(context: UseCaseContext, id: string): Promise<Result<null, Refusal>> {
  const stored = await substitution(context.database, id);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const { officeCode, managerName, substituteName } = stored;
  const allowed = authorise(context, "office.nameSubstitute", { officeCode });
  if (!allowed.ok) return allowed;
  const details = { ended: { managerName, substituteName } };
  return write(context, id, details, { endedSubstitutions: [id] });
}

async function write(
  context: UseCaseContext,
  id: string,
  details: Readonly<Record<string, unknown>>,
  rows: Pick<PlannedRows<null>, "substitutions" | "endedSubstitutions">,
): Promise<Result<null, Refusal>> {
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      ...rows,
      audit: [{ action: "office.nameSubstitute", subjectKind: "substitution", subjectId: id, details }],
    }),
  });
  if (outcome.kind !== "stale") return ok(null);
  const now = await substitution(context.database, id);
  return refuse({
    kind: "stale",
    subject: "substitution",
    by: now?.endedByName ?? null,
    what: now === undefined ? "同じ時に、ほかの代決が決まりました。" : "代決はもう終わっています。",
  });
}
