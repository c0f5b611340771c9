/** 作業スレッドの入口を、本番と同じように一つのファイルに束ねる。 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

export type BundledWorker = {
  readonly file: string;
  remove(): void;
};

/**
 * npm パッケージを見つけられるよう、node_modules の下に置く。
 *
 * @param entry 入口（プロジェクトからの道筋）
 */
export async function bundleWorker(entry: string): Promise<BundledWorker> {
  const folder = mkdtempSync(join(root, "node_modules/.worker-"));
  const file = join(folder, "worker.js");
  await build({
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    packages: "external",
    logLevel: "silent",
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
