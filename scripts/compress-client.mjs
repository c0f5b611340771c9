/**
 * 画面の部品を、配る前に一度だけ強く圧縮して隣に置く（`.br` と `.gz`）。
 * 版ごとに名前の変わるファイルなので、要求のたびに圧縮しなくてよい。
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { inProject } from "./setup/project.mjs";

const TEXT = /\.(?:js|css|svg|json|txt|ico)$/u;
/** これより短い物は、縮めても一つの包みに収まる。 */
const WORTH = 1_024;

const folder = inProject("build/client");
for (const name of readdirSync(folder, { recursive: true })) {
  if (!TEXT.test(name)) continue;
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  if (bytes.byteLength < WORTH) continue;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
