/** デモのデータ。申請が一つもないときだけ、例の計画を本物の手続きで進めておく。 */
import type { Services } from "../../app/services.server.ts";
import { fileApplication } from "../../app/usecases/applications/file-application.server.ts";
import { saveSection } from "../../app/usecases/applications/save-section.server.ts";
import { startApplication } from "../../app/usecases/applications/start-application.server.ts";
import type { UseCaseContext } from "../../app/usecases/context.ts";
import { acceptApplication } from "../../app/usecases/review/accept-application.server.ts";
import type { Actor } from "../../app/domain/access/actor.ts";
import { tokyoDay } from "../../app/domain/calendar/tokyo.ts";
import type { Result } from "../../app/domain/result.ts";
import { findApplication } from "../../db/queries/applications.ts";
import { isEmptyDatabase } from "../../db/queries/demonstration.ts";
import { seedChecklist } from "./demo-checklist.ts";
import { demoIdentities } from "./demo-identities.ts";
import { type ExamplePlan, examplePlans } from "./example-plans.ts";

/** 例の計画をどこまで進めておくか。 */
const progress = {
  "manufacturing-miyagi-type-A": "draft",
  "warehouse-hyogo-kobe": "filed",
  "construction-osaka": "accepted",
  "nursing-care-fukuoka-turnover": "filed",
} as const;

export async function seedDemonstration(services: Services): Promise<void> {
  if (!(await isEmptyDatabase(services.database))) return;
  const identities = await demoIdentities(services);
  for (const [officeCode, actor] of identities.reviewers)
    await seedChecklist({ ...services, actor, requestId: "demonstration" }, officeCode);
  for (const plan of await examplePlans()) {
    const applicant = identities.applicants.get(plan.answers.company.corporateNumber);
    if (applicant === undefined) continue;
    await seedPlan(services, plan, applicant, identities.reviewers);
  }
}

async function seedPlan(
  services: Services,
  plan: ExamplePlan,
  applicant: Actor & { readonly kind: "applicant" },
  reviewers: ReadonlyMap<string, Actor>,
): Promise<void> {
  const as = (actor: Actor): UseCaseContext => ({ ...services, actor, requestId: "demonstration" });
  const { companyKey } = applicant;
  const started = succeeded(
    await startApplication(as(applicant), { companyKey, intentKey: plan.case, anotherDraft: true }),
  );
  const place = { companyKey, applicationId: started.applicationId };
  const target = progress[plan.case];
  const sections = Object.entries(plan.answers);
  // 書きかけの例は、途中の区画まで入れておく。
  const typed = target === "draft" ? sections.slice(0, 4) : sections;
  for (const [section, answers] of typed)
    succeeded(
      await saveSection(as(applicant), {
        ...place,
        section,
        expectedVersion: section === "company" ? 1 : 0,
        answers,
      }),
    );
  if (target === "draft") return;
  succeeded(await fileApplication(as(applicant), { ...place, version: 1 }));
  if (target !== "accepted") return;
  const row = await findApplication(services.database, place.applicationId);
  const reviewer = reviewers.get(row?.officeCode ?? "");
  if (row === undefined || reviewer === undefined) return;
  succeeded(
    await acceptApplication(as(reviewer), {
      applicationId: row.id,
      version: row.version,
      acceptedOn: tokyoDay(services.clock.now()),
    }),
  );
}

function succeeded<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`デモのデータを作れません: ${JSON.stringify(result.error)}`);
  return result.value;
}
