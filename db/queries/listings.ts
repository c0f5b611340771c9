/** 審査の一覧の読み出し。どの並べ順も鍵でページを送る。見てよい局を必ず条件に入れる。 */
import { and, inArray, or, sql } from "drizzle-orm";
import { type ListedStatus, type ListGroup, type ListSort } from "#app/domain/worklist/list-columns.ts";
import type { Connection } from "../client.ts";
import { applicationListings, listingCounts } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";
import { conditionsOf, type ListingFilter } from "./listing-filter.ts";
import {
  isCommonSearch,
  type ListingKey,
  listingNumbers,
  type ListingOrder,
  source,
} from "./listing-numbers.ts";

export type ListingRow = typeof applicationListings.$inferSelect;

const t = applicationListings;

const groupColumns = {
  status: t.status,
  office: t.officeCode,
  ministry: t.ministry,
  prefecture: t.prefecture,
  guideline: t.guidelineId,
  assignee: t.assigneeId,
} as const satisfies Record<ListGroup, unknown>;

const byNumbers = preparedOnce((reader: Connection) =>
  reader
    .select()
    .from(t)
    .where(sql`${t.number} in (select value from json_each(${sql.placeholder("numbers")}))`)
    .prepare(),
);

/** 番号の順に並べた一覧の行。 */
function listingsByNumber(reader: Connection, numbers: readonly number[]): readonly ListingRow[] {
  if (numbers.length === 0) return [];
  const rows = byNumbers(reader).all({ numbers: JSON.stringify(numbers) });
  const found = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => found.get(number) ?? []);
}

export function listingPage(
  reader: Connection,
  filter: ListingFilter,
  order: ListingOrder,
  page: { readonly after: ListingKey | null; readonly limit: number },
): readonly ListingRow[] {
  const reading = isCommonSearch(reader, filter, order) ? "walk" : "gather";
  const keys = reader.all<{ readonly number: number }>(listingNumbers(filter, order, page, reading));
  return listingsByNumber(reader, keys.map(({ number }) => number)); // prettier-ignore
}

/** 一覧の全部の行を、size 行ずつ。検索は索引を一度だけたどり、ほかは鍵で送る。 */
export function* listingChunks(
  reader: Connection,
  filter: ListingFilter,
  order: ListingOrder,
  size: number,
): Generator<readonly ListingRow[]> {
  if (filter.words.length > 0) {
    const keys = reader.all<{ readonly number: number }>(
      listingNumbers(filter, order, { after: null, limit: null }),
    );
    for (let from = 0; from < keys.length; from += size)
      yield listingsByNumber(
        reader,
        keys.slice(from, from + size).map(({ number }) => number),
      );
    return;
  }
  let after: ListingKey | null = null;
  while (true) {
    const rows: readonly ListingRow[] = listingPage(reader, filter, order, { after, limit: size });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = keyOf(last, order);
  }
}

/** 行の、並べ替えの鍵。届いた順は番号だけで並ぶ。 */
const sortValues = {
  filed: () => "",
  company: (row) => row.companyOrder,
  started: (row) => row.startedOn,
  due: (row) => row.dueOn,
  updated: (row) => row.updatedAt,
} as const satisfies Record<ListSort, (row: ListingRow) => string>;

export const keyOf = (row: ListingRow, { sort }: ListingOrder): ListingKey => ({
  number: row.number,
  value: sortValues[sort](row),
});

/** 件数を cap まで数える。cap を超えたら cap + 1。 */
export function countListings(reader: Connection, filter: ListingFilter, cap: number | null): number {
  const where = and(...conditionsOf(filter)) ?? sql`true`;
  const limit = cap === null ? sql`` : sql` limit ${cap + 1}`;
  const counted = reader.get<{ readonly total: number }>(
    sql`select count(*) as total from (select 1 from ${source(filter)} where ${where}${limit})`,
  );
  return counted?.total ?? 0;
}

/**
 * どれかの条件に当たる申請の数。同じ申請は一度だけ数える。検索の言葉のある条件は渡せない。
 * @param within どの条件にも共通の、索引で絞れる条件
 */
export function countAnyListings(
  reader: Connection,
  within: ListingFilter,
  filters: readonly ListingFilter[],
  cap: number,
): number {
  const any = and(
    ...conditionsOf(within),
    or(...filters.map((one) => and(...conditionsOf(one)))) ?? sql`false`,
  );
  return (
    reader.get<{ readonly total: number }>(
      sql`select count(*) as total from (select 1 from application_listings where ${any} limit ${cap})`,
    )?.total ?? 0
  );
}

/** 局と状態のほかに条件のない一覧の、状態ごとの件数。数えてある表を読む。 */
export function statusCounts(
  reader: Connection,
  offices: readonly string[] | null,
): ReadonlyMap<ListedStatus, number> {
  const rows = reader
    .select({ status: listingCounts.status, total: sql<number>`sum(${listingCounts.total})` })
    .from(listingCounts)
    .where(offices === null ? undefined : inArray(listingCounts.officeCode, [...offices]))
    .groupBy(listingCounts.status)
    .all();
  return new Map(rows.map(({ status, total }) => [status, total]));
}

/** まとめた件数。多い順。 */
export function groupedCounts(
  reader: Connection,
  filter: ListingFilter,
  group: ListGroup,
): readonly { readonly value: string; readonly total: number }[] {
  const where = and(...conditionsOf(filter)) ?? sql`true`;
  return reader.all(
    sql`select ${groupColumns[group]} as value, count(*) as total from ${source(filter)} where ${where} group by 1 order by 2 desc, 1 limit 60`,
  );
}
