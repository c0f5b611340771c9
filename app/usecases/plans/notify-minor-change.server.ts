/** 軽微な変更を届け出る。計画の歩みに残し、いまの版を認定した局の審査の人にメールで知らせる。 */
import { type MinorChange, readMinorChange } from "#app/domain/plan-life/minor-change.ts";
import { isAlive, planState } from "#app/domain/plan-life/plan-state.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { companyByKey, officeStaff } from "#db/queries/accounts.ts";
import { findPlan, type PlanRow, planVersionsOf } from "#db/queries/plans.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, currentRulebook, today, type UseCaseContext } from "../context.ts";
import { mailJobs, staffRecipients } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";

type OwnPlan = { readonly companyKey: string; readonly planId: string };

/** @returns よその会社の計画は notFound、終わった計画は planLife */
export async function openMinorChange(
  context: UseCaseContext,
  { companyKey, planId }: OwnPlan,
): Promise<Result<PlanRow, Refusal>> {
  const allowed = authorise(context, "plan.file", { companyKey });
  if (!allowed.ok) return allowed;
  const plan = await findPlan(context.database, planId);
  if (plan === undefined || plan.companyKey !== companyKey) return refuse({ kind: "notFound" });
  const state = planState(plan, today(context));
  return isAlive(state) ? ok(plan) : refuse({ kind: "planLife", refusal: { kind: "planEnded", state } });
}

/**
 * @param input.intentKey 画面ごとの鍵。同じ鍵の二度目は、届け出ずに前と同じに答える
 * @returns 読めない欄は invalid
 */
export async function notifyMinorChange(
  context: UseCaseContext,
  input: OwnPlan & {
    readonly intentKey: string;
    readonly typed: { readonly subject: string; readonly text: string };
  },
): Promise<Result<null, Refusal>> {
  const opened = await openMinorChange(context, input);
  if (!opened.ok) return opened;
  const read = readMinorChange(input.typed);
  if (!read.ok) return refuse({ kind: "invalid", errors: read.error });
  const outbox = await mailsToOffice(context, opened.value, input.intentKey);
  await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action: "plan.notifyMinorChange", key: `${input.planId}:${input.intentKey}` },
    rows: () => ({ result: null, ...notified(input.planId, read.value), outbox }),
  });
  return ok(null);
}

const notified = (planId: string, change: MinorChange) => ({
  planEvents: [{ planId, event: { type: "plan.minorChangeNotified.v1", data: change } as const }],
  audit: [
    {
      action: "plan.file",
      subjectKind: "plan",
      subjectId: planId,
      details: { event: "plan.minorChangeNotified.v1", subject: change.subject },
    },
  ],
});

async function mailsToOffice(
  context: UseCaseContext,
  plan: PlanRow,
  intentKey: string,
): Promise<readonly OutboxDraft[]> {
  const [current] = await planVersionsOf(context.database, plan.id);
  const applicationId = current?.applicationId ?? null;
  if (plan.officeCode === null || applicationId === null) return [];
  const staff = await officeStaff(context.database, plan.officeCode, "reviewer");
  const company = await companyByKey(context.database, plan.companyKey);
  return mailJobs({
    template: "minorChange",
    to: "office",
    recipients: staffRecipients(context, staff, "minorChange"),
    applicationId,
    occasion: `minorChange:${intentKey}`,
    facts: {
      companyName: company?.name ?? "",
      officeName: currentRulebook(context).rulebook.offices.get(plan.officeCode)?.name ?? "",
      receiptNumber: "",
      url: `${context.origin}/review/plans/${plan.id}`,
    },
  });
}
