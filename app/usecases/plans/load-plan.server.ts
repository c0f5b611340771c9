/** 計画を、権限を確かめて読む。手放した会社には、手放した時までのことだけを見せる。 */
import type { Action } from "#app/domain/access/actions.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { formerPlans } from "#db/queries/plan-requests.ts";
import { findPlan, type PlanEventRow, type PlanRow } from "#db/queries/plans.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

/** 申請者が開く計画。 */
export type OwnPlan = { readonly companyKey: string; readonly planId: string };

export type LoadedPlan = {
  readonly plan: PlanRow;
  /** この会社が計画を手放した瞬間。いまの認定事業者と局の人では null。 */
  readonly leftAt: string | null;
};

/** @returns よその会社の計画は notFound */
export async function loadOwnPlan(
  context: UseCaseContext,
  action: Action,
  { companyKey, planId }: OwnPlan,
): Promise<Result<LoadedPlan, Refusal>> {
  const allowed = authorise(context, action, { companyKey });
  if (!allowed.ok) return allowed;
  const plan = await findPlan(context.database, planId);
  if (plan === undefined) return refuse({ kind: "notFound" });
  if (plan.companyKey === companyKey) return ok({ plan, leftAt: null });
  const left = (await formerPlans(context.database, companyKey)).find((one) => one.plan.id === planId);
  return left === undefined
    ? refuse({ kind: "notFound" })
    : ok({ plan, leftAt: left.request.decidedAt ?? left.request.createdAt });
}

/** いまの認定事業者だけができること。手放した会社には notFound。 */
export async function loadHeldPlan(
  context: UseCaseContext,
  action: Action,
  own: OwnPlan,
): Promise<Result<PlanRow, Refusal>> {
  const loaded = await loadOwnPlan(context, action, own);
  if (!loaded.ok) return loaded;
  return loaded.value.leftAt === null ? ok(loaded.value.plan) : refuse({ kind: "notFound" });
}

/** 局の人が開く計画。いまの版を認定した局と、企画課だけが開ける。 */
export async function loadOfficePlan(
  context: UseCaseContext,
  action: Action,
  planId: string,
): Promise<Result<PlanRow, Refusal>> {
  const plan = await findPlan(context.database, planId);
  if (plan === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, action, { officeCode: plan.officeCode });
  return allowed.ok ? ok(plan) : allowed;
}

/** 保存した出来事を、型のある出来事にする。 */
// 書く側（writePlanRows）は、出来事の型と中身を一つの物として受け取る。
export const planEventOf = ({ type, data }: Pick<PlanEventRow, "type" | "data">): PlanEvent =>
  ({ type, data }) as PlanEvent;
