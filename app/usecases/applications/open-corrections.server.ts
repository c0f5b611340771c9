/** 差し戻された申請の、指摘の付いた欄だけを開く。ほかの欄は出さない。 */
import { inFormOrder, type PlanDocument } from "#app/domain/plan/document.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { answersSection, readReturnAnswers } from "#app/domain/workflow/return-answers.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import {
  type ApplicationRow,
  type CommentRow,
  latestComments,
  submissionAt,
} from "#db/queries/applications.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadDraft, loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type OpenCorrections = {
  readonly application: ApplicationRow;
  /** いちばん新しい差戻しの指摘。一つはある。 */
  readonly comments: readonly CommentRow[];
  /** 指摘の id → 保存した回答。 */
  readonly answers: Readonly<Record<string, string>>;
  /** 指摘を受けた提出。 */
  readonly filed: PlanDocument;
  /** いまの下書き。 */
  readonly draft: PlanDocument;
};

/** @returns 直せない申請と、指摘のない申請は notFound */
export async function openCorrections(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<OpenCorrections, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const application = loaded.value;
  const comments = await latestComments(context.database, application.id);
  const [first] = comments;
  if (!isEditable(application.status) || first === undefined) return refuse({ kind: "notFound" });
  const submission = await submissionAt(context.database, application.id, first.submissionSequence);
  if (submission === undefined) return refuse({ kind: "notFound" });
  const { answers } = await loadDraft(context, application.id);
  return ok({
    application,
    comments: inFormOrder(submission.document, comments),
    answers: readReturnAnswers(answers[answersSection]),
    filed: submission.document,
    draft: planDocument(currentRulebook(context).rulebook, answers, today(context)),
  });
}
