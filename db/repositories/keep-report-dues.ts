/** 次に待つ報告の行を、計画の認定・変更・終わりと、報告の提出と同じ取引で書き直す。 */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Database, Transaction } from "../client.ts";
import { reportDueRow } from "../report-due-row.ts";
import { plans, planVersions, progressReports, reportDues, submissions } from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";

export function keepReportDues(tx: Transaction, rows: PlannedRows<unknown>): void {
  const touched = new Set([
    ...(rows.newPlans ?? []).map(({ id }) => id),
    ...(rows.planChanges ?? []).map(({ id }) => id),
    ...[...(rows.planVersions ?? []), ...(rows.progressReports ?? [])].map(({ planId }) => planId),
  ]);
  for (const planId of touched) keepOne(tx, planId);
}

function keepOne(tx: Transaction, planId: string): void {
  const plan = tx.select().from(plans).where(eq(plans.id, planId)).get();
  if (plan === undefined) return;
  const filed = tx
    .selectDistinct({ year: progressReports.year })
    .from(progressReports)
    .where(eq(progressReports.planId, planId))
    .all();
  const row = reportDueRow(
    plan,
    answersOf(tx, planId, plan.currentVersion),
    new Set(filed.map(({ year }) => year)),
  );
  tx.insert(reportDues).values(row).onConflictDoUpdate({ target: reportDues.planId, set: row }).run();
}

/** 版の中身。中身の無い版では空。 */
const answersOf = (tx: Transaction, planId: string, version: number): RawAnswers =>
  tx
    .select({ answers: submissions.answers })
    .from(planVersions)
    .innerJoin(submissions, eq(submissions.applicationId, planVersions.applicationId))
    .where(and(eq(planVersions.planId, planId), eq(planVersions.version, version)))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .get()?.answers ?? {};

const BATCH = 500;

/**
 * 行のない計画（表ができる前の計画、まとめて取り込んだ計画）の行を作る。
 * @returns 作った数
 */
export function fillReportDues(database: Database): number {
  let filled = 0;
  while (true) {
    const missing = database.reader
      .select({ id: plans.id })
      .from(plans)
      .leftJoin(reportDues, eq(reportDues.planId, plans.id))
      .where(isNull(reportDues.planId))
      .orderBy(asc(plans.id))
      .limit(BATCH)
      .all();
    if (missing.length === 0) return filled;
    database.transact((tx) => {
      for (const { id } of missing) keepOne(tx, id);
    });
    filled += missing.length;
  }
}
