/**
 * `npm start`: 何も入っていない機械でも、この一つの命令で見本が動く。
 *
 * 足りない物を導入し、内容が変わっていれば組み立て、固定した Node で build/server.js に引き継ぐ。
 * 移行、rulebook の取り込み、見本の投入、住所とログインの案内は server.ts が行う。
 *
 * 見本として動かす: NODE_ENV は production、DEMO は 1 が既定。自分で決めた値があればそれに従う（本番は DEMO=0）。
 * PORT（既定はサーバーが決める）と DATA_DIR（既定は var/）はそのまま渡す。
 *
 * 導入の前に動くので、Node の組み込みだけを使う。
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ensureBuilt } from "./setup/build.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { inProject, PINNED_NODE, pinnedEnv, ROOT, tooOldNode } from "./setup/project.mjs";

const SAME_SIGNAL_MS = 300;

const serve = () => {
  const env = pinnedEnv({ NODE_ENV: process.env.NODE_ENV ?? "production", DEMO: process.env.DEMO ?? "1" });
  // 別の一族にして、端末の Ctrl-C が直接届かないようにする。二度届くと、後始末を待たずに止まる。
  const server = spawn(PINNED_NODE, ["--enable-source-maps", inProject("build", "server.js")], {
    cwd: ROOT,
    env,
    stdio: "inherit",
    detached: true,
  });
  const last = {};
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - (last[signal] ?? 0) < SAME_SIGNAL_MS) return;
      last[signal] = now;
      server.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    });
  }
  // npm だけが強制終了された時に、サーバーを置き去りにしない。
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === "start") {
    setInterval(() => process.ppid !== parent && server.kill("SIGTERM"), 1000).unref();
  }
  server.on("error", (error) => {
    console.error(`サーバーを始められません: ${error.message}`);
    process.exit(1);
  });
  server.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
};

const failure = tooOldNode() ?? (await ensureInstalled()) ?? (await ensureBuilt());
if (failure !== null) {
  console.error(failure);
  process.exit(1);
}
serve();
