/**
 * 見本のデータと引き継ぐデータをまとめて入れる口。手続を通らないので、ポータルの画面からは決して呼ばない
 * （npm run seed と npm run hand-over:import だけ）。
 * 番号は系列ごとにまとめて引き、監査には束ごとに一行を残す。
 */
import { eq, max } from "drizzle-orm";
import type { Database, Transaction } from "../client.ts";
import { applicationListings, numberSeries } from "../schema/index.ts";
import type { ActorStamp, AuditDraft } from "../write-plan.ts";
import { appendAudit } from "./append-audit.ts";
import { count } from "./keep-listings.ts";
import { listingInsert, type PackedRows } from "./pack-rows.ts";

/** 系列の番号の続き。first から total 個。 */
export type NumberRun = { readonly series: string; readonly first: number; readonly total: number };

export type BulkLoad = {
  readonly actor: ActorStamp;
  readonly at: string;
  readonly requestId: string;
  readonly audit: AuditDraft;
  /** 行に書いた番号。 */
  readonly numbers: readonly NumberRun[];
  readonly rows: PackedRows;
  /** 同じ取引で、行の後に書くもの。 */
  readonly also?: (tx: Transaction) => void;
};

/** 系列の、最後に引いた番号。まだなら 0。 */
export const lastNumber = ({ reader }: Pick<Database, "reader">, series: string): number =>
  reader.select().from(numberSeries).where(eq(numberSeries.series, series)).get()?.last ?? 0;

/**
 * 一つの取引で全部入れるか、全く入れない。
 * 利用者・役割・会社は、もうあればそのままにする。番号を先に引いた人がいれば、投げて何も入れない。
 */
export function bulkLoad(database: Database, load: BulkLoad): void {
  database.transact((tx) => {
    for (const run of load.numbers) takeNumbers(tx, run);
    for (const { insert, rows } of load.rows.tables) {
      const statement = database.raw.prepare(insert);
      for (const row of rows) statement.run(row);
    }
    insertListings(database, tx, load.rows);
    load.also?.(tx);
    appendAudit(tx, load, [load.audit]);
  });
}

function takeNumbers(tx: Transaction, { series, first, total }: NumberRun): void {
  if (lastNumber({ reader: tx }, series) !== first - 1)
    throw new Error(`番号の系列 ${series} が、見本を作る間に進みました。もう一度行ってください。`);
  const last = first + total - 1;
  tx.insert(numberSeries)
    .values({ series, last })
    .onConflictDoUpdate({ target: numberSeries.series, set: { last } })
    .run();
}

/** 一覧の行、件数、検索の索引。届いた順に番号が付く。 */
function insertListings(database: Database, tx: Transaction, { listings, counts }: PackedRows): void {
  const listing = database.raw.prepare(listingInsert);
  const search = database.raw.prepare("insert into application_search (rowid, grams) values (?, ?)");
  let number =
    tx
      .select({ last: max(applicationListings.number) })
      .from(applicationListings)
      .get()?.last ?? 0;
  for (const { values, grams } of listings) {
    number += 1;
    listing.run(number, ...values);
    search.run(BigInt(number), grams);
  }
  for (const { total, ...place } of counts) count(tx, place, total);
}

/** まとめて入れた後に一度だけ行う整え。統計を取り、検索の索引を一つにまとめる。 */
export function settleBulkLoad(database: Database): void {
  database.raw.exec("insert into application_search (application_search) values ('optimize')");
  database.raw.pragma("optimize = 0x10002");
  database.raw.pragma("wal_checkpoint(TRUNCATE)");
}
