/**
 * 一覧の行のない申請（一覧の表ができる前に届いた申請）の行を、届いた順に作る。目安の日をまだ数えていない行には、
 * 時計の値を入れる。どちらも起動の時に一度見る。
 */
import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Database } from "../client.ts";
import { applicationListings, applications } from "../schema/index.ts";
import { editionHolidays } from "./edition-holidays.ts";
import { keepListing, readClock } from "./keep-listings.ts";

const BATCH = 500;

/** @returns 行を作った申請の数 */
export function fillListings(database: Database): number {
  const missing = database.reader
    .select({ id: applications.id })
    .from(applications)
    .leftJoin(applicationListings, eq(applicationListings.applicationId, applications.id))
    .where(
      and(
        isNotNull(applications.filedAt),
        ne(applications.status, "draft"),
        isNull(applicationListings.number),
      ),
    )
    .orderBy(asc(applications.filedAt))
    .all();
  for (let from = 0; from < missing.length; from += BATCH)
    database.transact((tx) => {
      const holidaysOf = editionHolidays(tx);
      for (const { id } of missing.slice(from, from + BATCH)) keepListing(tx, id, true, holidaysOf);
    });
  return missing.length;
}

/** @returns 時計の値を入れた行の数 */
export function fillDueDays(database: Database): number {
  for (let filled = 0; ;) {
    const rows = database.reader
      .select({
        number: applicationListings.number,
        id: applications.id,
        status: applications.status,
        acceptedOn: applications.acceptedOn,
      })
      .from(applicationListings)
      .innerJoin(applications, eq(applications.id, applicationListings.applicationId))
      .where(eq(applicationListings.dueOn, ""))
      .limit(BATCH)
      .all();
    if (rows.length === 0) return filled;
    database.transact((tx) => {
      const holidaysOf = editionHolidays(tx);
      for (const { number, ...application } of rows)
        tx.update(applicationListings)
          .set(readClock(tx, application, holidaysOf))
          .where(eq(applicationListings.number, number))
          .run();
    });
    filled += rows.length;
  }
}
