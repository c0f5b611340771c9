/** npm の物を揃える。package-lock.json と同じ物が入っていれば何もせず、通信もしない。 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { findCommand, inProject, pathOutsideProject, PINNED_NODE } from "./project.mjs";
import { run, seconds } from "./run.mjs";

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
};

/**
 * 入っている物（npm が導入の最後に書く控え）が package-lock.json と違う点。同じなら null。
 * この機械向けでない optional の物は入っていなくてよい。
 */
const installDifference = () => {
  const wanted = readPackages(inProject("package-lock.json"));
  if (wanted === null) return "package-lock.json が読めません";
  const present = readPackages(inProject("node_modules", ".package-lock.json"));
  if (present === null) return "まだ導入されていません";
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === "") continue;
    const installed = present[name];
    if (installed === undefined) {
      if (entry.optional || entry.devOptional || entry.peer) continue;
      return `${name} がありません`;
    }
    if (installed.version !== entry.version || installed.integrity !== entry.integrity)
      return `${name} の版が違います`;
  }
  for (const name of Object.keys(present)) {
    if (!(name in wanted) && !isInsideInstalled(name, wanted))
      return `${name} は package-lock.json にありません`;
  }
  return existsSync(PINNED_NODE) ? null : "固定した Node がありません";
};

/** `node` の導入の後処理が自分の下に置く物は、控えに載っても package-lock.json には無い。 */
const isInsideInstalled = (name, wanted) => {
  const owner = name.slice(0, name.lastIndexOf("/node_modules/"));
  return owner !== "" && owner !== name && wanted[owner]?.hasInstallScript === true;
};

/** npm を、プロジェクトの外の Node で動かす命令。 */
const npmCommand = () => {
  const node = [process.env.npm_node_execpath, process.execPath, findCommand("node")].find(
    (file) =>
      file && existsSync(file) && !path.resolve(file).startsWith(inProject("node_modules") + path.sep),
  );
  const cli = process.env.npm_execpath;
  if (node !== undefined && cli?.endsWith(".js") && existsSync(cli)) return { command: node, prefix: [cli] };
  return { command: "npm", prefix: [] };
};

/**
 * 足りなければ `npm ci` する。
 * @returns {Promise<string | null>} 失敗の理由。揃っていれば null。
 */
export const ensureInstalled = async () => {
  const difference = installDifference();
  if (difference === null) return null;
  console.log(`必要なソフトウェアを導入します（${difference}）。数十秒かかります。`);
  const started = Date.now();
  const { command, prefix } = npmCommand();
  const { code } = await run(
    command,
    [...prefix, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    { env: { ...process.env, PATH: pathOutsideProject().join(path.delimiter) }, heartbeat: "導入しています" },
  );
  if (code !== 0)
    return `npm ci が失敗しました（終了コード ${code}）。通信とディスクの空きを確かめてください。`;
  const left = installDifference();
  if (left !== null) return `npm ci の後も揃っていません: ${left}`;
  console.log(`導入が済みました（${seconds(Date.now() - started)}）。`);
  return null;
};
