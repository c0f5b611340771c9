/** 一覧の番号を順に引く文。並べ順の鍵でページを送る。 */
import { and, type SQL, sql } from "drizzle-orm";
import type { ListSort } from "#app/domain/worklist/list-columns.ts";
import type { Connection } from "../client.ts";
import { applicationListings } from "../schema/index.ts";
import { conditionsOf, type ListingFilter } from "./listing-filter.ts";
import { searchExpression } from "./search-expression.ts";

export type ListingOrder = { readonly sort: ListSort; readonly direction: "asc" | "desc" };

/** ページの境目。並べ替えの列の値と、届いた順の番号。 */
export type ListingKey = { readonly value: string; readonly number: number };

const t = applicationListings;

const sortColumns = {
  company: t.companyOrder,
  started: t.startedOn,
  due: t.dueOn,
  updated: t.updatedAt,
} as const;

/** 全部の局の一覧を、その順にたどる索引。 */
const sortIndexes = {
  company: sql`application_listings_company`,
  started: sql`application_listings_started`,
  due: sql`application_listings_due`,
  updated: sql`application_listings_updated`,
} as const;

/** 経過日数は、古い日から数えるほど多い。 */
const columnDirection = ({ sort, direction }: ListingOrder): "asc" | "desc" =>
  sort === "started" ? (direction === "asc" ? "desc" : "asc") : direction;

/** 検索では、索引を届いた順にたどりながら一覧の行を引く。 */
export const source = ({ words }: ListingFilter): SQL =>
  words.length === 0
    ? sql`application_listings`
    : sql`application_search cross join application_listings on application_listings.number = application_search.rowid`;

const numberOf = ({ words }: ListingFilter): SQL =>
  words.length === 0 ? sql`application_listings.number` : sql`application_search.rowid`;

function afterKey(filter: ListingFilter, order: ListingOrder, key: ListingKey | null): SQL | undefined {
  if (key === null) return undefined;
  const number = numberOf(filter);
  const further = columnDirection(order) === "asc" ? sql`>` : sql`<`;
  if (order.sort === "filed") return sql`${number} ${further} ${key.number}`;
  return sql`(${sortColumns[order.sort]}, ${t.number}) ${further} (${key.value}, ${key.number})`;
}

/**
 * 検索の読み方。gather は、当たる申請を全部引いてから並べ替える。walk は、並べ順の索引をたどりながら、
 * 一件ずつ当たるかを検索の索引に尋ね、一頁で止まる。どちらの答えも同じ。
 */
export type SearchReading = "gather" | "walk";

/** これより多く当たる言葉は、並べ順にたどる方が速い。 */
const COMMON = 20_000;

/** 全部の局から、ありふれた言葉だけで探すか。局や条件で絞った検索は、当たる申請が少ない。 */
export function isCommonSearch(reader: Connection, filter: ListingFilter, order: ListingOrder): boolean {
  if (filter.words.length === 0 || filter.offices !== null || order.sort === "filed") return false;
  const narrowed = conditionsOf({ ...filter, words: [], statuses: [] });
  if (narrowed.some((condition) => condition !== undefined)) return false;
  const matched = sql`select 1 from application_search where application_search match ${searchExpression(filter.words, null)} limit ${COMMON + 1}`;
  const counted = reader.get<{ readonly total: number }>(sql`select count(*) as total from (${matched})`);
  return (counted?.total ?? 0) > COMMON;
}

/** その条件の一覧の番号を、順に引く文。 */
export function listingNumbers(
  filter: ListingFilter,
  order: ListingOrder,
  page: { readonly after: ListingKey | null; readonly limit: number | null },
  reading: SearchReading = "gather",
): SQL {
  const limit = page.limit === null ? sql`` : sql` limit ${page.limit}`;
  const direction = columnDirection(order) === "asc" ? sql`asc` : sql`desc`;
  if (order.sort === "filed") {
    const where = and(...conditionsOf(filter), afterKey(filter, order, page.after)) ?? sql`true`;
    return sql`select application_listings.number as number from ${source(filter)} where ${where} order by ${numberOf(filter)} ${direction}${limit}`;
  }
  const walk = reading === "walk" && filter.words.length > 0;
  const conditions = walk
    ? [...conditionsOf({ ...filter, words: [] }), matches(filter)]
    : conditionsOf(filter);
  const from = walk ? sql`application_listings indexed by ${sortIndexes[order.sort]}` : source(filter);
  const where = and(...conditions, afterKey(filter, order, page.after)) ?? sql`true`;
  return sql`select application_listings.number as number from ${from} where ${where} order by ${sortColumns[order.sort]} ${direction}, ${t.number} ${direction}${limit}`;
}

/** たどっている一件が、検索の言葉に当たるか。 */
const matches = ({ words, offices }: ListingFilter): SQL =>
  sql`(select 1 from application_search where application_search match ${searchExpression(words, offices)} and application_search.rowid = application_listings.number) = 1`;
