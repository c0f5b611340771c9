/** 引継ぎの取込みの記録の読み出し。 */
import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { handOverFindings, handOverRuns } from "../schema/index.ts";

export type HandOverRunRow = typeof handOverRuns.$inferSelect;
export type HandOverFindingRow = typeof handOverFindings.$inferSelect;

export const runByManifest = ({ reader }: Database, manifestSha256: string): HandOverRunRow | undefined =>
  reader.select().from(handOverRuns).where(eq(handOverRuns.manifestSha256, manifestSha256)).get();

/** 新しい順。 */
export const recentRuns = ({ reader }: Database, limit: number): readonly HandOverRunRow[] =>
  reader.select().from(handOverRuns).orderBy(desc(handOverRuns.startedAt)).limit(limit).all();

export const findRun = ({ reader }: Database, id: string): HandOverRunRow | undefined =>
  reader.select().from(handOverRuns).where(eq(handOverRuns.id, id)).get();

/** 見つけたこと。見つけた順。 */
export const runFindings = (
  { reader }: Database,
  runId: string,
  after: number,
  limit: number,
): readonly HandOverFindingRow[] =>
  reader
    .select()
    .from(handOverFindings)
    .where(and(eq(handOverFindings.runId, runId), gt(handOverFindings.sequence, after)))
    .orderBy(asc(handOverFindings.sequence))
    .limit(limit)
    .all();
