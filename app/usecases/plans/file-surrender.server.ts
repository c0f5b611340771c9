/** 会社が、認定の取下げを届け出る。認定した局の決裁者が認めた日に、計画が終わる。 */
import { planState } from "#app/domain/plan-life/plan-state.ts";
import { readRequestReason, requestObstacle } from "#app/domain/plan-life/plan-request.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { planRequestsOf } from "#db/queries/plan-requests.ts";
import type { PlanRow } from "#db/queries/plans.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { surrenderFiledMails } from "./surrender-mails.server.ts";
import { loadHeldPlan, type OwnPlan } from "./load-plan.server.ts";

/** @returns 終わった計画と、決定を待つ届出のある計画では planRequest */
export async function openSurrender(
  context: UseCaseContext,
  own: OwnPlan,
): Promise<Result<PlanRow, Refusal>> {
  const held = await loadHeldPlan(context, "plan.surrender", own);
  if (!held.ok) return held;
  const waiting = (await planRequestsOf(context.database, own.planId)).some(
    ({ status }) => status === "proposed",
  );
  const refusal = requestObstacle(planState(held.value, today(context)), waiting);
  return refusal === null ? held : refuse({ kind: "planRequest", refusal });
}

/**
 * @param input.version 画面を開いた時の計画の版
 * @param input.intentKey 画面ごとの鍵。同じ鍵の二度目は、届け出ずに前と同じに答える
 * @returns 理由が読めなければ invalid、ほかの人が先に計画を変えていれば stale
 */
export async function fileSurrender(
  context: UseCaseContext,
  input: OwnPlan & { readonly version: number; readonly intentKey: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const opened = await openSurrender(context, input);
  if (!opened.ok) return opened;
  const reason = readRequestReason(input.reason);
  if (!reason.ok) return refuse({ kind: "invalid", errors: { reason: reason.error } });
  const plan = opened.value;
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const requestId = context.newId();
  const outbox = await surrenderFiledMails(context, plan, requestId);
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "plan.surrender", key: `${plan.id}:${input.intentKey}` },
    rows: () => ({
      result: null,
      planChanges: [{ id: plan.id, expectedVersion: input.version, set: {} }],
      newPlanRequests: [
        {
          id: requestId,
          planId: plan.id,
          kind: "surrender",
          status: "proposed",
          companyKey: plan.companyKey,
          reason: reason.value,
          officeCode: plan.officeCode,
          side: "holder",
          proposedBy: actor.id,
          proposedByName: actor.name,
          decisionNote: "",
          version: 1,
          createdAt: at,
        },
      ],
      planEvents: [
        {
          planId: plan.id,
          event: { type: "plan.surrenderFiled.v1", data: { requestId, reason: reason.value } },
        },
      ],
      outbox,
      audit: [
        {
          action: "plan.surrender",
          subjectKind: "plan",
          subjectId: plan.id,
          details: { requestId, reason: reason.value },
        },
      ],
    }),
  });
  return outcome.kind === "stale"
    ? refuse({
        kind: "stale",
        subject: "plan",
        by: null,
        what: "画面を開いた後に、この計画が変えられました。",
      })
    : ok(null);
}
