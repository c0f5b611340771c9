/** 移行。外部キーを外して行い、終わりに検査する。 */
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
    migrate(drizzle(connection), { migrationsFolder: folder });
    const broken = connection.pragma("foreign_key_check") as readonly unknown[];
    if (broken.length > 0) throw new Error(`移行の後に外部キーが ${broken.length} 件壊れています。`);
  } finally {
    connection.close();
  }
}
