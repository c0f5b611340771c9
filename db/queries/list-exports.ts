/** 一覧の書出しの読み出し。 */
import { and, desc, eq, gt, lte } from "drizzle-orm";
import type { Database } from "../client.ts";
import { listExports } from "../schema/index.ts";

export type ListExportRow = typeof listExports.$inferSelect;

/** その人が、その時より後に頼んだ書出し。新しい順。 */
export const exportsOf = ({ reader }: Database, accountId: string, since: string): readonly ListExportRow[] =>
  reader
    .select()
    .from(listExports)
    .where(and(eq(listExports.accountId, accountId), gt(listExports.createdAt, since)))
    .orderBy(desc(listExports.createdAt), desc(listExports.id))
    .limit(50)
    .all();

export const exportById = ({ reader }: Database, id: string): ListExportRow | undefined =>
  reader.select().from(listExports).where(eq(listExports.id, id)).get();

/** その時までに頼まれた書出し。 */
export const exportsUntil = ({ reader }: Database, until: string): readonly ListExportRow[] =>
  reader.select().from(listExports).where(lte(listExports.createdAt, until)).limit(1_000).all();
