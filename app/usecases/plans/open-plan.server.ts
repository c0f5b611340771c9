/** 計画の画面に要るもの。会社の画面と局の画面が同じ物を読む。 */
import { isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import { type PlanState, planState } from "#app/domain/plan-life/plan-state.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import {
  type ApplicationRow,
  findApplication,
  latestSubmission,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import { documentsOf } from "#db/queries/certifications.ts";
import { type PlanRequestRow, planRequestsOf } from "#db/queries/plan-requests.ts";
import {
  openChangeOfPlan,
  type PlanEventRow,
  planEventsOf,
  type PlanRow,
  type PlanVersionRow,
  planVersionsOf,
} from "#db/queries/plans.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import {
  loadOfficePlan,
  loadOwnPlan,
  type LoadedPlan,
  type OwnPlan,
  planEventOf,
} from "./load-plan.server.ts";
import { type ListedReport, listedYears } from "../reports/open-reports.server.ts";
import { readReportPlan } from "../reports/report-plan.server.ts";
import { type EquipmentLine, equipmentLines } from "./plan-equipment.server.ts";

export type { ApplicationRow };

/** 一つの版と、その中身。 */
export type OpenedVersion = {
  readonly row: PlanVersionRow;
  /** その版を認定した申請。紙で受けた版、中身のない取込みの版では null。 */
  readonly application: ApplicationRow | null;
  readonly submission: SubmissionRow | null;
  /** その版の申請が受理された日。分からなければ null。 */
  readonly acceptedOn: string | null;
  /** 認定通知書の PDF ができているか。 */
  readonly issued: boolean;
};

export type OpenedEvent = { readonly row: PlanEventRow; readonly event: PlanEvent };

export type OpenedPlan = {
  readonly plan: PlanRow;
  /** いまの認定事業者の名称。 */
  readonly holderName: string;
  readonly state: PlanState;
  /** この会社が計画を手放した瞬間。 */
  readonly leftAt: string | null;
  /** 新しい版から。 */
  readonly versions: readonly OpenedVersion[];
  readonly document: PlanDocument | null;
  readonly equipment: readonly EquipmentLine[];
  /** 古い順。 */
  readonly events: readonly OpenedEvent[];
  /** まだ決まっていない変更認定申請。 */
  readonly change: ApplicationRow | null;
  /** 次に待つ実施状況報告。手放した会社と、待つ物のない計画では null。 */
  readonly report: ListedReport | null;
  /** 届出と申出。新しい順。 */
  readonly requests: readonly PlanRequestRow[];
};

export async function openOwnPlan(
  context: UseCaseContext,
  own: OwnPlan,
): Promise<Result<OpenedPlan, Refusal>> {
  const loaded = await loadOwnPlan(context, "plan.viewOwn", own);
  return loaded.ok ? ok(await openLoaded(context, loaded.value)) : loaded;
}

/** @returns ほかの局の計画は notFound */
export async function openOfficePlan(
  context: UseCaseContext,
  planId: string,
): Promise<Result<OpenedPlan, Refusal>> {
  const loaded = await loadOfficePlan(context, "review.list", planId);
  return loaded.ok ? ok(await openLoaded(context, { plan: loaded.value, leftAt: null })) : loaded;
}

async function openLoaded(context: UseCaseContext, { plan, leftAt }: LoadedPlan): Promise<OpenedPlan> {
  const { database } = context;
  const [versionRows, eventRows, requests, holder, change] = await Promise.all([
    planVersionsOf(database, plan.id),
    planEventsOf(database, plan.id),
    planRequestsOf(database, plan.id),
    companyByKey(database, plan.companyKey),
    openChangeOfPlan(database, plan.id),
  ]);
  const until = <T>(rows: readonly T[], at: (row: T) => string): readonly T[] =>
    leftAt === null ? rows : rows.filter((row) => at(row) <= leftAt);
  const versions = await Promise.all(
    until(versionRows, ({ createdAt }) => createdAt).map((row) => openVersion(context, row)),
  );
  const events = until(eventRows, ({ at }) => at).map((row) => ({ row, event: planEventOf(row) }));
  const filedChange =
    leftAt === null && change !== undefined && change.submissionSequence > 0 ? change : null;
  const filed = filedChange === null ? null : await latestSubmission(database, filedChange.id);
  return {
    plan,
    holderName: holder?.name ?? plan.companyKey,
    state: leftAt === null ? planState(plan, today(context)) : "succeeded",
    leftAt,
    versions,
    document: versions[0]?.submission?.document ?? null,
    equipment: equipmentLines(
      plan,
      versions,
      events.map(({ event }) => event),
      filed?.answers ?? null,
      today(context),
    ),
    events,
    change: leftAt === null ? (change ?? null) : null,
    report: leftAt === null ? await nextReport(context, plan) : null,
    requests: until(requests, ({ createdAt }) => createdAt),
  };
}

async function nextReport(context: UseCaseContext, plan: PlanRow): Promise<ListedReport | null> {
  const years = listedYears(context, await readReportPlan(context, plan));
  return years.find(({ filed }) => filed === null) ?? null;
}

async function openVersion({ database }: UseCaseContext, row: PlanVersionRow): Promise<OpenedVersion> {
  if (row.applicationId === null)
    return { row, application: null, submission: null, acceptedOn: null, issued: false };
  const [submission, application, documents] = await Promise.all([
    latestSubmission(database, row.applicationId),
    findApplication(database, row.applicationId),
    documentsOf(database, row.applicationId, "certificationNotice"),
  ]);
  const acceptedOn = application?.acceptedOn ?? null;
  return {
    row,
    application: application ?? null,
    submission: submission ?? null,
    acceptedOn: acceptedOn !== null && isCivilDate(acceptedOn) ? acceptedOn : null,
    issued: documents.length > 0,
  };
}
