/** 起案の済んだ一件を手続で作り、同じ行を、番号だけ変えて並べる。件数の要る試験のため。 */
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import { eventsOf, findApplication, latestSubmission } from "#db/queries/applications.ts";
import { bulkLoad } from "#db/repositories/bulk-load.ts";
import { packRows } from "#db/repositories/pack-rows.ts";
import { manufacturing } from "./example-plans.ts";
import { logIn } from "./people.ts";
import type { TestServices } from "./portal-services.ts";
import { acceptAndPropose, current, startAndFile } from "./procedure.ts";

/**
 * @returns 申請の id と版。id は plan-0000 から
 */
export async function proposedPlans(
  portal: Pick<TestServices, "services" | "context">,
  count: number,
): Promise<readonly { readonly applicationId: string; readonly version: number }[]> {
  const reviewer = await logIn(portal, "tohoku-reviewer");
  const own = await startAndFile(await logIn(portal, "takahashi@aoba.example.jp"), manufacturing.answers);
  await acceptAndPropose(reviewer, own.applicationId);
  const { database } = portal.services;
  const application = await findApplication(database, own.applicationId);
  const submission = await latestSubmission(database, own.applicationId);
  const events = await eventsOf(database, own.applicationId);
  if (application === undefined || submission === undefined) throw new Error("元の申請がありません。");
  const ids = Array.from({ length: count }, (_, index) => `plan-${String(index).padStart(4, "0")}`);
  bulkLoad(database, {
    actor: { id: "system:test", name: "システム", role: "system" },
    at: reviewer.clock.now(),
    requestId: "proposed-plans",
    audit: { action: "test.load", subjectKind: "database", subjectId: "proposed-plans", details: {} },
    numbers: [],
    rows: packRows(
      {
        accounts: [],
        assignments: [],
        companies: [],
        sections: [],
        sectionVersions: [],
        submissionFacts: [],
        comments: [],
        certifications: [],
        certificateEditions: [],
        plans: [],
        planVersions: [],
        planEvents: [],
        declineNotices: [],
        applications: ids.map((id) => ({ ...application, id, receiptNumber: `受付-${id}` })),
        submissions: ids.map((id) => ({ ...submission, id: `${id}-1`, applicationId: id })),
        events: ids.flatMap((id) => events.map((event) => ({ ...event, applicationId: id }))),
      },
      holidaysOf(reviewer.rulebooks.edition(submission.editionId).rulebook),
    ),
  });
  const { version } = await current(reviewer, own.applicationId);
  return ids.map((applicationId) => ({ applicationId, version }));
}
