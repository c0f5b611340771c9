/** フォルダーの引継ぎの一式を読む。大きなファイルも、一行ずつ記憶に載せる。 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HandOverFile } from "#app/domain/hand-over/manifest.ts";
import { csvLines } from "./csv-lines.server.ts";
import type { HandOverSource } from "./hand-over-port.ts";
import { jsonLines } from "./json-lines.ts";

/** 決めた文字コードで読めない。 */
class WrongEncoding extends Error {}

const encodingFaults: Readonly<Record<HandOverFile["encoding"], string>> = {
  "utf-8":
    "文字コードが UTF-8 ではありません。Shift_JIS のファイルなら、manifest.json の encoding に shift_jis と書いてください",
  shift_jis: "文字コードが Shift_JIS ではありません",
};

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "EISDIR");

export function openFolder(folder: string): HandOverSource {
  const at = (path: string): string => join(folder, path);
  return {
    manifest: () => readFile(at("manifest.json")).catch(() => null),
    async lines({ path, format, encoding }, each) {
      const seen = { size: 0, hash: createHash("sha256") };
      const text = decoded(counted(at(path), seen), encoding);
      let [rows, fault]: [number, string | null] = [0, null];
      try {
        for await (const lines of format === "csv" ? csvLines(text) : jsonLines(text)) {
          rows += lines.length;
          each(lines);
        }
      } catch (thrown) {
        if (thrown instanceof WrongEncoding) fault = thrown.message;
        else if (isMissing(thrown)) fault = "ファイルがありません";
        else throw thrown;
      }
      return { size: seen.size, sha256: seen.hash.digest("hex"), rows, fault };
    },
    async facts(path) {
      const seen = { size: 0, hash: createHash("sha256") };
      try {
        for await (const _ of counted(at(path), seen));
      } catch (thrown) {
        if (isMissing(thrown)) return null;
        throw thrown;
      }
      return { size: seen.size, sha256: seen.hash.digest("hex") };
    },
    bytes: (path) => readFile(at(path)).catch(() => null),
  };
}

/** 読みながら、大きさとハッシュを数える。 */
async function* counted(file: string, seen: { size: number; readonly hash: Hash }): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    seen.hash.update(chunk);
    seen.size += chunk.byteLength;
    yield chunk;
  }
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: HandOverFile["encoding"],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new WrongEncoding(encodingFaults[encoding]);
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
