/** 計る前に入れておくデータ。架空の計画と、申請者が書いている途中の計画。 */
import { ensureRulebook } from "#app/import-rulebook-folder.server.ts";
import { readConfig } from "#app/config.server.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import type { Services } from "#app/services.server.ts";
import { companyApplications } from "#db/queries/applications.ts";
import { everyListing } from "#db/queries/listing-filter.ts";
import { listingPage } from "#db/queries/listings.ts";
import { sourceRulebook, warn, withServices } from "../command.ts";
import { loadPlans } from "../demonstration/generated/load-plans.ts";
import { demoIdentities } from "../demonstration/demo-identities.ts";
import { examplePlans } from "../demonstration/example-plans.ts";
import { seedDemonstration } from "../demonstration/seed-demonstration.ts";

/** 計る人。デモのログインと、その人の会社・局。 */
export const people = {
  applicant: { loginId: "takahashi@aoba.example.jp", companyKey: "7990001000001" },
  reviewer: { loginId: "kanto-reviewer", office: "meti-kanto" },
} as const;

export type PreparedData = {
  /** 申請者の、全区画が入った書きかけの申請。 */
  readonly drafts: readonly string[];
  /** 審査担当の局の申請。 */
  readonly records: readonly string[];
  /** 書きかけの申請に入れた答え。 */
  readonly answers: RawAnswers;
};

/** 同時に保存しても、互いに版を追い越さないだけの数。 */
const DRAFTS = 24;
const RECORDS = 200;

export async function prepareData(dataDir: string, plans: number): Promise<PreparedData> {
  const config = readConfig({ NODE_ENV: "production", DEMO: "1", DATA_DIR: dataDir, LOG_LEVEL: "error" });
  let prepared: PreparedData | undefined;
  await withServices(config, async (services) => {
    await ensureRulebook(services, sourceRulebook);
    await seedDemonstration(services);
    const loaded = await loadPlans(services, {
      plans,
      seed: 1,
      progress: (done) => warn(`  ${done} / ${plans} 件`),
    });
    if (!loaded.ok) throw new Error("空のはずのデータベースに、もう計画があります。");
    const example = (await examplePlans()).find(
      ({ answers }) => answers.company.corporateNumber === people.applicant.companyKey,
    );
    if (example === undefined) throw new Error("例の計画に、計る人の会社がありません。");
    // 例の計画は読むときに形を確かめてある。
    const answers = example.answers as RawAnswers;
    await writeDrafts(services, answers);
    const own = await companyApplications(services.database, people.applicant.companyKey);
    const listed = listingPage(
      services.database.reader,
      { ...everyListing, offices: [people.reviewer.office] },
      { sort: "filed", direction: "desc" },
      { after: null, limit: RECORDS },
    );
    prepared = {
      drafts: own.slice(0, DRAFTS).map(({ id }) => id),
      records: listed.map(({ applicationId }) => applicationId),
      answers,
    };
  });
  if (prepared === undefined || prepared.records.length === 0)
    throw new Error(`${people.reviewer.office} に申請がありません。--plans を増やしてください。`);
  return prepared;
}

async function writeDrafts(services: Services, answers: RawAnswers): Promise<void> {
  const { companyKey } = people.applicant;
  const actor = (await demoIdentities(services)).applicants.get(companyKey);
  if (actor === undefined) throw new Error("計る人がいません。");
  const context: UseCaseContext = { ...services, actor, requestId: "bench" };
  for (let index = 0; index < DRAFTS; index += 1) {
    const started = await startApplication(context, {
      companyKey,
      intentKey: `bench-${index}`,
      anotherDraft: true,
    });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    for (const [section, typed] of Object.entries(answers)) {
      const saved = await saveSection(context, {
        companyKey,
        applicationId: started.value.applicationId,
        section,
        expectedVersion: section === "company" ? 1 : 0,
        answers: typed,
      });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    }
  }
}
