/**
 * データベースへの接続。書込みは一本、読取りは別の接続。
 * synchronous=FULL は約束: 受け付けたと答えた書込みは電源が落ちても残る。
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema/index.ts";
import { reuseStatements } from "./statement-cache.ts";

export type Connection = BetterSQLite3Database<typeof schema>;
export type Transaction = Parameters<Parameters<Connection["transaction"]>[0]>[0];

export type Database = {
  /** 読取り専用の接続。 */
  readonly reader: Connection;
  /** 一つの短い取引として書く。work の中で待つことはできない。 */
  transact<T>(work: (tx: Transaction) => T): T;
  /**
   * 電源が落ちたときに直前の分が失われてもよい物だけを書く（占有、最後に使った時刻）。
   * 受け付けたと答える物には使わない。ディスクを待たない代わりに、次の transact までは約束にならない。
   */
  transactTransient<T>(work: (tx: Transaction) => T): T;
  /** ある瞬間の姿を読み続ける接続。長い読取りのために開き、必ず閉じる。二度閉じてもよい。 */
  openSnapshot(): { readonly reader: Connection; close(): void };
  /** 生存確認と保守のための素の接続。 */
  readonly raw: BetterSqlite3.Database;
  close(): void;
};

/** 書込みの後に、ディスクに残るまで待つか。 */
type Durability = "readonly" | "durable" | "transient";

function connect(file: string, durability: Durability): BetterSqlite3.Database {
  const readonly = durability === "readonly";
  const connection = new BetterSqlite3(file, { readonly, timeout: 10_000 });
  connection.pragma("foreign_keys = ON");
  // これがないと、INSERT OR REPLACE が追記だけの表の番人（DELETE の trigger）を起こさない。
  connection.pragma("recursive_triggers = ON");
  connection.pragma("busy_timeout = 10000");
  connection.pragma("cache_size = -65536");
  connection.pragma("temp_store = MEMORY");
  if (durability === "durable") {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    if (connection.pragma("synchronous", { simple: true }) !== 2)
      throw new Error("synchronous=FULL にできません。書込みの保証ができないため起動しません。");
  }
  if (durability === "transient") connection.pragma("synchronous = NORMAL");
  reuseStatements(connection);
  return connection;
}

/**
 * @param file データベースのファイル。無ければ作る
 */
export function openDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writing = connect(file, "durable");
  const passing = connect(file, "transient");
  const reading = connect(file, "readonly");
  const writer = drizzle(writing, { schema });
  const transientWriter = drizzle(passing, { schema });
  const reader = drizzle(reading, { schema });
  return {
    reader,
    transact: (work) => writer.transaction(work, { behavior: "immediate" }),
    transactTransient: (work) => transientWriter.transaction(work, { behavior: "immediate" }),
    openSnapshot() {
      const connection = connect(file, "readonly");
      connection.exec("begin");
      return { reader: drizzle(connection, { schema }), close: () => void connection.close() };
    },
    raw: writing,
    close() {
      reading.close();
      passing.close();
      writing.close();
    },
  };
}
