/** 計画の一覧: 局の人には自分の局の計画、企画課には全部の局の計画、会社には自社の計画。 */
import { monthOf } from "#app/domain/calendar/civil-month.ts";
import { endRange, type PlanKey, type PlanListQuery } from "#app/domain/plan-life/plan-list-query.ts";
import { type PlanState, planState } from "#app/domain/plan-life/plan-state.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { type ListedPlanRow, planPage } from "#db/queries/plan-list.ts";
import { formerPlans } from "#db/queries/plan-requests.ts";
import { companyPlans, type PlanRow } from "#db/queries/plans.ts";
import { authorise } from "../authorise.server.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { listReader } from "../review/list-work.server.ts";
import { chosenOffices } from "../review/list-filter.ts";

const PAGE_SIZE = 50;

export type PlanListPage = {
  readonly plans: readonly (ListedPlanRow & { readonly state: PlanState })[];
  /** 次の頁の始まり。無ければ null。 */
  readonly next: PlanKey | null;
};

/** @returns 役割のない人は forbidden */
export function listPlans(context: UseCaseContext, query: PlanListQuery): Result<PlanListPage, Refusal> {
  const reading = listReader(context, "review.list");
  if (!reading.ok) return reading;
  const on = today(context);
  const chosen = query.office === "" ? [] : [query.office];
  const rows = planPage(
    context.database,
    { ...endRange(query, monthOf(on)), ...query, offices: chosenOffices(reading.value, chosen) },
    { after: query.after, limit: PAGE_SIZE + 1 },
  );
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return ok({
    plans: page.map((row) => ({ ...row, state: planState(row, on) })),
    next: rows.length > PAGE_SIZE && last !== undefined ? { endMonth: last.endMonth, id: last.id } : null,
  });
}

export type CompanyPlan = { readonly plan: PlanRow; readonly state: PlanState };

/** 会社の計画。承継で手放した計画は、引継ぎ済みとして終わりに続く。 */
export async function listCompanyPlans(
  context: UseCaseContext,
  companyKey: string,
): Promise<Result<readonly CompanyPlan[], Refusal>> {
  const allowed = authorise(context, "plan.viewOwn", { companyKey });
  if (!allowed.ok) return allowed;
  const [held, left] = await Promise.all([
    companyPlans(context.database, companyKey),
    formerPlans(context.database, companyKey),
  ]);
  const on = today(context);
  const once = new Map(
    left
      .filter(({ plan }) => plan.companyKey !== companyKey)
      .map(({ plan }): readonly [string, CompanyPlan] => [plan.id, { plan, state: "succeeded" }]),
  );
  return ok([...held.map((plan) => ({ plan, state: planState(plan, on) })), ...once.values()]);
}
