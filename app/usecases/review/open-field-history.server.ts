/** 欄ごとの履歴: 提出のたびに変わった値を、欄ごとに古い順に並べる。申請者の下書きの途中は見せない。 */
import { type DocumentChange, documentDifference } from "#app/domain/plan/document-difference.ts";
import { ok, type Result } from "#app/domain/result.ts";
import {
  type ApplicationRow,
  filingsOf,
  submissionAt,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

/** 一度の提出で変わった値。 */
export type FiledChange = {
  readonly sequence: number;
  /** UTC の ISO 文字列。 */
  readonly filedAt: string;
  readonly filedBy: string;
  readonly change: DocumentChange;
};

export type FieldHistory = {
  readonly application: ApplicationRow;
  /** 古い提出から。同じ提出の中は様式の順。 */
  readonly changes: readonly FiledChange[];
};

/** @returns よその局の申請は notFound */
export async function openFieldHistory(
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<FieldHistory, Refusal>> {
  const loaded = await loadFiled(context, "review.view", applicationId);
  if (!loaded.ok) return loaded;
  const filings = (await filingsOf(context.database, applicationId)).toReversed();
  const submissions: SubmissionRow[] = [];
  for (const { sequence } of filings) {
    const found = await submissionAt(context.database, applicationId, sequence);
    if (found !== undefined) submissions.push(found);
  }
  const changes = submissions.slice(1).flatMap((now, index): readonly FiledChange[] => {
    const before = submissions[index];
    if (before === undefined) return [];
    return documentDifference(before.document, now.document).map((change) => ({
      sequence: now.sequence,
      filedAt: now.filedAt,
      filedBy: now.filedByName,
      change,
    }));
  });
  return ok({ application: loaded.value.application, changes });
}
