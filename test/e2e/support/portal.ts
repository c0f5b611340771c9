/**
 * 組み上がったポータルを、試験のために一つ立ち上げる。部品はすべて本物で、違うのは時計と、データの置き場だけ。
 * 本人確認は模擬の発行者、メールは .eml として残る。
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { readConfig } from "#app/config.server.ts";
import { startPortal } from "#app/portal.server.ts";
import type { Services } from "#app/services.server.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

/** 東京の 2026-12-01 の 10 時。例の計画は、この頃に申請することを考えて書かれている。 */
const filingDay = "2026-12-01T01:00:00.000Z";

export type RunningPortal = {
  readonly origin: string;
  readonly services: Services;
  readonly clock: TestClock;
  /** メールと認定通知書など、後の仕事が済むまで待つ。 */
  workDone(): Promise<void>;
  /** 同じアドレスとデータのまま、止めて、また立ち上げる。 */
  restart(whileDown: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

const inProject = (...path: string[]): string => join(import.meta.dirname, "../../..", ...path);

function builtFile(...path: string[]): string {
  const file = inProject("build", ...path);
  if (!existsSync(file))
    throw new Error(`build/${path.join("/")} がありません。先に npm run build で組み立ててください。`);
  return file;
}

/**
 * @param prepare 待ち受けを始める前に入れておくデータ
 */
export async function startTestPortal(
  prepare?: (services: Services) => Promise<void>,
): Promise<RunningPortal> {
  const serverBuild = pathToFileURL(builtFile("server", "index.js")).href;
  const paths = {
    migrations: inProject("db/migrations"),
    rulebook: inProject("db/rulebook"),
    client: builtFile("client"),
    pdfWorker: builtFile("pdf-worker.js"),
    editionWorker: builtFile("edition-worker.js"),
  };
  const dataDir = await mkdtemp(join(tmpdir(), "portal-e2e-"));
  const clock = createTestClock(filingDay);
  const startOn = (port: string): ReturnType<typeof startPortal> => {
    const config = readConfig({
      NODE_ENV: "production",
      DEMO: "1",
      PORT: port,
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
    });
    return startPortal(config, paths, {
      loadBuild: () => import(/* @vite-ignore */ serverBuild) as Promise<ServerBuild>,
      clock,
      ...(prepare === undefined ? {} : { prepare }),
    });
  };
  let portal = await startOn("0");
  return {
    origin: portal.origin,
    get services() {
      return portal.services;
    },
    clock,
    workDone: () => portal.worker.drain(),
    async restart(whileDown) {
      await portal.close();
      await whileDown();
      portal = await startOn(new URL(portal.origin).port);
    },
    async stop() {
      await portal.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
