/** 一つの版の画面が示す値: その版の内容と、前の版との違い。 */
import { changedParts } from "#app/domain/plan/changed-parts.ts";
import { refuse, ok, type Result } from "#app/domain/result.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import type { OpenedPlan } from "#app/usecases/plans/open-plan.server.ts";
import { changedSections } from "./reviewer/changes-view.server.ts";
import { dayWords } from "./plan-words.ts";

/** @returns 無い版と、このポータルに内容の無い版は notFound */
export function planVersionView({ plan, versions }: OpenedPlan, wanted: string) {
  const index = versions.findIndex(({ row }) => String(row.version) === wanted);
  const version = versions[index];
  if (version === undefined || version.submission === null) return notFound;
  const { document } = version.submission;
  const before = versions[index + 1]?.submission ?? null;
  return ok({
    planId: plan.id,
    planNumber: plan.number,
    title: `第${version.row.version}版`,
    number: version.row.number,
    certifiedOn: dayWords(version.row.certifiedOn),
    before: before === null ? null : `第${version.row.version - 1}版`,
    sections: before === null ? [] : changedSections(changedParts(before.document, document).changes),
    document,
  });
}

const notFound: Result<never, Refusal> = refuse({ kind: "notFound" });

export type PlanVersionView = Extract<ReturnType<typeof planVersionView>, { readonly ok: true }>["value"];
