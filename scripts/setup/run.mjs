/** 子プロセスの実行。信号を子の一族に伝え、長い仕事の間は黙らない。 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./project.mjs";

/** 同じ信号が端末と npm の両方から届くので、この間の二度目は伝えない（二度の信号は「待たずに止まれ」になるため）。 */
const SAME_SIGNAL_MS = 300;

/**
 * 命令を走らせ、終わりまで待つ。
 * @param {string} command 実行ファイル。`args` が無ければシェルの一行。
 * @param {readonly string[] | null} args
 * @param {{ env: NodeJS.ProcessEnv, heartbeat?: string, timeoutMs?: number, quiet?: boolean }} options
 *   heartbeat: 10 秒ごとに経過を添えて出す言葉。timeoutMs: これを過ぎたら止める。quiet: 出力を捨てる。
 * @returns {Promise<{ code: number, timedOut: boolean }>} code はシェルの流儀（信号で終われば 128 + 番号）。
 *   信号を受けた時は、子の後始末を待ってから自分も終わる。
 */
export const run = (command, args, { env, heartbeat, timeoutMs, quiet = false }) =>
  new Promise((resolve) => {
    const output = quiet ? "ignore" : "inherit";
    const child = spawn(command, args ?? [], {
      cwd: ROOT,
      env,
      shell: args === null,
      stdio: ["ignore", output, output],
      detached: true,
    });
    const started = Date.now();
    let timedOut = false;
    let interrupted = false;
    const kill = (signal) => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // もう終わっている。
      }
    };
    const last = {};
    const forward = (signal) => {
      interrupted = true;
      const now = Date.now();
      if (now - (last[signal] ?? 0) < SAME_SIGNAL_MS) return;
      last[signal] = now;
      kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, forward);
    const beat =
      heartbeat === undefined
        ? undefined
        : setInterval(() => console.log(`  … ${heartbeat}（${seconds(Date.now() - started)}）`), 10_000);
    const limit =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            kill("SIGKILL");
          }, timeoutMs);
    const finish = (code) => {
      clearInterval(beat);
      clearTimeout(limit);
      for (const signal of signals) process.off(signal, forward);
      if (interrupted) process.exit(code === 0 ? 130 : code);
      resolve({ code, timedOut });
    };
    child.on("error", (error) => {
      console.error(`  ${command} を実行できません: ${error.message}`);
      finish(127);
    });
    child.on("exit", (code, signal) => finish(code ?? 128 + (constants.signals[signal] ?? 0)));
  });

/** ミリ秒を「1.2 秒」「2 分 5 秒」に。 */
export const seconds = (ms) =>
  ms < 60_000
    ? `${(ms / 1000).toFixed(1)} 秒`
    : `${Math.floor(ms / 60_000)} 分 ${Math.round((ms % 60_000) / 1000)} 秒`;
