import type { Database } from "../client.ts";
import { applications } from "../schema/index.ts";

/** 申請が一つもないか。 */
export async function isEmptyDatabase(database: Database): Promise<boolean> {
  return database.reader.select({ id: applications.id }).from(applications).limit(1).get() === undefined;
}
