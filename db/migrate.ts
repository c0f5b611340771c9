/** 移行。外部キーを外して行い、何かを移したら終わりに検査する（大きなデータでは、検査に十秒を超えて掛かる）。 */
import { fileURLToPath } from "node:url";
import BetterSqlite3 from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** ソースから動くときの移行の置き場。 */
export const sourceMigrations = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * @param file データベースのファイル
 * @param folder 移行の SQL の置き場
 */
export function migrateDatabase(file: string, folder: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new BetterSqlite3(file);
  try {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = OFF");
    const before = migrationsDone(connection);
    migrate(drizzle(connection), { migrationsFolder: folder });
    if (migrationsDone(connection) === before) return;
    const broken = connection.pragma("foreign_key_check") as readonly unknown[];
    if (broken.length > 0) throw new Error(`移行の後に外部キーが ${broken.length} 件壊れています。`);
  } finally {
    connection.close();
  }
}

/** 済んだ移行の数。まだ一つも無ければ 0。 */
function migrationsDone(connection: BetterSqlite3.Database): number {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (table === undefined) return 0;
  return Number(connection.prepare("select count(*) from __drizzle_migrations").pluck().get());
}
