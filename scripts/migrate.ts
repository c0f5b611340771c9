/** `npm run migrate`: データベースを最新の形にする。起動のときに自動で行うのと同じこと。 */
import { databaseFile } from "#app/services.server.ts";
import { migrateDatabase, sourceMigrations } from "#db/migrate.ts";
import { commandConfig, runCommand, say } from "./command.ts";

await runCommand(async () => {
  const file = databaseFile(commandConfig().dataDir);
  migrateDatabase(file, sourceMigrations);
  say(`データベース ${file} は最新の形です。`);
});
