/** build/ がどの内容から作られたかの印。同じ内容なら作り直さない。 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inProject } from "./project.mjs";

const STAMP = inProject("build", ".source-hash");

/** build/ の中身を左右する物。db/rulebook と db/migrations は実行時に読むので含めない。 */
const FOLDERS = ["app", "db", "pdf-templates", "public"];
const FILES = [
  "server.ts",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "scripts/build-server.mjs",
];
const READ_AT_RUN_TIME = /^db\/(rulebook|migrations)\//;

const sourceFiles = () => {
  const found = FILES.filter((file) => existsSync(inProject(file)));
  for (const folder of FOLDERS) {
    if (!existsSync(inProject(folder))) continue;
    for (const entry of readdirSync(inProject(folder), { recursive: true, withFileTypes: true })) {
      const file = `${entry.parentPath.slice(inProject().length + 1)}/${entry.name}`;
      if (entry.isFile() && !READ_AT_RUN_TIME.test(file)) found.push(file);
    }
  }
  return found.sort();
};

/** 今の内容の SHA-256（16 進）。時刻ではなく中身だけを見る。 */
export const sourceHash = () => {
  const hash = createHash("sha256");
  for (const file of sourceFiles()) {
    const content = readFileSync(inProject(file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
};

export const isBuilt = (hash) =>
  existsSync(STAMP) &&
  readFileSync(STAMP, "utf8") === hash &&
  ["build/server.js", "build/server/index.js", "build/client"].every((made) => existsSync(inProject(made)));

export const clearStamp = () => rmSync(STAMP, { force: true });

export const writeStamp = (hash) => writeFileSync(STAMP, hash);
