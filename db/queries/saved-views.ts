/** 保存した一覧の見方の読み出し。 */
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import { pinnedViews, savedViews } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

export type SavedViewRow = typeof savedViews.$inferSelect;

/** その人が使える見方。自分の、自分の局の、標準の順。 */
export const viewsFor = (
  { reader }: Database,
  accountId: string,
  offices: readonly string[],
): readonly SavedViewRow[] => usable(reader).all({ accountId, offices: JSON.stringify(offices) });

const usable = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(savedViews)
    .where(
      or(
        and(eq(savedViews.scope, "mine"), eq(savedViews.ownerId, sql.placeholder("accountId"))),
        and(
          eq(savedViews.scope, "office"),
          sql`${savedViews.officeCode} in (select value from json_each(${sql.placeholder("offices")}))`,
        ),
        eq(savedViews.scope, "standard"),
      ),
    )
    .orderBy(asc(savedViews.scope), asc(savedViews.name))
    .limit(200)
    .prepare(),
);

export const pinnedViewOf = ({ reader }: Database, accountId: string): string | null =>
  pinnedOf(reader).get({ accountId })?.viewId ?? null;

const pinnedOf = preparedOnce((reader: Connection) =>
  reader
    .select({ viewId: pinnedViews.viewId })
    .from(pinnedViews)
    .where(eq(pinnedViews.accountId, sql.placeholder("accountId")))
    .prepare(),
);
