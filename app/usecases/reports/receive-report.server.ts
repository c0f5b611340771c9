/** 局が、提出された実施状況報告を開き、受け取ったことを記す。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { ProgressReportRow } from "#db/queries/progress-reports.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type ListedReport, listedYears } from "./open-reports.server.ts";
import { latestReport, loadReportPlan, type ReportPlan } from "./report-plan.server.ts";

export type FiledReport = {
  readonly source: ReportPlan;
  readonly years: readonly ListedReport[];
  /** いちばん新しい版。 */
  readonly report: ProgressReportRow;
  /** その年の全部の版。新しい順。 */
  readonly editions: readonly ProgressReportRow[];
};

/** @returns 提出されていない年と、よその局の計画は notFound */
export async function openFiledReport(
  context: UseCaseContext,
  place: { readonly planId: string; readonly year: number },
): Promise<Result<FiledReport, Refusal>> {
  const loaded = await loadReportPlan(context, "report.list", { planId: place.planId, companyKey: null });
  if (!loaded.ok) return loaded;
  const { reports } = loaded.value;
  const report = latestReport(reports, place.year);
  if (report === undefined) return refuse({ kind: "notFound" });
  return ok({
    source: loaded.value,
    years: listedYears(context, loaded.value),
    report,
    editions: reports.filter(({ year }) => year === place.year),
  });
}

/**
 * @param input.edition 画面が読んだ版
 * @returns もう受け取った版なら、何もせずに ok。次の版が提出されていれば stale
 */
export async function receiveReport(
  context: UseCaseContext,
  input: { readonly planId: string; readonly year: number; readonly edition: number },
): Promise<Result<null, Refusal>> {
  const { planId, year, edition } = input;
  const loaded = await loadReportPlan(context, "report.receive", { planId, companyKey: null });
  if (!loaded.ok) return loaded;
  const latest = latestReport(loaded.value.reports, year);
  if (latest === undefined) return refuse({ kind: "notFound" });
  const corrected: Refusal = {
    kind: "stale",
    subject: "progressReport",
    by: latest.filedByName,
    what: "画面を開いた後に、訂正した版が提出されています。",
  };
  if (latest.edition !== edition) return refuse(corrected);
  if (latest.state === "received") return ok(null);
  const on = today(context);
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      receivedReports: [{ planId, year, edition, on }],
      audit: [
        {
          action: "report.receive",
          subjectKind: "progressReport",
          subjectId: planId,
          details: { year, edition },
        },
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(corrected) : ok(null);
}
