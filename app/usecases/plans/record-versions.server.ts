/** 審査の記録に示す、同じ計画の版。 */
import { type ApplicationRow, findApplication } from "#db/queries/applications.ts";
import { type PlanVersionRow, planVersionsOf, versionOfApplication } from "#db/queries/plans.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import type { UseCaseContext } from "../context.ts";

export type RecordVersion = {
  readonly version: PlanVersionRow;
  /** この申請が変える元の版か。 */
  readonly base: boolean;
  /** この申請が認定された版か。 */
  readonly own: boolean;
  /** この人が、その版の申請の記録を開けるか。 */
  readonly readable: boolean;
};

/**
 * @returns 新しい順。まだ認定されていない新規の申請と、ポータルに計画のない紙の認定では空
 */
export async function recordVersions(
  context: UseCaseContext,
  application: ApplicationRow,
): Promise<readonly RecordVersion[]> {
  const planId =
    application.planId ?? (await versionOfApplication(context.database, application.id))?.planId ?? null;
  if (planId === null) return [];
  const versions = await planVersionsOf(context.database, planId);
  return Promise.all(
    versions.map(async (version) => ({
      version,
      base: version.version === application.baseVersion,
      own: version.applicationId === application.id,
      readable: await isReadable(context, version.applicationId),
    })),
  );
}

async function isReadable(context: UseCaseContext, applicationId: string | null): Promise<boolean> {
  const filed = applicationId === null ? undefined : await findApplication(context.database, applicationId);
  return filed !== undefined && authorise(context, "review.view", accessRecordOf(filed)).ok;
}
