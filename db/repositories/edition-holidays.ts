/** 版の休日の日付。一覧の行を書く取引の中で、目安の日を数えるために読む。 */
import { and, eq, sql } from "drizzle-orm";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Transaction } from "../client.ts";
import { rulebookFacts } from "../schema/index.ts";

export type HolidaysOf = (editionId: string) => ReadonlySet<CivilDate>;

/** @returns 版の id から休日。一つの取引の間、同じ版は一度だけ読む */
export function editionHolidays(tx: Transaction): HolidaysOf {
  const read = new Map<string, ReadonlySet<CivilDate>>();
  return (editionId) => {
    const known = read.get(editionId);
    if (known !== undefined) return known;
    const rows = tx
      .select({ date: sql<CivilDate>`json_extract(${rulebookFacts.body}, '$.date')` })
      .from(rulebookFacts)
      .where(and(eq(rulebookFacts.editionId, editionId), eq(rulebookFacts.tableName, "holidays")))
      .all();
    const days = new Set(rows.map(({ date }) => date));
    read.set(editionId, days);
    return days;
  };
}
