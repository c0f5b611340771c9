/** 計るポータル。本番の組み上がりを、別の process として立ち上げる。 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CommandRefusal } from "../command.ts";

export type PortalProcess = {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
};

const server = join(import.meta.dirname, "../../build/server.js");
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

export function requireBuild(): void {
  if (!existsSync(server))
    throw new CommandRefusal("build/server.js がありません。先に npm run build で組み立ててください。");
}

/**
 * @param dataDir 用意の済んだデータの置き場
 */
export async function startPortalProcess(dataDir: string): Promise<PortalProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", server], {
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      DEMO: "1",
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // 計る側が途中で終わっても、ポータルを残さない。
  const killNow = () => child.kill("SIGKILL");
  process.once("exit", killNow);
  try {
    const origin = await announcedOrigin(child);
    return { origin, pid: child.pid ?? 0, stop: () => stopped(child, killNow) };
  } catch (error) {
    killNow();
    throw error;
  }
}

function announcedOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error("ポータルが立ち上がりません。")), START_LIMIT_MS);
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString("utf8");
      const origin = /http:\/\/localhost:\d+/u.exec(said)?.[0];
      if (origin === undefined) return;
      clearTimeout(limit);
      resolve(origin);
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`ポータルが終わりました（終了コード ${code ?? "なし"}）。`)),
    );
  });
}

function stopped(child: ChildProcess, killNow: () => void): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(limit);
      process.off("exit", killNow);
      resolve();
    };
    const limit = setTimeout(killNow, STOP_LIMIT_MS);
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    child.once("exit", done);
    child.kill("SIGTERM");
  });
}
