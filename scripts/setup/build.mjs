/** 本番用の組み立て。package.json の `build` をそのまま走らせる。 */
import { clearStamp, isBuilt, sourceHash, writeStamp } from "./build-stamp.mjs";
import { packageScript, pinnedEnv } from "./project.mjs";
import { run, seconds } from "./run.mjs";

/**
 * 組み立てる。
 * @returns {Promise<string | null>} 失敗の理由。済めば null。
 */
export const build = async (hash = sourceHash()) => {
  clearStamp();
  const { code } = await run(packageScript("build"), null, {
    env: pinnedEnv({ NODE_ENV: "production" }),
    heartbeat: "組み立てています",
  });
  if (code !== 0) return `組み立てが失敗しました（終了コード ${code}）。`;
  // 組み立ての最中に書き換えられた時は、次にもう一度組み立てる。
  writeStamp(hash);
  return null;
};

/** 内容が変わっていれば組み立てる。変わっていなければ何もしない。 */
export const ensureBuilt = async () => {
  const hash = sourceHash();
  if (isBuilt(hash)) return null;
  console.log("画面とサーバーを組み立てます。十数秒かかります。");
  const started = Date.now();
  const failure = await build(hash);
  if (failure === null) console.log(`組み立てが済みました（${seconds(Date.now() - started)}）。`);
  return failure;
};
