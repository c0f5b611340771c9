/** 審査の一覧の一行・件数・検索の索引を、申請の書込みと同じ取引で書き直す。 */
import { and, asc, count as countRows, desc, eq, isNull, sql } from "drizzle-orm";
import { type ListedClock, NO_DUE_DAY } from "#app/domain/worklist/due-day.ts";
import type { Transaction } from "../client.ts";
import {
  type ListingFacts,
  type ListingRow,
  listedEquipment,
  listingClock,
  listingFacts,
  searchGrams,
} from "../listing-row.ts";
import {
  applicationEvents,
  applicationListings,
  applications,
  certifications,
  consultationResults,
  consultations,
  listingCounts,
  reviewComments,
  submissions,
} from "../schema/index.ts";
import type { PlannedRows } from "../write-plan.ts";
import { editionHolidays, type HolidaysOf } from "./edition-holidays.ts";

/** 計画の書いた申請の一覧の行を、書いた後の姿に合わせる。 */
export function keepListings(tx: Transaction, rows: PlannedRows<unknown>): void {
  const written = new Set([
    ...(rows.changes ?? []).map(({ id }) => id),
    ...(rows.newApplications ?? []).flatMap(({ id, status }) => (status === "draft" ? [] : [id])),
    ...(rows.certifications ?? []).map(({ applicationId }) => applicationId),
  ]);
  const filed = new Set((rows.submissions ?? []).map(({ applicationId }) => applicationId));
  for (const id of new Set([...written, ...filed])) keepListing(tx, id, filed.has(id));
}

/**
 * 一つの申請の一覧の行を、いまの申請の行に合わせる。
 * @param holidaysOf 続けて書くときは、読んだ休日を使い回す
 * @param filed 新しい提出があったか。無ければ、索引は局か番号の変わったときだけ作り直す
 */
export function keepListing(
  tx: Transaction,
  applicationId: string,
  filed: boolean,
  holidaysOf: HolidaysOf = editionHolidays(tx),
): void {
  const application = tx.select().from(applications).where(eq(applications.id, applicationId)).get();
  if (application === undefined) return;
  const clock = readClock(tx, application, holidaysOf);
  const before = tx
    .select()
    .from(applicationListings)
    .where(eq(applicationListings.applicationId, applicationId))
    .get();
  const answers = filed || before === undefined ? latestAnswers(tx, applicationId) : null;
  const facts = listingFacts({
    application,
    equipmentTypes:
      answers === null
        ? (before?.equipmentTypes ?? "").split(" ").filter((word) => word !== "")
        : listedEquipment(answers),
    comments: tx
      .select({ kind: reviewComments.kind, submissionSequence: reviewComments.submissionSequence })
      .from(reviewComments)
      .where(eq(reviewComments.applicationId, applicationId))
      .all(),
    certification: tx
      .select({ number: certifications.number, certifiedOn: certifications.certifiedOn })
      .from(certifications)
      .where(eq(certifications.applicationId, applicationId))
      .get(),
    openConsultations: openConsultations(tx, applicationId),
    clock,
  });
  if (facts === null) {
    if (before !== undefined) removeListing(tx, before);
    return;
  }
  const number = writeListing(tx, before, facts);
  const searchedOtherwise =
    before === undefined ||
    filed ||
    before.officeCode !== facts.officeCode ||
    before.documentNumber !== facts.documentNumber ||
    before.companyName !== facts.companyName;
  if (!searchedOtherwise) return;
  tx.run(sql`delete from application_search where rowid = ${number}`);
  tx.run(
    sql`insert into application_search (rowid, grams) values (${number}, ${searchGrams(facts, answers ?? latestAnswers(tx, applicationId))})`,
  );
}

const openConsultations = (tx: Transaction, applicationId: string): number =>
  tx
    .select({ total: countRows() })
    .from(consultations)
    .leftJoin(consultationResults, eq(consultationResults.consultationId, consultations.id))
    .where(and(eq(consultations.applicationId, applicationId), isNull(consultationResults.consultationId)))
    .get()?.total ?? 0;
/** 申請の時計の値。提出がまだなければ、動いていない。 */
export function readClock(
  tx: Transaction,
  application: Pick<typeof applications.$inferSelect, "id" | "status" | "acceptedOn">,
  holidaysOf: HolidaysOf,
): ListedClock {
  const filing = tx
    .select({ routing: submissions.routing, editionId: submissions.editionId })
    .from(submissions)
    .where(eq(submissions.applicationId, application.id))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .get();
  if (filing === undefined) return { dueOn: NO_DUE_DAY, stoppedOn: "", stoppedDays: 0 };
  const events = tx
    .select({ type: applicationEvents.type, at: applicationEvents.at })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, application.id))
    .orderBy(asc(applicationEvents.sequence))
    .all();
  return listingClock(application, {
    routing: filing.routing,
    events,
    holidays: holidaysOf(filing.editionId),
  });
}

const latestAnswers = (tx: Transaction, applicationId: string) =>
  tx
    .select({ answers: submissions.answers })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.sequence))
    .limit(1)
    .get()?.answers ?? {};

function writeListing(tx: Transaction, before: ListingRow | undefined, facts: ListingFacts): number {
  if (before?.number !== undefined) {
    tx.update(applicationListings).set(facts).where(eq(applicationListings.number, before.number)).run();
    count(tx, before, -1);
    count(tx, facts, 1);
    return before.number;
  }
  const { lastInsertRowid } = tx.insert(applicationListings).values(facts).run();
  count(tx, facts, 1);
  return Number(lastInsertRowid);
}

function removeListing(tx: Transaction, before: typeof applicationListings.$inferSelect): void {
  tx.run(sql`delete from application_search where rowid = ${before.number}`);
  tx.delete(applicationListings).where(eq(applicationListings.number, before.number)).run();
  count(tx, before, -1);
}

/** 件数の表を動かす。 */
export function count(
  tx: Transaction,
  { officeCode, status }: Pick<ListingFacts, "officeCode" | "status">,
  by: number,
): void {
  tx.insert(listingCounts)
    .values({ officeCode, status, total: by })
    .onConflictDoUpdate({
      target: [listingCounts.officeCode, listingCounts.status],
      set: { total: sql`${listingCounts.total} + ${by}` },
    })
    .run();
}
