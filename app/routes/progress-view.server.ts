/** 実施状況報告の、申請者と局に共通の画面の値。 */
import { approximate, formatExact } from "#app/domain/indicator/exact.ts";
import { formatJapaneseDate, formatJapaneseMonth, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { frozenQuantity, guide } from "#app/domain/progress-report/attainment.ts";
import { reportForms } from "#app/domain/progress-report/report-form.ts";
import { reportStateWords } from "#app/domain/progress-report/schedule.ts";
import type { ReportTargets } from "#app/domain/progress-report/targets.ts";
import type { ListedReport, waitingReports } from "#app/usecases/reports/open-reports.server.ts";

/** 一年分の行。 */
export const reportRow = (report: ListedReport) => ({
  year: report.year,
  title: `${formatJapaneseMonth(report.closing)}期`,
  state: report.state,
  stateText: reportStateWords[report.state],
  opensOn: formatJapaneseDate(report.opensOn),
  dueOn: formatJapaneseDate(report.dueOn),
  filedAt: report.filed === null ? "" : formatTokyoInstant(report.filed.filedAt),
  edition: report.filed?.edition ?? 0,
  receivedOn: dayText(report.filed?.receivedOn ?? null),
});
export type ReportRow = ReturnType<typeof reportRow>;

/** 申請者の入口に示す、計画ごとの次の報告。 */
export const companyReport = ({ planId, number, next }: ReturnType<typeof waitingReports>[number]) => ({
  planId,
  number,
  next:
    next === null
      ? null
      : {
          year: next.year,
          title: `${next.year}年に終わる年度`,
          state: next.state,
          stateText: reportStateWords[next.state],
          opensOn: dayText(next.opensOn),
          dueOn: dayText(next.dueOn),
        },
});
export type CompanyReport = ReturnType<typeof companyReport>;

export const dayText = (day: string | null): string =>
  day === null ? "" : formatJapaneseDate(day as CivilDate);

/** 目標と実績の図と表。指標の目標が無い計画では null。 */
export function progressView({ indicator }: ReportTargets, years: readonly ListedReport[]) {
  if (indicator === null) return null;
  const { name, unit, formula } = indicator;
  const text = (value: Parameters<typeof formatExact>[0]) => formatExact(value, 2, { trim: true });
  const points = years.map(({ year, filed }, index) => {
    const aim = guide(indicator, index + 1, years.length);
    const written = filed?.content.indicator ?? null;
    const actual = written === null ? undefined : frozenQuantity(written.actualText);
    return {
      key: String(year),
      label: `${year}年`,
      guide: approximate(aim),
      guideText: text(aim),
      actual: actual === undefined ? null : approximate(actual),
      actualText: written?.actualText ?? "",
      percentText: written?.percentText ?? "",
      changeText: written?.changeText ?? "",
      reached: written?.reached ?? false,
    };
  });
  return {
    name,
    unit,
    formula,
    baselineText: text(indicator.baseline),
    targetText: text(indicator.target),
    points,
    start: {
      key: "baseline",
      label: "現状",
      guide: approximate(indicator.baseline),
      actual: approximate(indicator.baseline),
    },
  };
}
export type ProgressView = NonNullable<ReturnType<typeof progressView>>;

/** 提出した一つの版。 */
export const filedView = ({
  content,
  form,
  edition,
  reason,
  filedAt,
  filedByName,
  receivedOn,
  receivedByName,
}: NonNullable<ListedReport["filed"]>) => ({
  content,
  form: reportForms[form],
  edition,
  reason,
  filedAt: formatTokyoInstant(filedAt),
  filedByName,
  receivedOn: dayText(receivedOn),
  receivedByName: receivedByName ?? "",
});
export type FiledView = ReturnType<typeof filedView>;
