/** 計画の行のない認定（計画の表ができる前の認定）の、計画・第1版・出来事の行を作る。起動の時に一度見る。 */
import { asc, desc, eq, isNull } from "drizzle-orm";
import { planMonths } from "#app/domain/plan-life/plan-months.ts";
import type { Database, Transaction } from "../client.ts";
import { firstVersionRows } from "../plan-rows.ts";
import {
  accounts,
  applications,
  certificateRevocations,
  certifications,
  planEvents,
  plans,
  planVersions,
  submissions,
} from "../schema/index.ts";

const BATCH = 500;

/** @returns 行を作った計画の数 */
export function fillPlans(database: Database): number {
  const missing = database.reader
    .select({ applicationId: certifications.applicationId })
    .from(certifications)
    .leftJoin(planVersions, eq(planVersions.applicationId, certifications.applicationId))
    .where(isNull(planVersions.planId))
    .orderBy(asc(certifications.applicationId))
    .all();
  let filled = 0;
  for (let from = 0; from < missing.length; from += BATCH)
    database.transact((tx) => {
      for (const { applicationId } of missing.slice(from, from + BATCH))
        filled += fillPlan(tx, applicationId);
    });
  return filled;
}

function fillPlan(tx: Transaction, applicationId: string): number {
  const certified = tx
    .select({
      application: {
        id: applications.id,
        companyKey: applications.companyKey,
        guidelineId: applications.guidelineId,
        prefecture: applications.prefecture,
      },
      certification: certifications,
      byName: accounts.displayName,
    })
    .from(certifications)
    .innerJoin(applications, eq(applications.id, certifications.applicationId))
    .leftJoin(accounts, eq(accounts.id, certifications.certifiedBy))
    .where(eq(certifications.applicationId, applicationId))
    .get();
  const filing = tx
    .select({ answers: submissions.answers })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .get();
  const months = planMonths(filing?.answers ?? {});
  if (certified === undefined || months === null) return 0;
  const revoked = tx
    .select()
    .from(certificateRevocations)
    .where(eq(certificateRevocations.applicationId, applicationId))
    .get();
  const { plan, version, event } = firstVersionRows({ ...certified, months });
  const { certifiedBy, createdAt } = certified.certification;
  tx.insert(plans)
    .values(
      revoked === undefined
        ? plan
        : {
            ...plan,
            ended: { kind: "revoked", on: revoked.revokedOn, reason: revoked.reason },
            version: 2,
            updatedAt: revoked.createdAt,
          },
    )
    .run();
  tx.insert(planVersions).values(version).run();
  tx.insert(planEvents)
    .values({
      planId: plan.id,
      sequence: 1,
      ...event.event,
      actorId: certifiedBy,
      actorName: certified.byName ?? "",
      at: createdAt,
    })
    .run();
  if (revoked !== undefined)
    tx.insert(planEvents)
      .values({
        planId: plan.id,
        sequence: 2,
        type: "plan.revoked.v1",
        data: { on: revoked.revokedOn, reason: revoked.reason },
        actorId: revoked.revokedBy,
        actorName: revoked.revokedByName,
        at: revoked.createdAt,
      })
      .run();
  return 1;
}
