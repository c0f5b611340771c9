/**
 * 本物のデータベース、規則集、部品で組み立てたポータルの中身（HTTP の待ち受けだけがない）。
 * 移行と規則集の取込みは過程ごとに一度だけ行い、呼ぶたびにその写しを使う。
 */
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { AppLoadContext } from "@remix-run/node";
import type { Clock } from "#app/adapters/clock/clock-port.ts";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { readConfig } from "#app/config.server.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { createServices, databaseFile, type Services } from "#app/services.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { importRulebook } from "#app/usecases/rulebook/import-rulebook.server.ts";
import { migrateDatabase, sourceMigrations } from "#db/migrate.ts";
import { createTestClock } from "./test-clock.ts";

export const testOrigin = "http://localhost:3000";
/** 時計を渡さないときの今。東京では 2026-12-01 の 10 時。 */
const testNow = "2026-12-01T01:00:00.000Z";

export type TestServices = {
  readonly services: Services;
  /** この組に属するデータの置き場。close で消える。 */
  readonly dataDir: string;
  /** use case に渡す道具。 */
  context(actor: Actor): UseCaseContext;
  /** loader / action に渡す道具。 */
  readonly loadContext: AppLoadContext;
  close(): Promise<void>;
};

/** どの組のデータベースか。 */
const started = new WeakMap<Services["database"], Services>();

/** 自分で立ち上げたポータルの道具を、context から引けるようにする。 */
export function rememberServices(services: Services): void {
  started.set(services.database, services);
}

/** その context の組の道具。 */
export function servicesOf(context: UseCaseContext): Services {
  const services = started.get(context.database);
  if (services === undefined) throw new Error("rememberServices で覚えた組ではありません。");
  return services;
}

/**
 * @param options.environment 設定に足す環境変数（検査の道具の場所など）
 * @param options.editionWorker 規則集の版の働き手のファイル。省けば同じ糸の中で計算する
 */
export async function startTestServices(
  options: {
    readonly clock?: Clock;
    readonly environment?: Readonly<Record<string, string>>;
    readonly editionWorker?: string;
  } = {},
): Promise<TestServices> {
  const original = await templateDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "portal-test-"));
  await mkdir(dirname(databaseFile(dataDir)), { recursive: true });
  await copyFile(original, databaseFile(dataDir));
  const clock = options.clock ?? createTestClock(testNow);
  const services = servicesIn(dataDir, clock, options.environment, options.editionWorker);
  rememberServices(services);
  return {
    services,
    dataDir,
    context: (actor) => contextFor(services, actor, "test-request"),
    loadContext: {
      requestId: "test-request",
      cspNonce: "test-nonce",
      clientAddress: "192.0.2.1",
      tools: services,
    },
    async close() {
      await services.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const servicesIn = (
  dataDir: string,
  clock: Clock,
  environment: Readonly<Record<string, string>> = {},
  editionWorker: string | null = null,
): Services =>
  createServices(
    readConfig({
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
      COMPANY_DIRECTORY: "off",
      ...environment,
    }),
    {
      origin: testOrigin,
      pdfWorker: null,
      editionWorker,
      clock,
    },
  );

let template: Promise<string> | undefined;

/** 移行と規則集の取込みが済んだデータベースのファイル。 */
const templateDatabase = (): Promise<string> => (template ??= buildTemplate());

async function buildTemplate(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-template-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  migrateDatabase(databaseFile(dataDir), sourceMigrations);
  const services = servicesIn(dataDir, createTestClock(testNow));
  const read = await loadRulebookFolder(join(import.meta.dirname, "../../db/rulebook"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const context = contextFor(services, { kind: "system", job: "setup" }, "setup");
  const imported = importRulebook(context, read.value.parsed);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  await services.close();
  return databaseFile(dataDir);
}
