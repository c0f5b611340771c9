/** 自社の申請を、会社の外の誰が見たかを示す。 */
import { viewedActs, type Viewing, viewingsOf } from "#app/domain/access/viewings.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { everyAttachmentId } from "#db/queries/attachments.ts";
import { viewRecords } from "#db/queries/view-records.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

/** 一つの画面で読む記録の数。 */
const MOST_READ = 2_000;

export type ApplicationViewings = {
  readonly application: ApplicationRow;
  readonly viewings: readonly Viewing[];
  /** 記録が多く、古いものを示していないか。 */
  readonly cut: boolean;
};

/** @returns よその会社の申請は notFound */
export async function listViewings(
  context: UseCaseContext,
  own: OwnApplication,
): Promise<Result<ApplicationViewings, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", own);
  if (!loaded.ok) return loaded;
  const ids = [own.applicationId];
  const records = viewRecords(
    context.database,
    [
      { kind: "application", ids },
      { kind: "certification", ids },
      { kind: "sharedPlan", ids },
      { kind: "attachment", ids: everyAttachmentId(context.database, own.applicationId) },
    ],
    Object.keys(viewedActs),
    MOST_READ + 1,
  );
  return ok({
    application: loaded.value,
    viewings: viewingsOf(records.slice(0, MOST_READ)),
    cut: records.length > MOST_READ,
  });
}
