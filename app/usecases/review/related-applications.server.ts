/** 同じ会社のほかの申請と、重なっていそうな手がかり。見てよい局の申請だけを挙げる。 */
import { type DuplicateSign, duplicateSigns } from "#app/domain/plan/likely-duplicate.ts";
import { type ShownStatus, shownStatus } from "#app/domain/workflow/statuses.ts";
import {
  type ApplicationRow,
  companyApplications,
  latestAnswers,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import { revokedAmong } from "#db/queries/certifications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";

export type RelatedApplication = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly status: ShownStatus;
  /** 申請の瞬間（UTC の ISO 文字列）。 */
  readonly filedAt: string;
  readonly signs: readonly DuplicateSign[];
};

export type RelatedApplications = {
  /** 新しく動いた順。 */
  readonly shown: readonly RelatedApplication[];
  /** よその局にあって、中身を見られない申請の数。 */
  readonly elsewhere: number;
};

/** 一つの画面で比べる件数。 */
const MOST_COMPARED = 20;

/** @param submission 比べる元の提出。見る権限は、呼ぶ側が確かめている */
export async function relatedApplications(
  context: UseCaseContext,
  application: ApplicationRow,
  submission: SubmissionRow,
): Promise<RelatedApplications> {
  const others = (await companyApplications(context.database, application.companyKey)).filter(
    ({ id, status }) => id !== application.id && status !== "draft",
  );
  const visible = others.filter((row) => authorise(context, "review.view", accessRecordOf(row)).ok);
  const revoked = await revokedAmong(
    context.database,
    visible.map(({ id }) => id),
  );
  const shown: RelatedApplication[] = [];
  for (const row of visible.slice(0, MOST_COMPARED)) {
    const other = latestAnswers(context.database, row.id);
    if (other === undefined) continue;
    const ended = row.status === "withdrawn" || row.status === "declined" || revoked.has(row.id);
    shown.push({
      id: row.id,
      receiptNumber: row.receiptNumber ?? "",
      status: shownStatus(row.status, revoked.has(row.id)),
      filedAt: row.filedAt ?? other.filedAt,
      // 同じ計画のほかの版は重なっていて当たり前で、取り下げた申請、不認定の申請、取り消した認定は、重なっていても差し支えない。
      signs: ended || samePlan(application, row) ? [] : duplicateSigns(submission.answers, other.answers),
    });
  }
  return { shown, elsewhere: others.length - visible.length };
}

/** 同じ計画の版どうしか。初めに認定された計画の id は、その申請の id と同じ。 */
const samePlan = (one: ApplicationRow, other: ApplicationRow): boolean =>
  (one.planId ?? one.id) === (other.planId ?? other.id);
