/** 保存した一覧の見方の読み出し。 */
import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Database } from "../client.ts";
import { pinnedViews, savedViews } from "../schema/index.ts";

export type SavedViewRow = typeof savedViews.$inferSelect;

/** その人が使える見方。自分の、自分の局の、標準の順。 */
export const viewsFor = (
  { reader }: Database,
  accountId: string,
  offices: readonly string[],
): readonly SavedViewRow[] =>
  reader
    .select()
    .from(savedViews)
    .where(
      or(
        and(eq(savedViews.scope, "mine"), eq(savedViews.ownerId, accountId)),
        and(eq(savedViews.scope, "office"), inArray(savedViews.officeCode, [...offices])),
        eq(savedViews.scope, "standard"),
      ),
    )
    .orderBy(asc(savedViews.scope), asc(savedViews.name))
    .limit(200)
    .all();

export const pinnedViewOf = ({ reader }: Database, accountId: string): string | null =>
  reader
    .select({ viewId: pinnedViews.viewId })
    .from(pinnedViews)
    .where(eq(pinnedViews.accountId, accountId))
    .get()?.viewId ?? null;
