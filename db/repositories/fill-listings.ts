/** 一覧の行のない申請（一覧の表ができる前に届いた申請）の行を、届いた順に作る。起動の時に一度見る。 */
import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Database } from "../client.ts";
import { applicationListings, applications } from "../schema/index.ts";
import { keepListing } from "./keep-listings.ts";

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
      for (const { id } of missing.slice(from, from + BATCH)) keepListing(tx, id, true);
    });
  return missing.length;
}
