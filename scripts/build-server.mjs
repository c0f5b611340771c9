/**
 * server.ts と、PDF と規則集の版の別スレッドを、固定した Node がそのまま読める一つずつのファイルにする。
 * Remix の組み立てが build/ を空にするので、その後に走らせる。npm の物は束ねない。
 */
import { existsSync } from "node:fs";
import { build } from "esbuild";
import { sourceHash, writeStamp } from "./setup/build-stamp.mjs";
import { inProject, ROOT } from "./setup/project.mjs";

const ENTRIES = {
  server: "server.ts",
  "pdf-worker": "app/adapters/pdf/pdf-worker.ts",
  "edition-worker": "app/adapters/edition-work/edition-worker.ts",
};

const missing = Object.values(ENTRIES).filter((file) => !existsSync(inProject(file)));
if (missing.length > 0) {
  console.error(`組み立てる元がありません: ${missing.join(", ")}`);
  process.exit(1);
}

const made = await build({
  absWorkingDir: ROOT,
  entryPoints: ENTRIES,
  outdir: "build",
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  packages: "external",
  jsx: "automatic",
  sourcemap: "linked",
  legalComments: "none",
  logLevel: "warning",
}).catch(() => null);
// 理由は esbuild が書いている。
if (made === null) process.exit(1);
writeStamp(sourceHash());
