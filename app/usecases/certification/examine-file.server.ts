/** 確かめるファイルを、届いた分から調べる。全部を記憶に溜めない。 */
import { createHash } from "node:crypto";
import { markedCode } from "#app/domain/certification/certificate-code.ts";
import type { ExaminedFile } from "#app/domain/certification/verdict.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";

/** 受け取るファイルの上限（バイト）。通知書は 60 kB ほど。 */
export const MAX_CHECKED_BYTES = 10 * 1024 * 1024;

const END_MARK = Buffer.from("%%EOF\n", "latin1");
/** 覚えておく終わりの印の数。書き足しは多くて数回。 */
const MAX_ENDINGS = 32;
/** 符号の印が分かれて届いても読めるだけの重なり。 */
const MARK_OVERLAP = 96;

export type Examined = ExaminedFile & {
  /** 書類の属性にあった確認の符号。 */
  readonly code: string | null;
};

export type FileFault = "empty" | "tooLarge";

/** @returns 調べたこと。大きすぎるものは、読むのをやめて断る */
export async function examineFile(bytes: AsyncIterable<Uint8Array>): Promise<Result<Examined, FileFault>> {
  const hash = createHash("sha256");
  const endings: string[] = [];
  let [size, overlap] = [0, ""];
  let code: string | null = null;
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > MAX_CHECKED_BYTES) return refuse("tooLarge");
    const data = Buffer.concat([pending, chunk]);
    let done = 0;
    for (let at = data.indexOf(END_MARK); at !== -1; at = data.indexOf(END_MARK, done)) {
      hash.update(data.subarray(done, at + END_MARK.byteLength));
      done = at + END_MARK.byteLength;
      if (endings.length < MAX_ENDINGS) endings.push(hash.copy().digest("hex"));
    }
    // 印が次の分にまたがり得る終わりの数バイトは、次に回す。
    const safe = Math.max(done, data.byteLength - END_MARK.byteLength + 1);
    hash.update(data.subarray(done, safe));
    pending = data.subarray(safe);
    if (code === null) {
      const text = overlap + Buffer.from(chunk).toString("latin1");
      code = markedCode(text);
      overlap = text.slice(-MARK_OVERLAP);
    }
  }
  if (size === 0) return refuse("empty");
  const sha256 = hash.update(pending).digest("hex");
  return ok({ sha256, earlierEndings: endings.filter((ending) => ending !== sha256), code });
}
