/** 申請者が自社の申請を開く。よその会社の申請は「無い」と答える。 */
import type { Action } from "#app/domain/access/actions.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type ApplicationRow, findApplication, sectionsOf } from "#db/queries/applications.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type OwnApplication = { readonly companyKey: string; readonly applicationId: string };

export async function loadOwnApplication(
  context: UseCaseContext,
  action: Action,
  { companyKey, applicationId }: OwnApplication,
): Promise<Result<ApplicationRow, Refusal>> {
  const row = await findApplication(context.database, applicationId);
  if (row === undefined || row.companyKey !== companyKey) return refuse({ kind: "notFound" });
  const allowed = authorise(context, action, accessRecordOf(row));
  return allowed.ok ? ok(row) : allowed;
}

export type Draft = {
  readonly answers: RawAnswers;
  /** 区画の版。まだ無い区画は載らない。 */
  readonly versions: Readonly<Record<string, number>>;
};

/** 下書きの全区画。 */
export async function loadDraft(context: UseCaseContext, applicationId: string): Promise<Draft> {
  const rows = await sectionsOf(context.database, applicationId);
  return {
    answers: Object.fromEntries(rows.map((row) => [row.section, row.answers])),
    versions: Object.fromEntries(rows.map((row) => [row.section, row.version])),
  };
}
