/** 連携先に見える計画の行を、同意・認定・訂正・取消し・通知書の保管と同じ取引で書き直し、連携先への知らせを入れる。 */
import { and, desc, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { notShared } from "#app/domain/sharing/shareable.ts";
import type { Transaction } from "../client.ts";
import {
  apiClients,
  applications,
  certifications,
  outbox,
  plans,
  planVersions,
  sharedPlans,
  sharingConsents,
  submissions,
} from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { laneOf } from "../job-lane.ts";
import { drawNumber } from "./draw-number.ts";

export const NOTIFY_CLIENT = "notifyClient";

export function keepSharing(tx: Transaction, at: string, rows: PlannedRows<unknown>): void {
  for (const row of rows.sharingConsents ?? []) tx.insert(sharingConsents).values(row).run();
  const touched = new Set(
    [
      ...(rows.sharingConsents ?? []),
      ...(rows.certifications ?? []),
      ...(rows.certificateEditions ?? []),
      ...(rows.certificateRevocations ?? []),
      ...(rows.documents ?? []).filter(({ kind }) => kind === "certificationNotice"),
    ].map(({ applicationId }) => applicationId),
  );
  for (const { id, set } of rows.planChanges ?? [])
    if (set.ended !== undefined) for (const one of certifiedUnder(tx, id)) touched.add(one);
  for (const id of touched) keepShared(tx, at, id);
}

/** 一つの計画の行を、いまの同意と認定と会社に合わせ、連携先に知らせる。 */
export function keepShared(tx: Transaction, at: string, applicationId: string): void {
  const consent = tx
    .select({ given: sharingConsents.given })
    .from(sharingConsents)
    .where(eq(sharingConsents.applicationId, applicationId))
    .orderBy(desc(sharingConsents.sequence))
    .limit(1)
    .get();
  if (consent === undefined) return;
  const before = tx.select().from(sharedPlans).where(eq(sharedPlans.applicationId, applicationId)).get();
  const shared =
    notShared({ ...factsOf(tx, applicationId), consented: consent.given }) === null &&
    !isSurrendered(tx, applicationId);
  // 一度も渡していない計画は、取りやめの印も残さない。
  if (!shared && (before === undefined || before.withdrawn)) return;
  const row = {
    change: drawNumber(tx, "sharedPlanChange"),
    withdrawn: !shared,
    companyKey: companyOf(tx, applicationId),
    updatedAt: notBefore(tx, at),
  };
  tx.insert(sharedPlans)
    .values({ applicationId, ...row })
    .onConflictDoUpdate({ target: sharedPlans.applicationId, set: row })
    .run();
  notifyClients(tx, at, row.change);
}

/** その計画の版を認定した申請。 */
const certifiedUnder = (tx: Transaction, planId: string): readonly string[] =>
  tx
    .select({ applicationId: planVersions.applicationId })
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
    .all()
    .flatMap(({ applicationId }) => applicationId ?? []);

/** 届出で終わった計画は、連携先から取りやめる。 */
const isSurrendered = (tx: Transaction, applicationId: string): boolean =>
  tx
    .select({ ended: plans.ended })
    .from(planVersions)
    .innerJoin(plans, eq(plans.id, planVersions.planId))
    .where(eq(planVersions.applicationId, applicationId))
    .get()?.ended?.kind === "surrendered";

function factsOf(tx: Transaction, applicationId: string) {
  const application = tx
    .select({ ministry: applications.ministry })
    .from(applications)
    .where(eq(applications.id, applicationId))
    .get();
  const certification = tx
    .select({ certifiedOn: certifications.certifiedOn })
    .from(certifications)
    .where(eq(certifications.applicationId, applicationId))
    .get();
  const submission = tx
    .select({ routing: submissions.routing })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .get();
  return {
    ministry: application?.ministry ?? null,
    joint: submission?.routing.joint ?? false,
    certifiedOn: (certification?.certifiedOn ?? null) as CivilDate | null,
  };
}

const companyOf = (tx: Transaction, applicationId: string): string =>
  tx
    .select({ companyKey: applications.companyKey })
    .from(applications)
    .where(eq(applications.id, applicationId))
    .get()?.companyKey ?? "";

/** 時計が戻っても、変化の順と日時の順が食い違わないようにする。 */
function notBefore(tx: Transaction, at: string): string {
  const last = tx
    .select({ updatedAt: sharedPlans.updatedAt })
    .from(sharedPlans)
    .where(gt(sharedPlans.change, 0))
    .orderBy(desc(sharedPlans.change))
    .limit(1)
    .get();
  return last !== undefined && last.updatedAt > at ? last.updatedAt : at;
}

function notifyClients(tx: Transaction, at: string, change: number): void {
  const clients = tx
    .select({ id: apiClients.id })
    .from(apiClients)
    .where(
      and(ne(apiClients.webhookUrl, ""), isNotNull(apiClients.confirmedAt), isNull(apiClients.disabledAt)),
    )
    .all();
  for (const { id } of clients)
    tx.insert(outbox)
      .values({
        topic: NOTIFY_CLIENT,
        lane: laneOf(NOTIFY_CLIENT),
        key: `${id}:${change}`,
        payload: { clientId: id, change },
        state: "waiting",
        attempts: 0,
        availableAt: at,
        createdAt: at,
      })
      .run();
}
