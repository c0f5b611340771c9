/** 申請者が、計画の報告の一覧と、一年分の報告を開く。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { RawReport } from "#app/domain/progress-report/report-form.ts";
import { type ReportState, reportState, type ReportYear } from "#app/domain/progress-report/schedule.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { companyDues, type ProgressReportRow, reportDraftOf } from "#db/queries/progress-reports.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { latestReport, loadReportPlan, type ReportPlan, yearIn } from "./report-plan.server.ts";

/** 会社の計画ごとの、次に待つ報告。待つ物の無い計画は、どれも null。会社を見てよいことは、呼ぶ側が確かめてある。 */
export const waitingReports = (context: UseCaseContext, companyKey: string) =>
  companyDues(context.database.reader, companyKey).map(({ planId, number, ...due }) => ({
    planId,
    number,
    next:
      due.year === 0
        ? null
        : {
            ...due,
            state: reportState(
              { opensOn: due.opensOn as CivilDate, dueOn: due.dueOn as CivilDate },
              null,
              today(context),
            ),
          },
  }));

export type ReportPlace = { readonly companyKey: string; readonly planId: string };

export type ListedReport = ReportYear & {
  readonly state: ReportState;
  /** いちばん新しい版。提出していなければ null。 */
  readonly filed: ProgressReportRow | null;
};

/** @returns 求める年の古い順 */
export async function openReports(
  context: UseCaseContext,
  place: ReportPlace,
): Promise<Result<{ readonly source: ReportPlan; readonly years: readonly ListedReport[] }, Refusal>> {
  const loaded = await loadReportPlan(context, "report.own", place);
  return loaded.ok ? ok({ source: loaded.value, years: listedYears(context, loaded.value) }) : loaded;
}

/** 求める年と、その様子。 */
export const listedYears = (
  context: UseCaseContext,
  { years, reports }: ReportPlan,
): readonly ListedReport[] =>
  years.map((year) => {
    const filed = latestReport(reports, year.year) ?? null;
    return { ...year, filed, state: reportState(year, filed, today(context)) };
  });

export type OpenedReport = {
  readonly source: ReportPlan;
  readonly years: readonly ListedReport[];
  readonly report: ListedReport;
  /** 書きかけ。書きかけが無ければ、訂正では前の版の値、初めてなら空。 */
  readonly answers: RawReport;
  /** 下書きの版。まだ無ければ 0。 */
  readonly draftVersion: number;
  readonly savedAt: string | null;
};

/** @returns 求めていない年は notFound */
export async function openReport(
  context: UseCaseContext,
  place: ReportPlace & { readonly year: number },
): Promise<Result<OpenedReport, Refusal>> {
  const opened = await openReports(context, place);
  if (!opened.ok) return opened;
  const { source, years } = opened.value;
  const report = years.find(({ year }) => year === place.year);
  if (yearIn(source, place.year) === undefined || report === undefined) return refuse({ kind: "notFound" });
  const draft = reportDraftOf(context.database.reader, place.planId, place.year);
  const { filed } = report;
  const open = draft !== undefined && (filed === null || draft.updatedAt > filed.filedAt) ? draft : undefined;
  return ok({
    source,
    years,
    report,
    answers: open?.answers ?? filed?.answers ?? {},
    draftVersion: draft?.version ?? 0,
    savedAt: open?.updatedAt ?? null,
  });
}
