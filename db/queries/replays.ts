/** 申請の再計算の、進みと結果を読む。 */
import { and, asc, count, eq, gte, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { DifferenceKind } from "#app/domain/plan/difference-kinds.ts";
import type { Connection, Database } from "../client.ts";
import { applications, editionReplays, replayedPlans } from "../schema/index.ts";
import type { ApplicationRow } from "./applications.ts";

export type ReplayRow = typeof editionReplays.$inferSelect;

export async function findReplay(database: Database, id: string): Promise<ReplayRow | undefined> {
  return database.reader.select().from(editionReplays).where(eq(editionReplays.id, id)).get();
}

/** その版の再計算。結果の出たものと、その後に始めたものの、多くて二つ。 */
export async function replaysOf(database: Database, editionId: string): Promise<readonly ReplayRow[]> {
  return database.reader.select().from(editionReplays).where(eq(editionReplays.editionId, editionId)).all();
}

/** 読む申請の、from 番から to 番の前まで。 */
export async function plansToReplay(
  database: Database,
  replayId: string,
  from: number,
  to: number,
): Promise<readonly { readonly position: number; readonly application: ApplicationRow }[]> {
  return database.reader
    .select({ position: replayedPlans.position, application: applications })
    .from(replayedPlans)
    .innerJoin(applications, eq(applications.id, replayedPlans.applicationId))
    .where(
      and(
        eq(replayedPlans.replayId, replayId),
        gte(replayedPlans.position, from),
        lt(replayedPlans.position, to),
      ),
    )
    .orderBy(asc(replayedPlans.position))
    .all();
}

const changed = (replayId: string, kind: DifferenceKind | null): SQL | undefined =>
  and(
    eq(replayedPlans.replayId, replayId),
    isNotNull(replayedPlans.kinds),
    kind === null
      ? undefined
      : sql`exists (select 1 from json_each(${replayedPlans.kinds}) where value = ${kind})`,
  );

/** 変わる申請。読んだ順の、skip 件の後から limit 件。 */
export const replayDifferences = (
  reader: Connection,
  replayId: string,
  kind: DifferenceKind | null,
  page: { readonly skip: number; readonly limit: number },
) =>
  reader
    .select({
      applicationId: applications.id,
      receiptNumber: applications.receiptNumber,
      companyName: applications.companyName,
      status: applications.status,
      kinds: replayedPlans.kinds,
      difference: replayedPlans.difference,
    })
    .from(replayedPlans)
    .innerJoin(applications, eq(applications.id, replayedPlans.applicationId))
    .where(changed(replayId, kind))
    .orderBy(asc(replayedPlans.position))
    .limit(page.limit)
    .offset(page.skip)
    .all();

/** 変わる申請の数。 */
export const differenceCount = (reader: Connection, replayId: string): number =>
  reader.select({ total: count() }).from(replayedPlans).where(changed(replayId, null)).get()?.total ?? 0;

/** 変わることの種類ごとの、申請の数。 */
export const differenceCounts = (reader: Connection, replayId: string) =>
  new Map(
    reader
      .all<{ readonly kind: DifferenceKind; readonly total: number }>(
        sql`select value as kind, count(*) as total from ${replayedPlans}, json_each(${replayedPlans.kinds})
            where replay_id = ${replayId} and kinds is not null group by value`,
      )
      .map(({ kind, total }) => [kind, total] as const),
  );
