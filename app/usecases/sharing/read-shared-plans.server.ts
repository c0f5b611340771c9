/** 連携先に、同意を得た認定計画を渡す。何件渡したかは一回ごとに監査に残る。 */
import { tokyoInstant } from "#app/domain/calendar/tokyo.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import {
  type PlanDetail,
  type PlanList,
  type PlanSummary,
  sharedSections,
} from "#app/domain/sharing/shared-plan.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import { submissionAt } from "#db/queries/applications.ts";
import {
  type SharedFacts,
  sharedFacts,
  sharedPage,
  sharedPlan,
  type SharedPlanRow,
} from "#db/queries/sharing.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type ListWish = {
  readonly after: number;
  /** UTC の ISO 文字列。 */
  readonly since: string | null;
  readonly companyKey: string | null;
  /** 一枚の件数。 */
  readonly limit: number;
};

/** @returns 変わった順の一枚と、続きの印 */
export async function listSharedPlans(
  context: UseCaseContext,
  wish: ListWish,
): Promise<Result<Omit<PlanList, "next_cursor"> & { readonly next: number | null }, Refusal>> {
  const allowed = authorise(context, "api.read", {});
  if (!allowed.ok) return allowed;
  const rows = await sharedPage(context.database, { ...wish, limit: wish.limit + 1 });
  const page = rows.slice(0, wish.limit);
  const facts = await factsById(context, page);
  await audited(context, "list", page.length, {
    after: wish.after,
    since: wish.since,
    company: wish.companyKey,
  });
  return ok({
    certified_plans: page.map((row) => summaryOf(row, facts.get(row.applicationId))),
    next: rows.length > wish.limit ? (page.at(-1)?.change ?? null) : null,
  });
}

/** @returns 渡せない計画は notFound。取りやめた計画は印だけ */
export async function readSharedPlan(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<PlanDetail, Refusal>> {
  const allowed = authorise(context, "api.read", {});
  if (!allowed.ok) return allowed;
  const row = await sharedPlan(context.database, applicationId);
  if (row === undefined || context.actor.kind !== "apiClient") return refuse({ kind: "notFound" });
  const facts = (await factsById(context, [row])).get(applicationId);
  const summary = summaryOf(row, facts);
  await audited(context, applicationId, 1, { scopes: context.actor.scopes });
  if (row.withdrawn || facts === undefined) return ok({ ...summary, form_version: null, sections: [] });
  const submission = await submissionAt(context.database, applicationId, facts.sequence);
  return ok({
    ...summary,
    form_version: submission?.document.formVersion ?? null,
    sections: submission === undefined ? [] : [...sharedSections(submission.document, context.actor.scopes)],
  });
}

async function factsById(
  context: UseCaseContext,
  rows: readonly SharedPlanRow[],
): Promise<ReadonlyMap<string, SharedFacts>> {
  const open = rows.filter(({ withdrawn }) => !withdrawn).map(({ applicationId }) => applicationId);
  const facts = await sharedFacts(context.database, open);
  return new Map(facts.map((one) => [one.id, one]));
}

function summaryOf(row: SharedPlanRow, facts: SharedFacts | undefined): PlanSummary {
  const { applicationId: id } = row;
  const updated_at = tokyoInstant(row.updatedAt);
  if (row.withdrawn || facts === undefined) return { ...withdrawn, id, updated_at };
  const number = parseCorporateNumber(facts.companyKey);
  return {
    id,
    state: facts.revokedOn === null ? "certified" : "revoked",
    updated_at,
    plan_id: facts.planId,
    plan_version: facts.planVersion,
    application_kind: facts.kind,
    certificate_number: facts.number,
    certified_on: facts.certifiedOn,
    revoked_on: facts.revokedOn,
    corporate_number: number.ok ? number.value : null,
    company_name: facts.companyName,
    prefecture_code: facts.prefecture,
    office_code: facts.routing.office.code,
    office_name: facts.routing.office.name,
    industry_code: facts.industryCode,
    guideline_id: facts.routing.guideline.id,
    guideline_name: facts.routing.guideline.name,
    certificate_edition: facts.document?.edition ?? null,
    certificate_sha256: facts.document?.sha256 ?? null,
  };
}

const withdrawn = {
  state: "withdrawn",
  plan_id: null,
  plan_version: null,
  application_kind: null,
  certificate_number: null,
  certified_on: null,
  revoked_on: null,
  corporate_number: null,
  company_name: null,
  prefecture_code: null,
  office_code: null,
  office_name: null,
  industry_code: null,
  guideline_id: null,
  guideline_name: null,
  certificate_edition: null,
  certificate_sha256: null,
} as const;

async function audited(
  context: UseCaseContext,
  subjectId: string,
  rows: number,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      audit: [{ action: "api.read", subjectKind: "sharedPlan", subjectId, details: { ...details, rows } }],
    }),
  });
}
