/** 下ごしらえの行を、束ごとに一つの取引で書く。束の中身と進みは一緒に残る。 */
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { handedSeries } from "#app/domain/hand-over/handed-series.ts";
import type { HandOverStep } from "#app/domain/hand-over/progress.ts";
import { companyRecords } from "#db/queries/hand-over.ts";
import { bulkLoad } from "#db/repositories/bulk-load.ts";
import { advanceRun, raiseSeries, writeFindings } from "#db/repositories/hand-over-runs.ts";
import { type BulkRows, packRows } from "#db/repositories/pack-rows.ts";
import { handOverActor } from "./handed-application.ts";
import { handedPlanRows, noRows, stagedPlan } from "./handed-plan.ts";
import type { Batching } from "./import-tools.ts";
import { inTurns, stagedBatches } from "./staged-rows.ts";

export function importFindings({ context, staging, run, batch }: Batching, after: number): void {
  for (let last = after; ;) {
    const found = staging.findings(last, batch);
    if (found.length === 0) return;
    last = found.at(-1)?.id ?? last;
    writeFindings(context.database, run.id, found, last);
  }
}

export function importCompanies(batching: Batching, after: number): void {
  const { staging, batch, run } = batching;
  for (const rows of stagedBatches(staging, "companies", after, batch)) {
    const companies = rows.map(({ record }) => ({
      ...record,
      source: record.source ?? "",
      updatedAt: run.startedAt,
    }));
    write(batching, "companies", rows, { companies });
  }
}

export function importUsers(batching: Batching, after: number): void {
  const { staging, batch, run } = batching;
  for (const rows of stagedBatches(staging, "users", after, batch)) {
    const accounts = rows.map(({ record }) => ({
      id: record.id,
      kind: record.kind,
      issuer: record.issuer ?? "",
      subject: record.subject,
      displayName: record.displayName,
      email: record.email,
      accountType: record.accountType,
      companyKey: record.company,
      parentSubject: record.parentSubject,
      claims: {},
      active: record.active,
      createdAt: run.startedAt,
      updatedAt: run.startedAt,
    }));
    write(batching, "users", rows, { accounts });
  }
}

export async function importPlans(batching: Batching, after: number): Promise<void> {
  const { staging, batch, run, loaded, context } = batching;
  for (const rows of stagedBatches(staging, "plans", after, batch)) {
    const plans = rows.map((row) => stagedPlan(staging, row));
    await keepFiles(
      batching,
      plans.flatMap(({ files }) => files),
    );
    const keys = new Set(
      plans.flatMap(({ plan, versions }) => [
        plan.company,
        ...versions.flatMap(({ company }) => company ?? []),
      ]),
    );
    const companies = new Map(
      companyRecords(context.database.reader, [...keys]).map((company) => [company.key, company]),
    );
    const handing = { loaded, madeBy: run.madeBy, at: run.startedAt };
    const together = joined(plans.map((plan) => handedPlanRows(handing, plan, companies)));
    const series = handedSeries(
      loaded.rulebook,
      plans.flatMap(({ versions }) => versions),
    );
    write(batching, "plans", rows, together, series);
  }
}

/** 表ごとに、行をつなぐ。 */
const joined = (parts: readonly Partial<BulkRows>[]): Partial<BulkRows> =>
  Object.fromEntries(
    Object.keys(noRows).map((name): [string, readonly object[]] => [
      name,
      parts.flatMap((part): readonly object[] => part[name as keyof BulkRows] ?? []),
    ]),
  );

/** PDF を、行より先に保管する。同じ中身は一つしか置かれないので、やり直してもよい。 */
async function keepFiles(
  { source, storage }: Batching,
  files: readonly { readonly path: string; readonly sha256: string }[],
): Promise<void> {
  await inTurns(files, async ({ path, sha256 }) => {
    const bytes = await source.bytes(path);
    const stored = bytes === null ? null : await storage.put(bytes);
    if (stored !== sha256) throw new Error(`${path} が、検査の後に変わりました。もう一度検査してください。`);
  });
}

function write(
  { context, run, loaded, progress, staging }: Batching,
  step: HandOverStep & ("companies" | "users" | "plans"),
  rows: readonly { readonly id: number }[],
  given: Partial<BulkRows>,
  series: ReadonlyMap<string, number> = new Map(),
): void {
  const position = rows.at(-1)?.id ?? 0;
  bulkLoad(context.database, {
    actor: handOverActor,
    at: run.startedAt,
    requestId: context.requestId,
    audit: {
      action: "handOver.write",
      subjectKind: "handOver",
      subjectId: run.id,
      details: { step, rows: rows.length, position },
    },
    numbers: [],
    rows: packRows({ ...noRows, ...given }, holidaysOf(loaded.rulebook)),
    also(tx) {
      for (const [name, last] of series) raiseSeries(tx, name, last);
      advanceRun(tx, run.id, { step, position });
    },
  });
  progress(step, staging.written(step, position));
}
