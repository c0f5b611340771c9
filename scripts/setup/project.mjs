/**
 * 導入前に動く scripts が共に使う、場所と実行環境。
 * この下のファイルは Node の組み込みだけを使い、Node 20.19 でも動くこと（npm の物はまだ無いかもしれない）。
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** プロジェクトの根からの相対の場所を、実際の場所にする。 */
export const inProject = (...parts) => path.join(ROOT, ...parts);

const BIN = inProject("node_modules", ".bin");

/** 固定した Node（npm の `node`）の実行ファイル。 */
export const PINNED_NODE = path.join(BIN, "node");

/** 固定した Node と道具が最初に見つかる環境変数。 */
export const pinnedEnv = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [BIN, ...pathOutsideProject()].join(path.delimiter),
});

/** node_modules/.bin を除いた PATH。導入し直す間は固定した Node が消えるので、機械の Node を使うため。 */
export const pathOutsideProject = () =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((dir) => dir !== "" && !dir.split(path.sep).includes("node_modules"));

/** PATH（プロジェクトの外）から命令を探す。無ければ null。 */
export const findCommand = (name) =>
  pathOutsideProject()
    .map((dir) => path.join(dir, name))
    .find((file) => existsSync(file)) ?? null;

/** package.json の scripts の一行。 */
export const packageScript = (name) => {
  const line = JSON.parse(readFileSync(inProject("package.json"), "utf8")).scripts[name];
  if (line === undefined) throw new Error(`package.json の scripts に ${name} がありません。`);
  return line;
};

/** 機械の Node が古すぎれば、理由の一行。足りていれば null。 */
export const tooOldNode = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? null
    : `Node.js 20.19 以上が必要です（この機械は ${version}）。https://nodejs.org/ から新しい版を入れてください。`;
};
