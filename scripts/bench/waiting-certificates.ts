/** 計る前に入れておく、認定の済んだ計画と、決裁を待つ計画。認定通知書はまだ一通もない。 */
import { and, eq, inArray } from "drizzle-orm";
import { ensureRulebook } from "#app/import-rulebook-folder.server.ts";
import { readConfig } from "#app/config.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { issueJob, ISSUE_TOPIC } from "#app/usecases/certification/issue-job.ts";
import { noticeOfEdition } from "#app/usecases/certification/issued-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { acceptApplication } from "#app/usecases/review/accept-application.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { transferApplication } from "#app/usecases/review/transfer-application.server.ts";
import type { Services } from "#app/services.server.ts";
import type { Database } from "#db/client.ts";
import { findApplication } from "#db/queries/applications.ts";
import { everyListing } from "#db/queries/listing-filter.ts";
import { listingPage } from "#db/queries/listings.ts";
import { enqueueOnce } from "#db/repositories/outbox-jobs.ts";
import { applications, certificateEditions, certifications, outbox } from "#db/schema/index.ts";
import { CommandRefusal, sourceRulebook, warn, withServices } from "../command.ts";
import { loadPlans } from "../demonstration/generated/load-plans.ts";
import { demoIdentities } from "../demonstration/demo-identities.ts";
import { seedDemonstration } from "../demonstration/seed-demonstration.ts";

/** 計る人。同じ局の審査担当と管理職と、その局へ申請を移す、申請の多い局。 */
export const officials = {
  from: "meti-kanto",
  reviewer: "tohoku-reviewer",
  manager: "tohoku-manager",
  office: "meti-tohoku",
} as const;

/** 放すまで働き手が手を付けない時。 */
const NOT_YET = "9999-01-01T00:00:00.000Z";
/** 架空の計画のうち、認定まで進んだものは七割を越える。 */
const PLANS_PER_CERTIFICATE = 1.5;
const RECORDS = 60;

export type WaitingCertificates = {
  /** 刷る値。仕事を入れたものと同じ順。 */
  readonly notices: readonly { readonly notice: CertificationNotice; readonly createdAt: string }[];
  /** 決裁を待つ申請。 */
  readonly proposed: readonly string[];
  /** 審査担当が開いて回る申請。 */
  readonly records: readonly string[];
};

/**
 * @param count 作る認定通知書の数
 * @param decisions 決裁を待たせる申請の数
 */
export async function prepareCertificates(
  dataDir: string,
  { count, decisions }: { readonly count: number; readonly decisions: number },
): Promise<WaitingCertificates> {
  const config = readConfig({ NODE_ENV: "production", DEMO: "1", DATA_DIR: dataDir, LOG_LEVEL: "error" });
  let prepared: WaitingCertificates | undefined;
  await withServices(config, async (services) => {
    await ensureRulebook(services, sourceRulebook);
    await seedDemonstration(services);
    const plans = Math.ceil(count * PLANS_PER_CERTIFICATE) + 100;
    const loaded = await loadPlans(services, {
      plans,
      seed: 1,
      progress: (done) => warn(`  ${done} / ${plans} 件`),
    });
    if (!loaded.ok) throw new Error("空のはずのデータベースに、もう計画があります。");
    const certified = services.database.reader
      .select()
      .from(certifications)
      .innerJoin(certificateEditions, eq(certificateEditions.applicationId, certifications.applicationId))
      .limit(count)
      .all();
    if (certified.length < count) throw new CommandRefusal(`認定の済んだ計画が ${count} 件ありません。`);
    for (const { certifications: one } of certified)
      await enqueueOnce(services.database, issueJob(one.applicationId, 1), NOT_YET);
    prepared = {
      notices: certified.map((row) => ({
        notice: noticeOfEdition(row.certifications, row.certificate_editions, services.origin),
        createdAt: row.certificate_editions.createdAt,
      })),
      proposed: await proposeSome(services, decisions),
      records: listingPage(
        services.database.reader,
        { ...everyListing, offices: [officials.office] },
        { sort: "filed", direction: "desc" },
        { after: null, limit: RECORDS },
      ).map(({ applicationId }) => applicationId),
    };
  });
  if (prepared === undefined) throw new Error("用意が終わりません。");
  return prepared;
}

/** よその局の審査中の申請を、本物の手続で、計る人の局へ移し、受理し、起案する。 */
async function proposeSome(services: Services, wanted: number): Promise<readonly string[]> {
  const { reviewers } = await demoIdentities(services);
  const [giver, taker] = [reviewers.get(officials.from), reviewers.get(officials.office)];
  if (giver === undefined || taker === undefined) throw new Error("起案する人がいません。");
  const as = (actor: Actor): UseCaseContext => ({ ...services, actor, requestId: "bench" });
  const open = services.database.reader
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.officeCode, officials.from),
        inArray(applications.status, ["submitted", "accepted", "underReview"]),
      ),
    )
    .all();
  const current = async (id: string) => ({
    applicationId: id,
    version: (await findApplication(services.database, id))?.version ?? 0,
  });
  const acceptedOn = tokyoDay(services.clock.now());
  const proposed: string[] = [];
  for (const { id } of open) {
    if (proposed.length === wanted) break;
    const to = { officeCode: officials.office, reason: "計るために移します。" };
    await transferApplication(as(giver), { ...(await current(id)), ...to });
    // もう受理された物は断られ、そのまま進む。
    await acceptApplication(as(taker), { ...(await current(id)), acceptedOn });
    const proposal = { outcome: "certify", ground: "" } as const;
    const done = await proposeDecision(as(taker), { ...(await current(id)), ...proposal });
    if (done.ok) proposed.push(id);
  }
  return proposed;
}

/** 待たせておいた認定通知書の仕事を、一度に放す。 */
export function releaseCertificates(database: Database, now: string): void {
  database.transact((tx) => {
    tx.update(outbox).set({ availableAt: now }).where(eq(outbox.topic, ISSUE_TOPIC)).run();
  });
}
