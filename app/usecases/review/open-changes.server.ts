/** いまの提出を、前の提出、初めの提出、認定を受けた計画と比べる。どれも凍結した木どうしを比べる。 */
import { type DocumentChange, documentDifference } from "#app/domain/plan/document-difference.ts";
import { changedParts } from "#app/domain/plan/changed-parts.ts";
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
import { type RecordVersion, recordVersions } from "../plans/record-versions.server.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

/**
 * 比べる相手の提出。returned: 一つ前の提出。first: 初めの提出。version: 同じ計画の前の版。
 * certified: その会社が直近に認定を受けた、ほかの計画。
 */
export type BaseSubmission = { readonly submission: SubmissionRow } & (
  | { readonly kind: "returned" | "first" }
  | { readonly kind: "certified"; readonly number: string }
  | {
      readonly kind: "version";
      readonly version: number;
      readonly number: string;
      /** 変更認定申請が変える元の版か。 */
      readonly base: boolean;
    }
);

/** アドレスに書く、相手の名前。 */
export const baseKey = (base: BaseSubmission): string =>
  base.kind === "version" ? `version-${base.version}` : base.kind;

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
 * @param wanted 比べたい相手（baseKey）。比べられなければ、比べられる初めの相手にする
 * @returns よその局の申請は notFound。よその局で認定を受けた計画は、変える元の版のほか、相手に載らない
 */
export async function openChanges(
  context: UseCaseContext,
  applicationId: string,
  wanted: string | null,
): Promise<Result<RecordChanges, Refusal>> {
  const loaded = await loadFiled(context, "review.view", applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  const { sequence } = submission;
  const seen = await recordVersions(context, application);
  const [previous, first, versions, certified, comments] = await Promise.all([
    sequence > 1 ? submissionAt(context.database, applicationId, sequence - 1) : undefined,
    sequence > 2 ? submissionAt(context.database, applicationId, 1) : undefined,
    versionsBefore(context, seen),
    application.planId === null ? certifiedBefore(context, application, seen) : null,
    commentsOn(context.database, applicationId, sequence - 1),
  ]);
  const bases: readonly BaseSubmission[] = [
    ...(previous === undefined ? [] : [{ kind: "returned", submission: previous } as const]),
    ...(first === undefined ? [] : [{ kind: "first", submission: first } as const]),
    ...versions,
    ...(certified === null ? [] : [certified]),
  ];
  const base = bases.find((one) => baseKey(one) === wanted) ?? bases[0] ?? null;
  return ok({
    application,
    revoked: (await revocationOf(context.database, applicationId)) !== undefined,
    submission,
    bases,
    base,
    changes: base === null ? [] : differenceFrom(base, submission),
    comments: inFormOrder(submission.document, comments),
  });
}

/** 計画どうしを比べるときは、変更事項の区画を比べない。 */
const differenceFrom = (
  { kind, submission: before }: BaseSubmission,
  { document }: SubmissionRow,
): readonly DocumentChange[] =>
  kind === "version" || kind === "certified"
    ? changedParts(before.document, document).changes
    : documentDifference(before.document, document);

/** 同じ計画の、この申請より前の版。変える元の版を初めに置く。 */
async function versionsBefore(
  context: UseCaseContext,
  versions: readonly RecordVersion[],
): Promise<readonly BaseSubmission[]> {
  const own = versions.find((one) => one.own)?.version.version ?? Infinity;
  const found: BaseSubmission[] = [];
  for (const { version, base, readable } of versions) {
    if (version.applicationId === null || version.version >= own || !(base || readable)) continue;
    const submission = await latestSubmission(context.database, version.applicationId);
    if (submission === undefined) continue;
    found.push({ kind: "version", version: version.version, number: version.number, base, submission });
  }
  return found.toSorted((one, other) => Number(isBase(other)) - Number(isBase(one)));
}

const isBase = (one: BaseSubmission): boolean => one.kind === "version" && one.base;

/** その会社が、この計画のほかに直近に認定を受け、取り消されていない、この人が見てよい計画。 */
async function certifiedBefore(
  context: UseCaseContext,
  application: ApplicationRow,
  versions: readonly RecordVersion[],
): Promise<BaseSubmission | null> {
  const same = new Set(versions.map(({ version }) => version.applicationId));
  const rows = await companyCertifications(context.database, application.companyKey);
  const revoked = await revokedAmong(
    context.database,
    rows.map(({ applicationId }) => applicationId),
  );
  for (const row of rows) {
    if (row.applicationId === application.id || same.has(row.applicationId)) continue;
    if (revoked.has(row.applicationId)) continue;
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
