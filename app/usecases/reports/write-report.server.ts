/** 実施状況報告の下書きの保存と、提出。同じ年の二度目の提出は、理由のある訂正の版になる。 */
import {
  type RawReport,
  readReport,
  reportFieldNames,
  reportLimits,
} from "#app/domain/progress-report/report-form.ts";
import type { ReportTargets } from "#app/domain/progress-report/targets.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import type { ReportPlace } from "./open-reports.server.ts";
import { latestReport, loadReportPlan, type ReportPlan, yearIn } from "./report-plan.server.ts";

type ReportInput = ReportPlace & {
  readonly year: number;
  /** 打たれたままの欄。この報告に無い欄は捨てる。 */
  readonly answers: RawReport;
};

const stale: Refusal = {
  kind: "stale",
  subject: "progressReport",
  by: null,
  what: "ほかの画面で、この報告が先に保存又は提出されています。",
};

/** 一つの欄に残す文字の上限。これより長い文字は、読み取りでも断る。 */
const MAX_KEPT = 4_000;

const keptAnswers = (targets: ReportTargets, answers: RawReport): RawReport =>
  Object.fromEntries(
    reportFieldNames(targets).flatMap((name) => {
      const value = answers[name];
      return value === undefined ? [] : [[name, value.slice(0, MAX_KEPT)]];
    }),
  );

/** 書ける年の報告の元。まだ書けない年は断る。 */
async function loadOpenYear(
  context: UseCaseContext,
  action: "report.own" | "report.file",
  input: ReportInput,
): Promise<Result<ReportPlan, Refusal>> {
  const loaded = await loadReportPlan(context, action, input);
  if (!loaded.ok) return loaded;
  const year = yearIn(loaded.value, input.year);
  if (year === undefined) return refuse({ kind: "notFound" });
  return today(context) < year.opensOn
    ? refuse({ kind: "report", refusal: { kind: "notOpen", opensOn: year.opensOn } })
    : loaded;
}

/**
 * 読めない値もそのまま残す。
 *
 * @param input.draftVersion 画面が読んだ下書きの版
 * @returns ほかの画面が先に保存していれば stale
 */
export async function saveReportDraft(
  context: UseCaseContext,
  input: ReportInput & { readonly draftVersion: number },
): Promise<Result<null, Refusal>> {
  const loaded = await loadOpenYear(context, "report.own", input);
  if (!loaded.ok) return loaded;
  const { planId, year } = input;
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      reportDrafts: [
        {
          expectedVersion: input.draftVersion,
          row: {
            planId,
            year,
            answers: keptAnswers(loaded.value.targets, input.answers),
            updatedByName: actor.name,
            updatedAt: at,
          },
        },
      ],
      audit: [{ action: "report.own", subjectKind: "progressReport", subjectId: planId, details: { year } }],
    }),
  });
  return outcome.kind === "stale" ? refuse(stale) : ok(null);
}

/**
 * @param input.edition 画面が読んだ、提出済みの版。まだ無ければ 0
 * @param input.intentKey 画面ごとの鍵。二度押しても一つだけ提出する
 * @param input.reason 訂正の理由。初めての提出では読まない
 * @returns 足りない欄は invalid、先に提出されていれば stale
 */
export async function fileReport(
  context: UseCaseContext,
  input: ReportInput & {
    readonly edition: number;
    readonly intentKey: string;
    readonly reason: string;
  },
): Promise<Result<{ readonly edition: number }, Refusal>> {
  const loaded = await loadOpenYear(context, "report.file", input);
  if (!loaded.ok) return loaded;
  const { plan, companyName, targets, reports } = loaded.value;
  const { planId, year } = input;
  const answers = keptAnswers(targets, input.answers);
  const correcting = latestReport(reports, year) !== undefined && input.edition > 0;
  const reason = correcting ? cleanText(input.reason) : "";
  const read = readReport(targets, answers);
  const errors = { ...(read.ok ? {} : read.error), ...(correcting ? reasonErrors(reason) : {}) };
  if (!read.ok || Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const edition = input.edition + 1;
  const outcome = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent: { action: "report.file", key: `${planId}:${year}:${input.intentKey}` },
    rows: () => ({
      result: { edition },
      progressReports: [
        {
          planId,
          year,
          edition,
          form: read.value.form,
          planVersion: plan.currentVersion,
          planNumber: plan.number,
          companyKey: plan.companyKey,
          companyName,
          officeCode: plan.officeCode ?? "",
          answers,
          content: read.value,
          reason,
          filedBy: actor.id,
          filedByName: actor.name,
          filedAt: at,
        },
      ],
      audit: [
        {
          action: "report.file",
          subjectKind: "progressReport",
          subjectId: planId,
          details: { year, edition, reason },
        },
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(stale) : ok(outcome.result);
}

const reasonErrors = (reason: string): Readonly<Record<string, readonly string[]>> =>
  reason === "" || Array.from(reason).length > reportLimits.reason
    ? { reason: [`訂正の理由を、${reportLimits.reason}文字までで入力してください。`] }
    : {};
