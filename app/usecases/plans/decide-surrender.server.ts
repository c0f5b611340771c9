/** 認定した局の決裁者が、認定の取下げの届出を認める、又は認めない。認めた日に計画が終わり、確認の窓口の答えも変わる。 */
import { planState } from "#app/domain/plan-life/plan-state.ts";
import { readRequestReason, requestObstacle } from "#app/domain/plan-life/plan-request.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type PlanRequestRow, planRequestsOf } from "#db/queries/plan-requests.ts";
import type { PlanRow } from "#db/queries/plans.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { surrenderDecidedMails } from "./surrender-mails.server.ts";
import { loadOfficePlan } from "./load-plan.server.ts";

type WaitingSurrender = { readonly plan: PlanRow; readonly request: PlanRequestRow };

/** @returns ほかの局の計画と無い届出は notFound、決まった届出と終わった計画では planRequest */
export async function openSurrenderDecision(
  context: UseCaseContext,
  { planId, requestId }: { readonly planId: string; readonly requestId: string },
): Promise<Result<WaitingSurrender, Refusal>> {
  const loaded = await loadOfficePlan(context, "plan.decideSurrender", planId);
  if (!loaded.ok) return loaded;
  const plan = loaded.value;
  const request = (await planRequestsOf(context.database, planId)).find(({ id }) => id === requestId);
  if (request === undefined || request.kind !== "surrender") return refuse({ kind: "notFound" });
  if (request.status !== "proposed") return refuse({ kind: "planRequest", refusal: { kind: "decided" } });
  const refusal = requestObstacle(planState(plan, today(context)), false);
  return refusal === null ? ok({ plan, request }) : refuse({ kind: "planRequest", refusal });
}

/**
 * @param input.version 画面を開いた時の計画の版
 * @param input.note 認めないときの理由。認めるときは空でよい
 * @returns 認めない理由が読めなければ invalid、ほかの人が先に決めていれば stale
 */
export async function decideSurrender(
  context: UseCaseContext,
  input: {
    readonly planId: string;
    readonly requestId: string;
    readonly version: number;
    readonly accepted: boolean;
    readonly note: string;
  },
): Promise<Result<null, Refusal>> {
  const opened = await openSurrenderDecision(context, input);
  if (!opened.ok) return opened;
  const { plan, request } = opened.value;
  const note = input.accepted ? ok("") : readRequestReason(input.note);
  if (!note.ok) return refuse({ kind: "invalid", errors: { note: note.error } });
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const ended = { on: today(context), reason: request.reason };
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      planChanges: [
        {
          id: plan.id,
          expectedVersion: input.version,
          set: input.accepted ? { ended: { kind: "surrendered", ...ended } } : {},
        },
      ],
      planRequestChanges: [
        {
          id: request.id,
          expectedVersion: request.version,
          set: {
            status: input.accepted ? "accepted" : "refused",
            decisionNote: note.value,
            decidedBy: actor.id,
            decidedByName: actor.name,
            decidedAt: at,
          },
        },
      ],
      planEvents: [
        {
          planId: plan.id,
          event: input.accepted
            ? { type: "plan.surrendered.v1", data: ended }
            : { type: "plan.surrenderRefused.v1", data: { requestId: request.id, note: note.value } },
        },
      ],
      outbox: surrenderDecidedMails(context, plan, { requestId: request.id, accepted: input.accepted }),
      audit: [
        {
          action: "plan.decideSurrender",
          subjectKind: "plan",
          subjectId: plan.id,
          details: { requestId: request.id, accepted: input.accepted, note: note.value },
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
