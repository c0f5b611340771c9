/**
 * 認定で出る通知書と、認定と同じ取引で書く計画の行。新規の認定は計画と第1版を、変更の認定は次の版を作る。
 * 変更では、計画が申請の後に動き、終わり、満了していれば断る。
 */
import { buildChangeNotice, buildNotice, type NoticeFacts } from "#app/domain/certification/build-notice.ts";
import type { NoticeIssue } from "#app/domain/certification/fill-letter.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { changeBaseOf } from "#app/domain/plan-life/change-base.ts";
import { planMonths } from "#app/domain/plan-life/plan-months.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { findPlan } from "#db/queries/plans.ts";
import { firstVersionRows, nextVersionRows, paperPlanRows, type PlanLifeRows } from "#db/plan-rows.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import type { UseCaseContext } from "../context.ts";
import { planObstacle } from "../plans/change-base.server.ts";
import type { Refusal } from "../refusals.ts";
import type { Loaded } from "../review/apply-command.server.ts";

type Certification = NonNullable<PlannedRows<null>["certifications"]>[number];

export type PlannedVersion = {
  readonly rows: (certification: Certification) => PlanLifeRows;
  /** 申請に書く計画。紙の認定を初めて変えたときだけ。 */
  readonly set: { readonly planId: string; readonly baseVersion: number } | null;
};

/** 新規なら認定の通知書、変更なら当初の認定を引いた変更の通知書。 */
export function noticeOf(
  rulebook: Rulebook,
  facts: NoticeFacts,
  issue: NoticeIssue,
): Result<CertificationNotice, readonly string[]> {
  const base = changeBaseOf(facts.answers);
  return base === null
    ? buildNotice(rulebook, facts, issue)
    : buildChangeNotice(rulebook, facts, issue, {
        certifiedOn: base.firstCertifiedOn,
        number: base.firstNumber,
      });
}

/** @returns 実施時期が読めなければ noticeIncomplete、変えられなくなった計画では planLife */
export async function plannedVersion(
  context: UseCaseContext,
  { application, submission }: Loaded,
): Promise<Result<PlannedVersion, Refusal>> {
  const months = planMonths(submission.answers);
  if (months === null) return refuse({ kind: "noticeIncomplete", missing: ["実施時期"] });
  const base = changeBaseOf(submission.answers);
  if (base === null)
    return ok({
      set: null,
      rows: (certification) => {
        const { plan, version, event } = firstVersionRows({ application, certification, months });
        return { newPlans: [plan], planVersions: [version], planEvents: [event] };
      },
    });
  // 先に計画を読む。読んだ後に動けば、書くときの版で分かる。
  const plan = application.planId === null ? undefined : await findPlan(context.database, application.planId);
  const obstacle = await planObstacle(context, application, submission.answers);
  if (obstacle !== null) return refuse({ kind: "planLife", refusal: obstacle });
  if (plan !== undefined)
    return ok({
      set: null,
      rows: (certification) => nextVersionRows(plan, { application, certification, months, base }),
    });
  return ok({
    set: { planId: application.id, baseVersion: 1 },
    rows: (certification) => paperPlanRows({ application, certification, months, base }),
  });
}
