/** ポータルのデータベースの表を、全部の引継ぎのために端から読む。 */
import { asc, getTableColumns, getTableName, gt, is, sql, Table } from "drizzle-orm";
import type { Connection } from "../client.ts";
import * as schema from "../schema/index.ts";

/** 引き継がない表と、その理由。 */
export const leftOutTables: Readonly<Record<string, string>> = {
  sessions: "ログインの最中だけの物",
  login_attempts: "ログインの最中だけの物",
  kept_forms: "ログインし直す間だけ預かる物",
  api_tokens: "連携先の札。引継ぎ先で出し直す",
  intents: "同じ操作の二度目に答えるための控え",
  outbox: "これから行う仕事。済んだことは、それぞれの表にある",
  uploads: "送っている途中のファイル",
  confirmation_uploads: "送っている途中のファイル",
  request_buckets: "窓口の回数の数え",
  section_leases: "編集の最中の印",
  review_leases: "審査の最中の印",
  application_listings: "ほかの表から作り直せる一覧",
  listing_counts: "ほかの表から作り直せる件数",
  unread_threads: "ほかの表から作り直せる未読の印",
  list_exports: "一時の書出しのファイル",
  edition_replays: "版の試しの計算",
  replayed_plans: "版の試しの計算",
};

/** 引き継がない列（表の名前.欄の名前）。連携先の秘密の値で、引継ぎ先で出し直す。 */
const leftOutColumns: ReadonlySet<string> = new Set(["api_clients.secretHash", "api_clients.webhookSecret"]);

export type PortalTable = { readonly name: string; readonly columns: readonly string[] };

const exported: readonly unknown[] = Object.values(schema);
const tables = exported.filter((value): value is Table => is(value, Table));

const columnsOf = (table: Table): readonly string[] => {
  const name = getTableName(table);
  return Object.keys(getTableColumns(table)).filter((column) => !leftOutColumns.has(`${name}.${column}`));
};

/** 引き継ぐ表。名前の順。 */
export const portalTables: readonly PortalTable[] = tables
  .filter((table) => !Object.hasOwn(leftOutTables, getTableName(table)))
  .map((table) => ({ name: getTableName(table), columns: columnsOf(table) }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** 入れた順に、束で読む。 */
export function* portalRows(
  reader: Pick<Connection, "select">,
  name: string,
  limit: number,
): Generator<readonly Readonly<Record<string, unknown>>[]> {
  const table = tables.find((one) => getTableName(one) === name);
  if (table === undefined) return;
  const kept = new Set(columnsOf(table));
  const columns = Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(([column]) => kept.has(column)),
  );
  const place = sql<number>`${table}.rowid`;
  for (let last = 0; ;) {
    const rows = reader
      .select({ place, row: columns })
      .from(table)
      .where(gt(place, last))
      .orderBy(asc(place))
      .limit(limit)
      .all() as readonly { readonly place: number; readonly row: Readonly<Record<string, unknown>> }[];
    if (rows.length === 0) return;
    last = rows.at(-1)?.place ?? last;
    yield rows.map(({ row }) => row);
  }
}
