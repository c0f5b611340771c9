/** 一年分の実施状況報告の画面の値と、送られた form の読み取り。 */
import { measureField, measureStates, reportForms, reportLimits } from "#app/domain/progress-report/report-form.ts"; // prettier-ignore
import type { OpenedReport } from "#app/usecases/reports/open-reports.server.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { filedView, progressView, reportRow } from "../progress-view.server.ts";

/** 画面の欄。 */
export type ReportFields = ReturnType<typeof reportPage>["fields"];

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function reportPage(opened: OpenedReport) {
  const { source, years, report, draftVersion, savedAt } = opened;
  const { targets, plan } = source;
  return {
    number: plan.number,
    row: reportRow(report),
    progress: progressView(targets, years),
    filed: report.filed === null ? null : filedView(report.filed),
    draftVersion,
    savedAt: savedAt === null ? null : formatTokyoInstant(savedAt),
    answers: { form: "full", ...opened.answers },
    fields: {
      forms: optionsOf(reportForms),
      parts: (targets.indicator?.parts ?? []).map(({ name, label, unit, help, decimal, ...certified }) => ({
        name,
        label,
        unit,
        decimal,
        help: `${help}認定された現状は${certified.baselineText}${unit}、計画終了時の目標は${certified.targetText}${unit}です。`,
      })),
      measures: targets.measures.map(({ id, label, description }) => ({
        id,
        label,
        description,
        state: measureField(id, "state"),
        note: measureField(id, "note"),
      })),
      measureStates: optionsOf(measureStates),
      limits: reportLimits,
    },
  };
}

/** 送られた form の文字の欄。 */
export const textsIn = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.replaceAll("\r\n", "\n")]] : [],
    ),
  );

/** 隠し欄の数。読めなければ、どの版とも合わない。 */
export const wholeIn = (text: string | undefined): number =>
  text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : -1;
