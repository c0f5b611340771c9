/** 変更認定申請を始める画面: 変えられる計画、書きかけの変更、変えられない計画とその訳。 */
import { isAlive, type PlanState, planState } from "#app/domain/plan-life/plan-state.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type CompanyRow, companyByKey } from "#db/queries/accounts.ts";
import { companyApplications } from "#db/queries/applications.ts";
import { companyPlans, type PlanRow } from "#db/queries/plans.ts";
import { finalStatuses } from "#app/domain/workflow/statuses.ts";
import { authorise } from "../authorise.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type ChangeablePlan = {
  readonly plan: PlanRow;
  readonly state: PlanState;
  /** 指針の名前。分からなければ空。 */
  readonly guidelineName: string;
  /** 決まっていない変更認定申請の id。無ければ null。 */
  readonly openChangeId: string | null;
};

export type ChangeStartPage = {
  readonly company: CompanyRow;
  /** 変えられる計画。終わりの遅い順。 */
  readonly plans: readonly ChangeablePlan[];
  /** もう変えられない計画。 */
  readonly ended: readonly ChangeablePlan[];
  /** 紙で受けた認定から始めて、まだ決まっていない変更認定申請。 */
  readonly onPaper: readonly { readonly id: string; readonly number: string }[];
};

export async function openChangeStart(
  context: UseCaseContext,
  companyKey: string,
): Promise<Result<ChangeStartPage, Refusal>> {
  const allowed = authorise(context, "plan.draft", { companyKey });
  if (!allowed.ok) return allowed;
  const company = await companyByKey(context.database, companyKey);
  if (company === undefined) return refuse({ kind: "notFound" });
  const [plans, applications] = await Promise.all([
    companyPlans(context.database, companyKey),
    companyApplications(context.database, companyKey),
  ]);
  const open = applications.filter(
    ({ kind, status }) => kind === "change" && finalStatuses.every((final) => final !== status),
  );
  const { rulebook } = currentRulebook(context);
  const shown = plans.map((plan): ChangeablePlan => ({
    plan,
    state: planState(plan, today(context)),
    guidelineName: rulebook.guidelines.get(plan.guidelineId ?? "")?.name ?? "",
    openChangeId: open.find(({ planId }) => planId === plan.id)?.id ?? null,
  }));
  return ok({
    company,
    plans: shown.filter(({ state }) => isAlive(state)),
    ended: shown.filter(({ state }) => !isAlive(state)),
    onPaper: open.flatMap(({ id, planId, baseNumber }) =>
      planId === null && baseNumber !== null ? [{ id, number: baseNumber }] : [],
    ),
  });
}
