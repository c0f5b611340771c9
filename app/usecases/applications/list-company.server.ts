/** 申請者の入口: 自社の申請と認定の一覧。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { type CompanyRow, companyByKey } from "#db/queries/accounts.ts";
import { type ApplicationRow, companyApplications } from "#db/queries/applications.ts";
import { type CertificationRow, companyCertifications, revokedAmong } from "#db/queries/certifications.ts";
import { authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { draftTasks, type TaskCount } from "./draft-tasks.server.ts";

export type CompanyHome = {
  readonly company: CompanyRow;
  readonly applications: readonly ApplicationRow[];
  readonly certifications: readonly CertificationRow[];
  /** 認定を取り消された申請の id。 */
  readonly revoked: ReadonlySet<string>;
};

/** 書いている申請の id → 済んだ区画の数と、全部の数。 */
export type DraftProgress = ReadonlyMap<string, TaskCount>;

/**
 * 書いている申請の進み具合。
 * @param home listCompany の答え（権限はそこで見ている）
 */
export async function draftProgress(context: UseCaseContext, home: CompanyHome): Promise<DraftProgress> {
  const drafts = home.applications.filter(({ status }) => isEditable(status));
  return new Map(
    await Promise.all(
      drafts.map(async (row) => [row.id, (await draftTasks(context, row, [])).count] as const),
    ),
  );
}

export async function listCompany(
  context: UseCaseContext,
  companyKey: string,
): Promise<Result<CompanyHome, Refusal>> {
  const allowed = authorise(context, "company.view", { companyKey });
  if (!allowed.ok) return allowed;
  const company = await companyByKey(context.database, companyKey);
  if (company === undefined) return refuse({ kind: "notFound" });
  const [applications, certifications] = await Promise.all([
    companyApplications(context.database, companyKey),
    companyCertifications(context.database, companyKey),
  ]);
  const revoked = await revokedAmong(
    context.database,
    certifications.map(({ applicationId }) => applicationId),
  );
  return ok({ company, applications, certifications, revoked });
}
