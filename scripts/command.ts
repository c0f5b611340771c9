/** 命令（npm run …）の終わり方。断りは日本語の文だけを標準エラーへ出し、終了コード 1 で終わる。 */
import { join } from "node:path";
import { type Config, readConfig } from "#app/config.server.ts";
import { createServices, databaseFile, type Services } from "#app/services.server.ts";
import { migrateDatabase, sourceMigrations } from "#db/migrate.ts";

/** 命令を断る理由。 */
export class CommandRefusal extends Error {
  readonly exitCode: number;
  /** @param exitCode 1 は中身の断り、2 は引数の誤り */
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);

/** 同梱の規則集の置き場。 */
export const sourceRulebook = join(import.meta.dirname, "../db/rulebook");

export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    warn(error.message);
    process.exitCode = error.exitCode;
  }
}

/** 設定を読む。誤りは、どの変数がなぜかを並べて断る。 */
export function commandConfig(): Config {
  try {
    return readConfig();
  } catch (error) {
    throw new CommandRefusal(error instanceof Error ? error.message : String(error));
  }
}

/** 移行を済ませ、ポータルと同じ部品で仕事をし、必ず閉じる。 */
export async function withServices(
  config: Config,
  work: (services: Services) => Promise<void>,
): Promise<void> {
  migrateDatabase(databaseFile(config.dataDir), sourceMigrations);
  const origin = config.origin ?? `http://localhost:${config.port}`;
  const services = createServices(config, { origin, pdfWorker: null, editionWorker: null });
  try {
    await work(services);
  } finally {
    await services.close();
  }
}
