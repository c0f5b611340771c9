/** 版の読み比べに使う計画を、少しずつ読む。 */
import { and, asc, count, desc, gt, inArray, isNotNull } from "drizzle-orm";
import { finalStatuses, type Status, statuses } from "#app/domain/workflow/statuses.ts";
import type { Database } from "../client.ts";
import { applications } from "../schema/index.ts";
import type { ApplicationRow } from "./applications.ts";

const open: readonly Status[] = statuses.filter(
  (status) => !(finalStatuses as readonly Status[]).includes(status),
);

/** まだ終わっていない申請の数。下書きと差戻しを含む。 */
export function openApplicationCount(database: Database): number {
  const row = database.reader
    .select({ total: count() })
    .from(applications)
    .where(inArray(applications.status, [...open]))
    .get();
  return row?.total ?? 0;
}

/** まだ終わっていない申請。id の順に、after の次から。 */
export async function openApplicationsAfter(
  database: Database,
  after: string,
  limit: number,
): Promise<readonly ApplicationRow[]> {
  return database.reader
    .select()
    .from(applications)
    .where(and(inArray(applications.status, [...open]), gt(applications.id, after)))
    .orderBy(asc(applications.id))
    .limit(limit)
    .all();
}

/** 最近提出された申請のうち、もう終わったものの id。提出の新しい順。 */
export async function lastFiledApplications(database: Database, limit: number): Promise<readonly string[]> {
  const recent = database.reader
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(isNotNull(applications.filedAt))
    .orderBy(desc(applications.filedAt), desc(applications.id))
    .limit(limit)
    .all();
  return recent.filter(({ status }) => !open.includes(status)).map(({ id }) => id);
}
