/** いまの提出を、前の提出、初めの提出、認定を受けた計画と比べる。どれも凍結した木どうしを比べる。 */
import { type DocumentChange, documentDifference } from "#app/domain/plan/document-difference.ts";
import { inFormOrder } from "#app/domain/plan/document.ts";
import { ok, type Result } from "#app/domain/result.ts";
import {
  type ApplicationRow,
  type CommentRow,
  commentsOn,
  findApplication,
  latestSubmission,
  submissionAt,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import { companyCertifications, revocationOf, revokedAmong } from "#db/queries/certifications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

/** 比べる相手。returned: 一つ前の提出。first: 初めの提出。certified: その会社が直近に認定を受けた計画。 */
export const changeBases = ["returned", "first", "certified"] as const;
export type ChangeBase = (typeof changeBases)[number];

/** 比べる相手の提出。number は、認定を受けた計画の文書番号（ほかは null）。 */
export type BaseSubmission = {
  readonly kind: ChangeBase;
  readonly submission: SubmissionRow;
  readonly number: string | null;
};

export type RecordChanges = {
  readonly application: ApplicationRow;
  /** 認定を取り消したか。 */
  readonly revoked: boolean;
  readonly submission: SubmissionRow;
  /** 比べられる相手。無いものは載らない。 */
  readonly bases: readonly BaseSubmission[];
  /** 選んだ相手。比べられる相手がなければ null。 */
  readonly base: BaseSubmission | null;
  readonly changes: readonly DocumentChange[];
  /** 一つ前の提出への指摘。 */
  readonly comments: readonly CommentRow[];
};

/**
 * @param wanted 比べたい相手。比べられなければ、比べられる初めの相手にする
 * @returns よその局の申請は notFound。よその局で認定を受けた計画は、相手に載らない
 */
export async function openChanges(
  context: UseCaseContext,
  applicationId: string,
  wanted: ChangeBase,
): Promise<Result<RecordChanges, Refusal>> {
  const loaded = await loadFiled(context, "review.view", applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  const { sequence } = submission;
  const [previous, first, certified, comments] = await Promise.all([
    sequence > 1 ? submissionAt(context.database, applicationId, sequence - 1) : undefined,
    sequence > 2 ? submissionAt(context.database, applicationId, 1) : undefined,
    certifiedBefore(context, application),
    commentsOn(context.database, applicationId, sequence - 1),
  ]);
  const bases: readonly BaseSubmission[] = [
    ...(previous === undefined ? [] : [{ kind: "returned", submission: previous, number: null } as const]),
    ...(first === undefined ? [] : [{ kind: "first", submission: first, number: null } as const]),
    ...(certified === null ? [] : [certified]),
  ];
  const base = bases.find(({ kind }) => kind === wanted) ?? bases[0] ?? null;
  return ok({
    application,
    revoked: (await revocationOf(context.database, applicationId)) !== undefined,
    submission,
    bases,
    base,
    changes: base === null ? [] : documentDifference(base.submission.document, submission.document),
    comments: inFormOrder(submission.document, comments),
  });
}

/** その会社が、この申請のほかに直近に認定を受け、取り消されていない、この人が見てよい計画。 */
async function certifiedBefore(
  context: UseCaseContext,
  application: ApplicationRow,
): Promise<BaseSubmission | null> {
  const rows = await companyCertifications(context.database, application.companyKey);
  const revoked = await revokedAmong(
    context.database,
    rows.map(({ applicationId }) => applicationId),
  );
  for (const row of rows) {
    if (row.applicationId === application.id || revoked.has(row.applicationId)) continue;
    const [other, submission] = await Promise.all([
      findApplication(context.database, row.applicationId),
      latestSubmission(context.database, row.applicationId),
    ]);
    if (other === undefined || submission === undefined) continue;
    if (authorise(context, "review.view", accessRecordOf(other)).ok)
      return { kind: "certified", submission, number: row.number };
  }
  return null;
}
